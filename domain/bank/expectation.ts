import type { Money } from '../money.ts';
import type { BankLedger, ExpectedInstalment } from './bank-ledger.ts';
import type { Direction } from './bank-line.ts';
import { wordsOf } from './mentions.ts';

/** What a line may be recorded as: a receipt of a grant, a refund or payment of an award, a repayment of a grant. */
export type ExpectationKind = 'receipt' | 'refund' | 'payment' | 'repayment';

/** Money that may come in or go out. */
export type Expectation = Expected & {
  /** Tells expectations apart: money can be paid to an award, and come back from it. */
  readonly key: string;
  /** The party and the reference as `wordsOf` has them. */
  readonly partyWords: string;
  readonly referenceWords: string;
};

type Expected = {
  readonly kind: ExpectationKind;
  /** The grant's or the award's. */
  readonly id: string;
  readonly title: string;
  /** The funder or the recipient. */
  readonly party: string;
  /** The grant's. */
  readonly reference?: string;
  /** The most that it can still be. */
  readonly available: Money;
  readonly instalments: readonly ExpectedInstalment[];
};

export const directionOf = {
  receipt: 'in',
  refund: 'in',
  payment: 'out',
  repayment: 'out',
} as const satisfies Record<ExpectationKind, Direction>;

/** Everything that the ledger expects, with something left of it. */
export const expectationsOf = (ledger: BankLedger): Expectation[] =>
  [...ofGrants(ledger), ...ofAwards(ledger)]
    .filter(({ available }) => available.isPositive())
    .map((expected) => ({
      ...expected,
      key: `${expected.kind} ${expected.id}`,
      partyWords: wordsOf(expected.party),
      referenceWords: wordsOf(expected.reference ?? ''),
    }));

function ofGrants({ expectedReceipts, owedRepayments }: BankLedger): Expected[] {
  const receipts = expectedReceipts.map(
    ({ grantId: id, title, reference, funderName: party, outstandingAmount: available, instalments }) =>
      ({ kind: 'receipt', id, title, party, reference, available, instalments }) as const,
  );
  const repayments = owedRepayments.map(
    ({ grantId: id, title, reference, funderName: party, owedAmount: available }) =>
      ({ kind: 'repayment', id, title, party, reference, available, instalments: [] }) as const,
  );
  return [...receipts, ...repayments];
}

const ofAwards = ({ awards }: BankLedger): Expected[] =>
  awards.flatMap(({ awardId: id, title, recipientName: party, committedAmount, paidAmount, refundedAmount }) => [
    { kind: 'payment', id, title, party, available: committedAmount, instalments: [] } as const,
    { kind: 'refund', id, title, party, available: paidAmount.minus(refundedAmount), instalments: [] } as const,
  ]);
