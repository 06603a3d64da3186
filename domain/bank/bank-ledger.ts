import type { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';

/**
 * What the ledger holds that a line of the bank may turn out to be, or may be already. Nothing reversed is among it. The
 * arrays come in any order.
 */
export type BankLedger = {
  /** The grants of which something is outstanding. */
  readonly expectedReceipts: readonly ExpectedReceipt[];
  /** The awards to which something is committed, or of which something was paid. */
  readonly awards: readonly PayableAward[];
  /** What closed years return to funders, and was not repaid yet. */
  readonly owedRepayments: readonly OwedRepayment[];
  /** All that came in under a reference of the bank: receipts, refunds, and refunds of repayments. */
  readonly recordedReceipts: readonly RecordedReceipt[];
  /** All that went out: payments of awards, repayments, direct expenditure. */
  readonly recordedPayments: readonly RecordedPayment[];
};

/** What a funder has yet to pay of a grant. */
export type ExpectedReceipt = {
  readonly grantId: string;
  readonly title: string;
  readonly reference: string;
  readonly funderName: string;
  readonly outstandingAmount: Money;
  readonly instalments: readonly ExpectedInstalment[];
};
export type ExpectedInstalment = { readonly dueOn: PlainDate; readonly unreceived: Money };

export type PayableAward = {
  readonly awardId: string;
  readonly title: string;
  readonly recipientName: string;
  readonly committedAmount: Money;
  readonly paidAmount: Money;
  readonly refundedAmount: Money;
};

export type OwedRepayment = {
  readonly grantId: string;
  readonly title: string;
  readonly reference: string;
  readonly funderName: string;
  readonly owedAmount: Money;
};

export type RecordedReceipt = {
  readonly bankReference: string;
  readonly amount: Money;
  readonly receivedOn: PlainDate;
};

export type RecordedPayment = {
  /** The recipient or the funder; of direct expenditure, what it was for. */
  readonly to: string;
  readonly amount: Money;
  readonly paidOn: PlainDate;
  readonly paymentReference: string;
};
