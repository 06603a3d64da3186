import { decideAward } from '../../../domain/award/decide-award.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { noteSharedFund, openFund, recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { varyGrant } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { Money } from '../../../domain/money.ts';
import { PrioritiesBody } from '../../../domain/partnership/priorities.ts';
import { setPriorities } from '../../../domain/partnership/set-up.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { examples } from '../../../infra/local/example/people.ts';
import {
  act,
  approve,
  chair,
  decisionBody,
  nameOfficers,
  openMeetingOf,
  pay,
  refund,
  submit,
  vary,
} from '../../award-builders.ts';
import {
  agree,
  expenditureBody,
  fundBody,
  ledgerWith,
  openingBalanceBody,
  receiptBody,
  restrictedFundBody,
  sharedFundBody,
  variationBody,
} from '../../builders.ts';
import { maldon } from '../../domain/statement/maldon.ts';
import { statementOf } from '../../domain/statement/statements.ts';
import type { TestLedger } from '../../domain/test-ledger.ts';
import { carried, close, returned } from '../../year-end-builders.ts';

const year = '2017-18';

/** The worked example with its six awards, approved and paid. */
export function workedExample(): { ledger: TestLedger; core: string; statement: YearEndStatement } {
  const { ledger, core } = maldon();
  nameOfficers(ledger);
  const meetingId = openMeetingOf(ledger);
  const { items, note } = examples.maldon.awards;
  adopt(ledger, ...new Set(items.flatMap(({ priorities }) => priorities)));
  for (const { title, recipient, amountRequested, amountApproved, minuteReference, priorities, paidOn } of items) {
    const { name } = recipient;
    const own = { title, amountRequested, priorities, note, recipient: { name, kind: 'other' as const } };
    const awardId = submit(ledger, meetingId, own);
    approve(ledger, awardId, meetingId, { amountApproved, minuteReference, note });
    pay(ledger, awardId, { amount: amountApproved, paidOn, paymentReference: `BACS-${minuteReference}`, note });
  }
  return { ledger, core, statement: statementOf(ledger, year) };
}

const adopt = (ledger: TestLedger, ...ids: readonly string[]) =>
  ledger.run(setPriorities(year, PrioritiesBody.parse({ items: ids.map((id) => ({ id, name: id })) }), undefined));

/** Both its years closed. */
export function closedExample(): YearEndStatement {
  const { ledger, core } = workedExample();
  const pilot = { fundId: 'tru-cam', approvalReference: 'PFCC letter of 12 March' };
  close(ledger, '2016-17', carried('7000.00', pilot));
  close(ledger, year, returned(core, '1027.00'), carried('7000.00', pilot));
  return statementOf(ledger, year);
}

/** A statement as certification makes it. */
export const certified = (
  statement: YearEndStatement,
  version = 1,
  changes?: YearEndStatement['integrity']['changes'],
): YearEndStatement => ({
  ...statement,
  status: 'certified',
  version,
  integrity: {
    ...statement.integrity,
    certification: { name: 'A. Treasurer', role: 'Section 151 officer', certifiedOn: '2018-06-29' },
    ...(changes === undefined ? {} : { changes }),
  },
});

/** Names that somebody might give to do harm, or just has. */
export const hostile = {
  formula: '=1+1',
  plus: '+44 1621 854477',
  minus: '-x',
  at: '@SUM(A1)',
  tab: '\tled by a tab',
  carriageReturn: '\r=led',
  markup: '<script>alert("x")</script> & \'co\'',
  rightToLeft: 'צוות בטיחות (Maldon) קהילתית',
  long: 'w'.repeat(200),
  emoji: 'Children’s fund 👩‍👩‍👧 🎉',
  quoted: 'Say "hello", twice;\nthen leave',
  escaped: '_x003D_1+1',
  known: 'constructor',
} as const;

/** The most that can be entered at once. */
export const largest = '999999999999.99';

/** Every section filled, with hostile names, negative figures, the largest amounts and an award to be confirmed. */
export function everything(): YearEndStatement {
  const { ledger, refundedGrant } = busyLedger();
  const statement = statementOf(ledger, year);
  const [first, second, ...others] = statement.funds;
  const [grant, ...grants] = statement.grants;
  const [award, next, third, ...awards] = statement.awards;
  const [spent, ...expenditure] = statement.expenditure;
  if (!first || !second || !grant || !award || !next || !third || !spent) throw new Error('too few lines');
  const worn: YearEndStatement = {
    ...statement,
    partnership: { name: hostile.markup, hostAuthority: hostile.rightToLeft, note: hostile.quoted },
    funds: [{ ...first, name: hostile.tab }, { ...second, name: hostile.formula }, ...others],
    grants: [{ ...grant, title: hostile.known, reference: hostile.minus }, ...grants],
    awards: [
      { ...award, title: hostile.long, recipient: { name: hostile.emoji }, note: hostile.plus },
      { ...next, title: hostile.rightToLeft, recipient: { name: hostile.at } },
      { ...third, title: hostile.quoted, recipient: { name: hostile.carriageReturn }, minuteReference: '-9.10' },
      ...awards,
    ],
    expenditure: [{ ...spent, category: hostile.escaped }, ...expenditure],
    exceptions: [...statement.exceptions, ...furtherExceptions(first.fundId, grant.grantId ?? '', award.awardId)],
  };
  return certified(worn, 2, [
    change('funds', first.fundId, 'expenditure', '100.00', '145.50', '45.50'),
    change('grants', refundedGrant, 'spentInYear', '12.00', '-12.00', '-24.00'),
    { ...change('awards', award.awardId, 'minuteReference', '9.10', '=9.1'), entries: [3, 4, 5, 9] },
  ]);
}

function change(section: string, id: string, figure: string, before: string, after: string, difference?: string) {
  const own = { section, id, figure, before, after, entries: [12] };
  return difference === undefined ? own : { ...own, difference: Money.parse(difference) };
}

function furtherExceptions(fundId: string, grantId: string, awardId: string): YearEndStatement['exceptions'] {
  const [amount, stated] = [Money.parse('0.05'), Money.parse(largest)];
  const computed = stated.minus(amount);
  return [
    { code: 'stated-total-differs', detail: '+ one way', grantId, stated, computed, difference: amount },
    { code: 'unratified', detail: '@ once', awardId, dueOn: '2018-01-04', amount },
    { code: 'ratification-refused-paid', detail: 'Refused.', awardId, amount },
    { code: 'overpaid-to-funder', detail: '-1 is owed', fundId, amount },
  ];
}

function busyLedger(): { ledger: TestLedger; refundedGrant: string } {
  const ledger = ledgerWith(fundBody(), restrictedFundBody());
  nameOfficers(ledger);
  ledger.run(recordOpeningBalance('partnership-fund', openingBalanceBody({ bank: '2500.07' })));
  ledger.run(openFund(fundBody({ id: 'cut', name: 'Cut' })));
  const cut = agree(ledger, { fundId: 'cut', title: 'Cut later', reference: 'CUT', conditions: ['A plan.'] });
  ledger.run(recordExpenditure(expenditureBody({ fundId: 'cut', amount: '900.00', category: 'posts' })));
  ledger.run(varyGrant(cut, variationBody({ grossAmount: '880.10' })));
  const large = agree(ledger, {
    grossAmount: largest,
    topSlices: [{ purpose: 'dhr', amount: '0.01' }],
    statedTotal: '1000000000.00',
    note: hostile.plus,
  });
  ledger.run(recordReceipt(large, receiptBody({ amount: '123456789.12' })));
  agree(ledger, { grossAmount: largest, title: 'As large', reference: '@LARGE' });
  ledger.run(noteSharedFund(sharedFundBody({ areas: [{ name: 'A', amount: '1.10' }, { name: 'B' }] })));
  ledger.run(
    noteSharedFund(sharedFundBody({ title: 'Known', areaCount: 1, areas: [{ name: 'A', amount: '199999.99' }] })),
  );
  ledger.run(recordExpenditure(expenditureBody({ amount: '5000.00', note: 'Illustrative: no figure is published.' })));
  spendOnAwards(ledger);
  return { ledger, refundedGrant: cut };
}

function spendOnAwards(ledger: TestLedger): void {
  adopt(ledger, 'crime', 'asb');
  const earlier = openMeetingOf(ledger, { heldOn: '2017-04-07' });
  const later = openMeetingOf(ledger, { heldOn: '2018-01-12' });
  const awardId = submit(ledger, earlier, { amountRequested: '400.00', priorities: ['crime', 'asb'] });
  approve(ledger, awardId, earlier, { amountApproved: '400.00', minuteReference: '9.1' });
  pay(ledger, awardId, { amount: '310.33', paidOn: '2017-05-05' });
  refund(ledger, awardId, { amount: '10.34', receivedOn: '2018-01-12' });
  vary(ledger, awardId, later, { amountRequested: '600.00' });
  ledger.run(decideAward(awardId, decisionBody(later, { amountApproved: '600.00', minuteReference: '3.1' })), chair);
  const open = submit(ledger, earlier, { title: 'Amount to come' });
  ledger.run(decideAward(open, decisionBody(earlier)), chair);
  act(ledger, { amountApproved: '250.00' }, { title: 'Hall hire', amountRequested: '250.00' });
}
