import { hostile, hostileProse, hostileReference } from '../hostile.ts';
import { atFund, atGrant } from '../places/place.ts';
import { asked, closed, type FormAnswers, late, note, on, optional, tooMuch } from './form-answer.ts';

const agreement = {
  kind: 'pilot',
  title: hostile.script,
  knownFunder: '.another',
  fundId: 'fund',
  financialYear: '2017-18',
  reference: hostileReference,
  ...on('agreedOn', late),
};
const received = { amount: '5.00', ...on('receivedOn', late), bankReference: hostile.rightToLeft, ...note };
const paid = { amount: '5.00', ...on('paidOn', late), paymentReference: hostileReference, ...note };

/** Of grants, funds and spending. */
export const moneyAnswers = {
  recordGrant: {
    steps: [
      asked(agreement),
      asked({ 'funder.name': hostile.longWord }),
      asked({ grossAmount: '£1,234.50', 'topSlices.0.purpose': hostile.image, 'topSlices.0.amount': '34.50' }),
      asked({ underspend: 'return', conditions: hostileProse, instalmentsAs: 'each', ...note }),
      asked({ ...on('instalments.0.dueOn', '2018-03-06'), 'instalments.0.amount': '1200.00' }),
    ],
    refused: { answers: { financialYear: '2016-17', ...on('agreedOn', closed) } },
  },
  recordReceipt: { steps: [asked(received)], refused: { answers: { amount: tooMuch } } },
  notifyTopSlice: {
    steps: [
      asked({
        purpose: hostile.emoji,
        description: hostile.longWord,
        amount: '5.00',
        ...on('notifiedOn', late),
        reference: hostileReference,
        ...note,
      }),
    ],
    refused: { answers: { amount: tooMuch } },
  },
  varyGrant: {
    steps: [
      asked({ ...on('effectiveOn', late), reference: hostileReference, reason: hostileProse, ...note }),
      asked({ grossAmount: '950.00', instalmentsAs: 'equal' }),
      asked({ 'instalments.count': '2', ...on('instalments.firstDueOn', late), 'instalments.everyMonths': '1' }),
    ],
    refused: { at: atGrant('grant'), answers: { grossAmount: '1000.00' } },
  },
  meetCondition: {
    steps: [asked({ ...on('metOn', late), evidence: hostileProse, ...note })],
    refused: { answers: on('metOn', closed) },
  },
  recordRepayment: { steps: [asked(paid)], refused: { answers: { amount: tooMuch } } },
  refundRepayment: { steps: [asked(received)], refused: { answers: { amount: tooMuch } } },
  noteSharedFund: {
    steps: [
      asked({
        title: hostile.longWord,
        knownFunder: 'other-funder',
        heldBy: hostile.rightToLeft,
        totalAmount: '100.00',
        'financialYears.0.year': '2017-18',
      }),
      optional({ areaCount: '2', 'areas.0.name': hostile.script, source: hostile.image, ...note }),
    ],
    refused: { answers: { 'financialYears.0.year': '2016-17' } },
  },
  openFund: {
    steps: [
      asked({
        name: hostile.longWord,
        restriction: 'restricted',
        purpose: hostileProse,
        nature: 'capital',
        id: 'another-fund',
        ...note,
      }),
    ],
    refused: { answers: { id: 'fund' } },
  },
  recordOpeningBalance: {
    steps: [
      asked({
        ...on('effectiveOn', '2017-04-01'),
        reference: hostileReference,
        bank: '10.00',
        'receivables.0.newFunder': hostile.emoji,
        'receivables.0.amount': '5.00',
        ...note,
      }),
    ],
    refused: { at: atFund('fund') },
  },
  recordOpeningReceipt: {
    steps: [asked({ funder: 'other-funder', ...received })],
    refused: { answers: { amount: tooMuch } },
  },
  recordOpeningRepayment: {
    steps: [asked({ funder: 'other-funder', ...paid })],
    refused: { answers: { amount: tooMuch } },
  },
  recordExpenditure: {
    steps: [
      asked({
        fundId: 'fund',
        knownCategory: '.another',
        description: hostileProse,
        amount: '5.00',
        ...on('spentOn', late),
      }),
      asked({
        category: hostile.image,
        purposeStatement: hostileProse,
        authorityReference: hostileReference,
        paymentReference: hostileReference,
        ...note,
      }),
    ],
    refused: { answers: { amount: tooMuch } },
  },
} as const satisfies Readonly<Record<string, FormAnswers>>;
