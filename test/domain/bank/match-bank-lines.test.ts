import { describe, expect, it } from 'vitest';
import { matchBankLines } from '../../../domain/bank/match-bank-lines.ts';
import { Money } from '../../../domain/money.ts';
import {
  bankLedger,
  bankLine,
  expectedReceipt,
  matchedLine,
  money,
  owedRepayment,
  paidOut,
  payableAward,
  reasonsOf,
} from './bank-builders.ts';

const core = { expectedReceipts: [expectedReceipt()] };
const youth = { awards: [payableAward()] };
const pfcc = 'POLICE, FIRE AND CRIME COMMISSIONER FOR ESSEX';

describe('money in', () => {
  it('is suggested as a receipt of an instalment near its date, where the text has the reference', () => {
    const matched = matchedLine(bankLine({ description: 'PFCC CORE-2017-18' }), core);

    expect(matched.proposal).toBe('suggested');
    expect(matched.candidates).toEqual([
      {
        ...{ kind: 'receipt', id: 'core', title: 'Core funding 2017/18', rank: 5, isCertain: true },
        reason: 'Exactly the instalment due on 3 July 2017, and the text has the reference CORE-2017-18.',
      },
    ]);
  });

  it('is suggested where the text names the funder', () => {
    const matched = matchedLine(bankLine({ description: pfcc }), core);

    expect(matched.proposal).toBe('suggested');
    expect(reasonsOf(matched)).toEqual([
      'Exactly the instalment due on 3 July 2017, and the text names Police, Fire and Crime Commissioner for Essex.',
    ]);
  });

  it('is suggested as all that is outstanding', () => {
    const matched = matchedLine(bankLine({ amount: money('12527'), reference: 'CORE 2017 18' }), core);

    expect(matched.proposal).toBe('suggested');
    expect(reasonsOf(matched)).toEqual(['Exactly what is outstanding, and the text has the reference CORE-2017-18.']);
  });

  it('is left to a person where only the amount is right', () => {
    const matched = matchedLine(bankLine(), core);

    expect(matched.proposal).toBe('choose');
    expect(reasonsOf(matched)).toEqual(['Exactly the instalment due on 3 July 2017.']);
  });

  it.each([
    ['CORE-2017-18', 'The text has the reference CORE-2017-18; £12,527.00 is outstanding.'],
    [pfcc, 'The text names Police, Fire and Crime Commissioner for Essex; £12,527.00 is outstanding.'],
  ])('is left to a person where only the text says %s', (description, reason) => {
    const matched = matchedLine(bankLine({ amount: money('3000'), description }), core);

    expect(matched.proposal).toBe('choose');
    expect(reasonsOf(matched)).toEqual([reason]);
  });

  it('is no instalment that is due more than 45 days before or after', () => {
    const [due] = [{ dueOn: '2017-07-03', unreceived: money('3131.75') }];
    const ledger = { expectedReceipts: [expectedReceipt({ instalments: [due] })] };
    const proposalOn = (date: string) => matchedLine(bankLine({ date, description: pfcc }), ledger).proposal;

    expect(['2017-05-18', '2017-05-19', '2017-08-17', '2017-08-18'].map(proposalOn)).toEqual([
      ...['choose', 'suggested', 'suggested', 'choose'],
    ]);
  });

  it('is never more than what is outstanding', () => {
    const line = bankLine({ amount: money('12527.01'), description: 'CORE-2017-18' });

    expect(matchedLine(line, core)).toEqual({ line, proposal: 'choose', candidates: [] });
  });

  it('may be a refund where the text names the recipient, of at most what was paid', () => {
    const awards = [payableAward({ paidAmount: money('400'), refundedAmount: money('50') })];
    const matchOf = (amount: string, description = 'MALDON YOUTH TRUST') =>
      matchedLine(bankLine({ amount: money(amount), description }), { awards });

    expect(matchOf('350')).toMatchObject({
      proposal: 'suggested',
      candidates: [
        {
          ...{ kind: 'refund', id: 'youth' },
          reason: 'Exactly what was paid and not refunded, and the text names Maldon Youth Trust.',
        },
      ],
    });
    expect(matchOf('100')).toMatchObject({
      proposal: 'choose',
      candidates: [{ reason: 'The text names Maldon Youth Trust; £350.00 was paid and not refunded.' }],
    });
    expect(matchOf('350.01').candidates).toEqual([]);
    expect(matchOf('350', 'BACS').candidates).toEqual([]);
  });

  it('is neither a payment nor a repayment', () => {
    const line = bankLine({ amount: money('500'), description: 'MALDON YOUTH TRUST HOME OFFICE CDSF-9' });

    expect(matchedLine(line, { ...youth, owedRepayments: [owedRepayment()] }).candidates).toEqual([]);
  });
});

describe('money out', () => {
  it('is suggested as the payment of an award', () => {
    expect(matchedLine(paidOut({ description: 'MALDON YOUTH TRUST' }), youth)).toMatchObject({
      proposal: 'suggested',
      candidates: [
        {
          ...{ kind: 'payment', id: 'youth', title: 'Youth outreach' },
          reason: 'Exactly what is committed, and the text names Maldon Youth Trust.',
        },
      ],
    });
  });

  it('is left to a person where it is a part, or where nobody is named', () => {
    const part = matchedLine(paidOut({ amount: money('120'), description: 'MALDON YOUTH TRUST' }), youth);
    const unnamed = matchedLine(paidOut(), youth);

    expect([part.proposal, unnamed.proposal]).toEqual(['choose', 'choose']);
    expect(reasonsOf(part)).toEqual(['The text names Maldon Youth Trust; £500.00 is committed.']);
    expect(reasonsOf(unnamed)).toEqual(['Exactly what is committed.']);
  });

  it('is never more than what is committed', () => {
    const line = paidOut({ amount: money('500.01'), description: 'MALDON YOUTH TRUST' });

    expect(matchedLine(line, youth).candidates).toEqual([]);
  });

  it('may be a repayment to a funder', () => {
    const line = paidOut({ amount: money('1200'), description: 'CDSF-9 UNSPENT' });

    expect(matchedLine(line, { owedRepayments: [owedRepayment()] })).toMatchObject({
      proposal: 'suggested',
      candidates: [
        {
          ...{ kind: 'repayment', id: 'tru-cam' },
          reason: 'Exactly what is owed, and the text has the reference CDSF-9.',
        },
      ],
    });
  });

  it('has no candidate where it is direct expenditure', () => {
    expect(
      matchedLine(paidOut({ description: 'PAYROLL' }), { awards: [payableAward({ committedAmount: Money.zero })] }),
    ).toMatchObject({ proposal: 'choose', candidates: [] });
  });
});

describe('several matches', () => {
  const two = [expectedReceipt(), expectedReceipt({ grantId: 'uplift', title: 'A second grant', reference: 'UPLIFT' })];

  it('put the better first', () => {
    const line = bankLine({ description: `${pfcc} CORE-2017-18` });

    const matched = matchedLine(line, { expectedReceipts: two });

    expect(matched.proposal).toBe('suggested');
    expect(matched.candidates.map(({ id, rank }) => [id, rank])).toEqual([
      ['core', 5],
      ['uplift', 4],
    ]);
  });

  it.each([bankLine({ description: pfcc }), bankLine({ amount: money('77'), description: pfcc }), bankLine()])(
    'that are equally good choose nothing',
    (line) => {
      const matched = matchedLine(line, { expectedReceipts: two });

      expect(matched.proposal).toBe('ambiguous');
      expect(matched.candidates.map(({ id }) => id)).toEqual(['uplift', 'core']);
    },
  );

  it('leave one once a better line has taken the other', () => {
    const whole = { outstandingAmount: money('3131.75') };
    const expected = two.map((receipt) => ({ ...receipt, ...whole }));
    const lines = [
      bankLine({ number: 2, reference: 'X1', description: pfcc }),
      bankLine({ number: 3, reference: 'X2', description: 'UPLIFT' }),
    ];

    const matched = matchBankLines(lines, bankLedger({ expectedReceipts: expected }));

    expect(matched.map(({ proposal, candidates }) => [proposal, candidates[0]?.id])).toEqual([
      ['suggested', 'core'],
      ['suggested', 'uplift'],
    ]);
  });
});

describe('lines of one file', () => {
  it('never take the same money: the earlier does', () => {
    const lines = [
      paidOut({ number: 2, date: '2017-07-06', reference: 'P2', description: 'MALDON YOUTH TRUST' }),
      paidOut({ number: 3, date: '2017-07-05', reference: 'P1', description: 'MALDON YOUTH TRUST' }),
    ];

    const matched = matchBankLines(lines, bankLedger(youth));

    expect(matched.map(({ line, proposal, candidates }) => [line.number, proposal, candidates.length])).toEqual([
      [2, 'choose', 0],
      [3, 'suggested', 1],
    ]);
  });

  it('take one instalment each, the nearest', () => {
    const lines = ['2017-04-05', '2017-07-05', '2017-10-05', '2018-01-05', '2018-01-08'].map((date, place) =>
      bankLine({ number: place + 2, date, reference: `Q${place}`, description: 'CORE-2017-18' }),
    );

    const matched = matchBankLines(lines, bankLedger(core));

    expect(matched.map(({ candidates }) => candidates[0]?.reason.slice(0, 45))).toEqual([
      'Exactly the instalment due on 3 April 2017, a',
      'Exactly the instalment due on 3 July 2017, an',
      'Exactly the instalment due on 3 October 2017,',
      'Exactly the instalment due on 3 January 2018,',
      undefined,
    ]);
  });

  it('take an instalment once', () => {
    const lines = [2, 3].map((number) => bankLine({ number, reference: `Q${number}`, description: 'CORE-2017-18' }));

    const [first, second] = matchBankLines(lines, bankLedger(core)).map(({ proposal }) => proposal);

    expect([first, second]).toEqual(['suggested', 'choose']);
  });

  it('can make each other certain: the rest is exactly what is outstanding', () => {
    const instalments = [{ dueOn: '2017-07-03', unreceived: money('12000') }];
    const lines = ['12000', '527'].map((amount, place) =>
      bankLine({ number: place + 2, amount: money(amount), reference: `Q${place}`, description: 'CORE-2017-18' }),
    );

    const matched = matchBankLines(lines, bankLedger({ expectedReceipts: [expectedReceipt({ instalments })] }));

    expect(matched.map(({ proposal }) => proposal)).toEqual(['suggested', 'suggested']);
  });

  it('with one reference are said to have it, and of money in none is suggested', () => {
    const lines = [
      bankLine({ number: 2, description: 'CORE-2017-18' }),
      bankLine({ number: 5, date: '2017-10-05', reference: 'bgc 0417', description: 'CORE-2017-18' }),
      paidOut({ number: 6, reference: 'BATCH', description: 'MALDON YOUTH TRUST' }),
      paidOut({ number: 7, reference: 'BATCH' }),
      paidOut({ number: 8, reference: 'BATCH' }),
    ];

    const matched = matchBankLines(lines, bankLedger({ ...core, ...youth }));

    expect(matched.map(({ proposal }) => proposal)).toEqual(['choose', 'choose', 'suggested', 'choose', 'choose']);
    expect(matched.map(({ sameReference }) => sameReference?.reason).slice(1, 3)).toEqual([
      'Row 2 has the reference “bgc 0417” too. The ledger takes a reference for one receipt alone.',
      'Rows 7 and 8 have the reference “BATCH” too.',
    ]);
    expect(matched.map(({ sameReference }) => sameReference?.rows).slice(2)).toEqual([
      [7, 8],
      [6, 8],
      [6, 7],
    ]);
  });

  it('with one reference are counted where they are many', () => {
    const lines = Array.from({ length: 8 }, (_, place) => bankLine({ number: place + 2 }));

    const [first] = matchBankLines(lines, bankLedger());

    expect(first?.sameReference?.reason).toMatch(/^7 other rows have the reference “BGC 0417” too\./);
  });
});
