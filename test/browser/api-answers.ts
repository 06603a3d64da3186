/** As much of what the API answers as journeys look at. */
export type Award = {
  readonly status: string;
  readonly amountApproved: string;
  readonly paidAmount: string;
  readonly refundedAmount: string;
  readonly committedAmount: string;
  readonly decisions: readonly object[];
};

export type Grant = { readonly reference: string };

export type Entry = {
  readonly sequence: number;
  readonly facts: { readonly awardId?: string; readonly amount?: string };
};

export type Statement = {
  readonly statementHash: string;
  readonly totals: { readonly closingBalance: string };
};
