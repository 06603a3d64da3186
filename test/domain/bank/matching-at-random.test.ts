import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankLedger } from '../../../domain/bank/bank-ledger.ts';
import type { BankLine } from '../../../domain/bank/bank-line.ts';
import { type ExpectationKind, expectationsOf } from '../../../domain/bank/expectation.ts';
import { matchBankLines } from '../../../domain/bank/match-bank-lines.ts';
import { Money } from '../../../domain/money.ts';
import { runs } from '../runs.ts';
import { money } from './bank-builders.ts';

// Few values of each kind, so that lines and ledgers meet.
const amount = fc.constantFrom('100', '100', '200', '300', '400').map(money);
const paid = fc.constantFrom('0', '100', '200').map(money);
const date = fc.constantFrom('2017-04-03', '2017-04-10', '2017-07-03', '2018-01-03');
const name = fc.constantFrom('Essex PFCC', 'Maldon Youth Trust', 'Home Office');
const reference = fc.constantFrom('CORE-1', 'CDSF-9', 'UPLIFT');
const title = fc.constantFrom('Core funding', 'Outreach');
const bankReference = fc.constantFrom('R1', 'R2', 'r2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9');

const ledger: fc.Arbitrary<BankLedger> = fc.record({
  expectedReceipts: fc.uniqueArray(
    fc.record({
      grantId: fc.constantFrom('a', 'b', 'c', 'd'),
      title,
      reference,
      funderName: name,
      outstandingAmount: amount,
      instalments: fc.array(fc.record({ dueOn: date, unreceived: amount }), { maxLength: 4 }),
    }),
    { selector: ({ grantId }) => grantId },
  ),
  awards: fc.uniqueArray(
    fc.record({
      awardId: fc.constantFrom('x', 'y', 'z'),
      title,
      recipientName: name,
      committedAmount: paid,
      paidAmount: paid,
      refundedAmount: fc.constant(Money.zero),
    }),
    { selector: ({ awardId }) => awardId },
  ),
  owedRepayments: fc.uniqueArray(
    fc.record({ grantId: fc.constantFrom('a', 'b'), title, reference, funderName: name, owedAmount: amount }),
    { selector: ({ grantId }) => grantId },
  ),
  recordedReceipts: fc.array(fc.record({ bankReference, amount, receivedOn: date }), { maxLength: 4 }),
  recordedPayments: fc.array(fc.record({ to: name, amount, paidOn: date, paymentReference: bankReference }), {
    maxLength: 4,
  }),
});

const lines: fc.Arbitrary<BankLine[]> = fc
  .array(
    fc.record({
      date,
      direction: fc.constantFrom('in' as const, 'out' as const),
      amount,
      reference: bankReference,
      description: fc.oneof(name, reference, fc.constant('BACS')),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((line, place) => ({ ...line, number: place + 2 })));

const suggestedIn = (given: readonly BankLine[], expected: BankLedger, kind: ExpectationKind, id: string): Money =>
  Money.sum(
    matchBankLines(given, expected)
      .filter(({ proposal }) => proposal === 'suggested')
      .filter(({ candidates: [first] }) => first?.kind === kind && first.id === id)
      .map(({ line }) => line.amount),
  );

const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

const inAnyOrder = (whole: BankLedger): fc.Arbitrary<BankLedger> =>
  fc.record({
    expectedReceipts: shuffled(whole.expectedReceipts),
    awards: shuffled(whole.awards),
    owedRepayments: shuffled(whole.owedRepayments),
    recordedReceipts: shuffled(whole.recordedReceipts),
    recordedPayments: shuffled(whole.recordedPayments),
  });

describe('matching any lines with any ledger', () => {
  it('loses no line and doubles none', () => {
    fc.assert(
      fc.property(lines, ledger, (given, expected) => {
        const matched = matchBankLines(given, expected);

        expect(matched.map(({ line }) => line)).toEqual(given);
      }),
      runs(300),
    );
  });

  it('suggests no more of anything than there is', () => {
    fc.assert(
      fc.property(lines, ledger, (given, expected) => {
        for (const { kind, id, available } of expectationsOf(expected)) {
          expect(suggestedIn(given, expected, kind, id).isMoreThan(available)).toBe(false);
        }
        expect(matchBankLines(given, expected)).toHaveLength(given.length);
      }),
      runs(300),
    );
  });

  it('gives the same in whatever order the ledger is told', () => {
    const both = ledger.chain((told) => fc.tuple(fc.constant(told), inAnyOrder(told)));
    fc.assert(
      fc.property(lines, both, (given, [told, again]) => {
        expect(matchBankLines(given, again)).toEqual(matchBankLines(given, told));
      }),
      runs(300),
    );
  });

  it('gives the same in whatever order the lines come', () => {
    const both = lines.chain((given) => fc.tuple(fc.constant(given), shuffled(given)));
    fc.assert(
      fc.property(both, ledger, ([given, again], expected) => {
        const byRow = new Map(matchBankLines(again, expected).map((matched) => [matched.line.number, matched]));

        expect(given.map(({ number }) => byRow.get(number))).toEqual(matchBankLines(given, expected));
        expect(byRow.size).toBe(given.length);
      }),
      runs(200),
    );
  });

  it('suggests only what is certain and alone in being so good', () => {
    fc.assert(
      fc.property(lines, ledger, (given, expected) => {
        const matched = matchBankLines(given, expected);

        for (const { candidates, proposal, line } of matched) {
          const [first, second] = candidates;
          expect(proposal === 'suggested' && first?.isCertain !== true).toBe(false);
          expect(proposal === 'ambiguous' && first?.rank !== second?.rank).toBe(false);
          expect(
            candidates.every(({ kind }) => ['receipt', 'refund'].includes(kind) === (line.direction === 'in')),
          ).toBe(true);
        }
        expect(matched).toHaveLength(given.length);
      }),
      runs(300),
    );
  });

  it('takes no recorded payment for two lines', () => {
    fc.assert(
      fc.property(lines, ledger, (given, expected) => {
        const recorded = matchBankLines(given, expected).filter(
          ({ line, alreadyRecorded }) => line.direction === 'out' && alreadyRecorded !== undefined,
        );

        for (const { line } of recorded) {
          const isAlike = (on: string, of: Money): boolean => on === line.date && of.equals(line.amount);
          const alike = recorded.filter((other) => isAlike(other.line.date, other.line.amount));
          const payments = expected.recordedPayments.filter((payment) => isAlike(payment.paidOn, payment.amount));
          expect(alike.length).toBeLessThanOrEqual(payments.length);
        }
        expect(recorded.length).toBeLessThanOrEqual(expected.recordedPayments.length);
      }),
      runs(300),
    );
  });
});
