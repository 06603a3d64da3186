import { describe, expect, it } from 'vitest';
import { matchBankLines } from '../../../domain/bank/match-bank-lines.ts';
import { Money } from '../../../domain/money.ts';
import {
  bankLedger,
  bankLine,
  expectedReceipt,
  matchedLine,
  money,
  paidOut,
  payableAward,
  recordedPayment,
  recordedReceipt,
} from './bank-builders.ts';

describe('money in that is recorded already', () => {
  it('is proposed to be skipped, where its reference is recorded with its amount', () => {
    const ledger = { expectedReceipts: [expectedReceipt()], recordedReceipts: [recordedReceipt()] };

    expect(matchedLine(bankLine({ description: 'CORE-2017-18' }), ledger)).toMatchObject({
      proposal: 'already-recorded',
      alreadyRecorded: {
        isCertain: true,
        reason: 'The bank reference “BGC 0417” is recorded already, for £3,131.75 on 5 July 2017.',
      },
    });
  });

  it('may be recorded in parts', () => {
    const parts = [
      recordedReceipt({ amount: money('3000'), receivedOn: '2017-07-06' }),
      recordedReceipt({ amount: money('131.75') }),
    ];

    const { proposal, alreadyRecorded } = matchedLine(bankLine(), { recordedReceipts: parts });

    expect(proposal).toBe('already-recorded');
    expect(alreadyRecorded?.reason).toContain('£3,131.75 on 5 July 2017');
  });

  it.each([
    ['amount', { amount: money('3000') }],
    ['day', { receivedOn: '2017-06-27' }],
  ])('is left to a person where its reference is recorded with another %s', (_, fields) => {
    const ledger = { expectedReceipts: [expectedReceipt()], recordedReceipts: [recordedReceipt(fields)] };

    const { proposal, alreadyRecorded, candidates } = matchedLine(bankLine({ description: 'CORE-2017-18' }), ledger);

    expect(proposal).toBe('choose');
    expect(alreadyRecorded?.isCertain).toBe(false);
    expect(alreadyRecorded?.reason).toMatch(/ Is this another receipt\? It needs a reference of its own\.$/);
    expect(candidates).toHaveLength(1);
  });

  it('is the same where it was dated up to a week apart', () => {
    const recordedReceipts = [recordedReceipt({ receivedOn: '2017-06-28' })];

    expect(matchedLine(bankLine(), { recordedReceipts }).proposal).toBe('already-recorded');
  });

  it('is one line of two with the same reference', () => {
    const lines = [bankLine({ number: 2 }), bankLine({ number: 3 })];

    const matched = matchBankLines(lines, bankLedger({ recordedReceipts: [recordedReceipt()] }));

    expect(matched.map(({ proposal }) => proposal)).toEqual(['already-recorded', 'choose']);
  });

  it('says nothing of money out with that reference', () => {
    const matched = matchedLine(paidOut({ reference: 'BGC 0417' }), { recordedReceipts: [recordedReceipt()] });

    expect(matched.alreadyRecorded).toBeUndefined();
  });
});

describe('money out that is recorded already', () => {
  const named = paidOut({ reference: 'FPO 1', description: 'MALDON YOUTH TRUST' });

  it.each([named, paidOut({ reference: 'bacs 12' })])(
    'is proposed to be skipped, where the day, the amount, and the name or the reference agree',
    (line) => {
      const ledger = { awards: [payableAward()], recordedPayments: [recordedPayment()] };

      expect(matchedLine(line, ledger)).toMatchObject({
        proposal: 'already-recorded',
        alreadyRecorded: {
          isCertain: true,
          reason: 'A payment of £500.00 to Maldon Youth Trust on 5 July 2017 is recorded already.',
        },
      });
    },
  );

  it('is left to a person where only the day and the amount agree', () => {
    const line = paidOut({ reference: 'FPO 1' });
    const ledger = {
      awards: [payableAward({ recipientName: 'Maldon Museum' })],
      recordedPayments: [recordedPayment()],
    };

    expect(matchedLine(line, ledger)).toMatchObject({
      proposal: 'choose',
      candidates: [{ reason: 'Exactly what is committed.' }],
      alreadyRecorded: {
        isCertain: false,
        reason: 'A payment of £500.00 to Maldon Youth Trust on 5 July 2017 is recorded already. Is it this one?',
      },
    });
  });

  it.each([{ paidOn: '2017-07-04' }, { amount: money('499.99') }])('is another payment where it differs', (fields) => {
    const matched = matchedLine(named, { recordedPayments: [recordedPayment(fields)] });

    expect(matched.alreadyRecorded).toBeUndefined();
  });

  it('doesn’t hide another payment of the same day and amount', () => {
    const awards = ['Maldon Museum', 'Maldon Youth Trust'].map((recipientName) =>
      payableAward({ awardId: recipientName, recipientName, committedAmount: money('500'), paidAmount: Money.zero }),
    );
    const museum = paidOut({ number: 3, reference: 'FPO 2', description: 'MALDON MUSEUM' });

    const matched = matchBankLines([museum, named], bankLedger({ awards, recordedPayments: [recordedPayment()] }));

    expect(matched.map(({ proposal }) => proposal)).toEqual(['suggested', 'already-recorded']);
  });

  it('is one line of two', () => {
    const lines = [named, { ...named, number: 3 }];

    const matched = matchBankLines(lines, bankLedger({ recordedPayments: [recordedPayment()] }));

    expect(matched.map(({ proposal }) => proposal)).toEqual(['already-recorded', 'choose']);
  });

  it('goes first to the line that agrees in both name and reference', () => {
    const batch = paidOut({ number: 2, description: 'SOMEBODY' });
    const youth = paidOut({ number: 3, description: 'MALDON YOUTH TRUST' });

    const matched = matchBankLines([batch, youth], bankLedger({ recordedPayments: [recordedPayment()] }));

    expect(matched.map(({ proposal }) => proposal)).toEqual(['choose', 'already-recorded']);
  });
});
