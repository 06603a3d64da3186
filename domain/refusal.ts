import type { FinancialYear } from './financial-year.ts';
import type { Money } from './money.ts';
import type { PlainDate } from './plain-date.ts';

/**
 * Why a command is refused: the code of the contract, and the figures that decide it.
 * The words that people read are in `functions/http/problem.ts`.
 */
export type Refusal =
  | { readonly code: 'not-found'; readonly subject: string; readonly id: string }
  | { readonly code: 'already-exists'; readonly subject: string; readonly id: string }
  | { readonly code: 'revision-required' }
  | { readonly code: 'revision-mismatch' }
  | { readonly code: 'receipt-exceeds-outstanding'; readonly amount: Money; readonly outstanding: Money }
  | { readonly code: 'duplicate-bank-reference'; readonly bankReference: string; readonly bankTotal?: Money }
  | { readonly code: 'top-slice-exceeds-outstanding'; readonly amount: Money; readonly outstanding: Money }
  | { readonly code: 'variation-below-received'; readonly netAmount: Money; readonly received: Money }
  | { readonly code: 'instalments-do-not-sum'; readonly sum: Money; readonly netAmount: Money }
  | InsufficientFunds
  | { readonly code: 'nature-mismatch'; readonly grantNature: string; readonly fundNature: string }
  | { readonly code: 'period-mismatch'; readonly financialYear: FinancialYear }
  | { readonly code: 'purpose-required'; readonly fund: string }
  | { readonly code: 'date-out-of-order'; readonly date: PlainDate; readonly notBefore: PlainDate; readonly of: string }
  | { readonly code: 'repayment-exceeds-owed'; readonly amount: Money; readonly owed: Money }
  | { readonly code: 'not-first-entry'; readonly fund: string }
  | { readonly code: 'too-many-funds'; readonly most: number }
  | { readonly code: 'too-many-names'; readonly most: number }
  | { readonly code: 'quorum-out-of-reach'; readonly quorum: number; readonly authorities: number }
  | { readonly code: 'already-reversed'; readonly subject: string }
  | { readonly code: 'not-reversible'; readonly because: string };

/** What is asked for is more than what is free in the fund, or than what is left of the grant that should pay. */
export type InsufficientFunds = {
  readonly code: 'insufficient-funds';
  /** The fund or grant, by name. */
  readonly of: string;
  readonly needed: Money;
  readonly available: Money;
  /** The year at whose end that little is free. */
  readonly financialYear: FinancialYear;
};

/** The domain's only error: a rule forbids the command, and nothing has changed. */
export class DomainError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'DomainError';
    this.refusal = refusal;
  }
}

export function refuse(refusal: Refusal): never {
  throw new DomainError(refusal);
}

/** What was looked for, or the refusal that it isn't there. */
export function found<T>(value: T | undefined, subject: string, id: string): T {
  return value ?? refuse({ code: 'not-found', subject, id });
}
