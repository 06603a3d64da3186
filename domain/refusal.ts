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
  | {
      readonly code: 'nature-mismatch';
      readonly of: 'grant' | 'award';
      readonly nature: string;
      readonly fundNature: string;
    }
  | { readonly code: 'period-mismatch'; readonly financialYear: FinancialYear }
  | { readonly code: 'purpose-required'; readonly fund: string }
  | { readonly code: 'date-out-of-order'; readonly date: PlainDate; readonly notBefore: PlainDate; readonly of: string }
  | { readonly code: 'repayment-exceeds-owed'; readonly amount: Money; readonly owed: Money }
  | { readonly code: 'not-first-entry'; readonly fund: string }
  | { readonly code: 'too-many-funds'; readonly most: number }
  | { readonly code: 'too-many-names'; readonly most: number }
  | { readonly code: 'quorum-out-of-reach'; readonly quorum: number; readonly authorities: number }
  | { readonly code: 'too-many'; readonly what: string; readonly most: number }
  | MeetingRefusal
  | YearEndRefusal
  | AwardRefusal
  | { readonly code: 'already-reversed'; readonly subject: string }
  | { readonly code: 'not-reversible'; readonly because: string };

type MeetingRefusal =
  /** `present` authorities count; `recused` ones are there, and don't count for this item. */
  | {
      readonly code: 'meeting-not-quorate';
      readonly present: number;
      readonly quorum: number;
      readonly recused: number;
    }
  | {
      readonly code: 'meeting-not-open';
      readonly meeting: string;
      readonly heldOn: PlainDate;
      readonly meetingStatus: string;
    }
  /** `presiding` is who does preside, by name, where anybody can. */
  | { readonly code: 'not-presiding'; readonly presiding?: string; readonly act?: 'chairs-action' }
  | { readonly code: 'terms-relied-on'; readonly effectiveFrom: PlainDate; readonly reliedOn: PlainDate };

type YearEndRefusal =
  | { readonly code: 'year-closed' | 'year-not-closed' | 'stale-statement'; readonly financialYear: FinancialYear }
  | { readonly code: 'year-not-ended'; readonly financialYear: FinancialYear; readonly endsOn: PlainDate }
  | { readonly code: 'previous-year-open'; readonly financialYear: FinancialYear; readonly open: FinancialYear }
  | { readonly code: 'later-year-closed'; readonly financialYear: FinancialYear; readonly later: FinancialYear }
  | { readonly code: 'disposals-do-not-sum'; readonly fund: string; readonly sum: Money; readonly balance: Money }
  | {
      readonly code: 'approval-reference-required';
      readonly fund: string;
      readonly grant: string;
      readonly amount: Money;
    }
  | {
      readonly code: 'return-exceeds-unspent';
      readonly grant: string;
      readonly returned: Money;
      readonly unspent: Money;
    }
  | {
      readonly code: 'return-exceeds-uncommitted';
      readonly fund: string;
      readonly returned: Money;
      readonly available: Money;
    };

type AwardRefusal =
  | { readonly code: 'separation-of-duties'; readonly because: string }
  | { readonly code: 'interest-declared' }
  | { readonly code: 'invalid-transition'; readonly because: string }
  | { readonly code: 'approval-exceeds-request'; readonly amount: Money; readonly requested: Money }
  | { readonly code: 'approval-below-paid'; readonly amount: Money; readonly paid: Money }
  | {
      readonly code: 'payment-exceeds-commitment';
      readonly amount: Money;
      /** The least that is committed on the day or later. */
      readonly committed: Money;
      readonly from: PlainDate;
    }
  | { readonly code: 'refund-exceeds-paid'; readonly amount: Money; readonly paid: Money }
  /** What is approved without an amount is not paid or varied; a decision that sets the amount states it. */
  | { readonly code: 'amount-not-confirmed'; readonly award: string; readonly isToBeStated?: true }
  /** Without a limit in the terms of reference, no chair's action is allowed. */
  | { readonly code: 'chairs-action-limit'; readonly amount: Money; readonly limit?: Money };

/** What is asked for is more than what is free in the fund, or than what is left of the grant that should pay. */
export type InsufficientFunds = {
  readonly code: 'insufficient-funds';
  /** The fund or grant, by name. */
  readonly of: string;
  readonly needed: Money;
  readonly available: Money;
  /** What asks for it. */
  readonly by?: string;
  /** How far the terms of reference let awards go beyond what is available. */
  readonly allowance?: Money;
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

/** Refuses what the state of things doesn't allow, in a sentence that says why. */
export const refuseTransition = (because: string): never => refuse({ code: 'invalid-transition', because });

/** What was looked for, or the refusal that it isn't there. */
export function found<T>(value: T | undefined, subject: string, id: string): T {
  return value ?? refuse({ code: 'not-found', subject, id });
}
