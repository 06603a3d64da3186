import { yearInProse } from '../../domain/prose-dates.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Wording } from './wording.ts';
import { yearEndProblems } from './year-end-problems.ts';

/** A problem document (RFC 9457). */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors?: readonly FieldError[];
};

/** What is wrong with one member of a request; body members by JSON Pointer, others below /path, /query and /header. */
export type FieldError = { readonly pointer: string; readonly detail: string };

/** What a refusal of the domain is called over HTTP, and how it reads. A code without its words doesn’t compile. */
export const problems: { readonly [Code in Refusal['code']]: Wording<Code> } = {
  'not-found': {
    status: 404,
    title: 'Not found',
    detail: ({ subject, id }) => (id === '' ? `There is no such ${subject}.` : `There is no ${subject} “${id}”.`),
  },
  'already-exists': {
    status: 409,
    title: 'Already there',
    detail: ({ subject, id }) => `There is already a record of this ${subject}: “${id}”.`,
  },
  'revision-required': {
    status: 428,
    title: 'If-Match is needed',
    detail: () => 'This exists. Read it, and send its ETag in If-Match, so that nobody’s change is lost.',
  },
  'revision-mismatch': {
    status: 412,
    title: 'If-Match fails',
    detail: () => 'This is not what you read: it has changed since, or does not exist. Read it again.',
  },
  'receipt-exceeds-outstanding': {
    status: 409,
    title: 'More than is outstanding',
    detail: ({ amount, outstanding }) =>
      `${outstanding.toSterling()} is outstanding; this receipt is ${amount.toSterling()}.`,
  },
  'duplicate-bank-reference': {
    status: 409,
    title: 'Bank reference already used',
    detail: ({ bankReference, bankTotal }) =>
      bankTotal === undefined
        ? `The bank reference “${bankReference}” is recorded already. Where one bank credit covers several receipts, state the same bankTotal on each.`
        : `Under the bank reference “${bankReference}”, what is recorded and this do not make up one bank credit of ${bankTotal.toSterling()}.`,
  },
  'top-slice-exceeds-outstanding': {
    status: 409,
    title: 'Top-slice is more than is outstanding',
    detail: ({ amount, outstanding }) =>
      `${outstanding.toSterling()} of the grant is outstanding; the top-slice is ${amount.toSterling()}.`,
  },
  'variation-below-received': {
    status: 409,
    title: 'Less than was received',
    detail: ({ netAmount, received }) =>
      `The net amount would be ${netAmount.toSterling()}, and ${received.toSterling()} was received.`,
  },
  'instalments-do-not-sum': {
    status: 409,
    title: 'Instalments do not sum',
    detail: ({ sum, netAmount }) =>
      `The instalments come to ${sum.toSterling()}; the net amount is ${netAmount.toSterling()}.`,
  },
  'insufficient-funds': {
    status: 409,
    title: 'Not enough money',
    detail: ({ of, needed, available, financialYear, by = 'this', allowance }) => {
      const beyond = allowance === undefined ? '' : `, and awards may go ${allowance.toSterling()} beyond it`;
      return `The uncommitted balance of ${of} is ${available.toSterling()} at the end of ${yearInProse(financialYear)}${beyond}; ${by} needs ${needed.toSterling()}.`;
    },
  },
  'nature-mismatch': {
    status: 409,
    title: 'Revenue and capital do not mix',
    detail: ({ of, nature, fundNature }) => `The ${of} is ${nature}; the fund holds ${fundNature} money.`,
  },
  'period-mismatch': {
    status: 409,
    title: 'Period outside the year',
    detail: ({ financialYear }) =>
      `The funding period has no day in the grant’s financial year, ${yearInProse(financialYear)}.`,
  },
  'purpose-required': {
    status: 409,
    title: 'Purpose needed',
    detail: ({ fund }) => `${fund} is restricted: say in purposeStatement how this serves its purpose.`,
  },
  'date-out-of-order': {
    status: 409,
    title: 'Date out of order',
    detail: ({ date, notBefore, of }) => `${date} is before ${of}, which is dated ${notBefore}.`,
  },
  'repayment-exceeds-owed': {
    status: 409,
    title: 'More than is owed',
    detail: ({ amount, owed }) => `${owed.toSterling()} is owed; this is ${amount.toSterling()}.`,
  },
  'not-first-entry': {
    status: 409,
    title: 'Not the first entry',
    detail: ({ fund }) => `${fund} has entries already; an opening balance comes before them.`,
  },
  'too-many-funds': {
    status: 409,
    title: 'Too many funds',
    detail: ({ most }) => `A partnership has at most ${most} funds.`,
  },
  'too-many-names': {
    status: 409,
    title: 'Too many categories',
    detail: ({ most }) => `A fund has at most ${most} categories and purposes in a year. Use one that is there.`,
  },
  'quorum-out-of-reach': {
    status: 409,
    title: 'Quorum out of reach',
    detail: ({ quorum, authorities }) =>
      `A quorum of ${quorum} can never be met: there are ${authorities} responsible authorities.`,
  },
  'too-many': {
    status: 409,
    title: 'Too many',
    detail: ({ what, most }) => `There are at most ${most} ${what}.`,
  },
  'meeting-not-quorate': {
    status: 409,
    title: 'No quorum',
    detail: ({ present, quorum, recused }) => {
      const off = recused === 0 ? '' : `, ${recused} more ${recused === 1 ? 'is' : 'are'} recused from this item`;
      return `The quorum is ${counted(quorum)}. ${present} ${present === 1 ? 'counts' : 'count'}${off}; people of one authority count once.`;
    },
  },
  'meeting-not-open': {
    status: 409,
    title: 'The meeting is not open',
    detail: ({ meeting, heldOn, meetingStatus }) => `${meeting} of ${heldOn} is ${meetingStatus}, not open.`,
  },
  'not-presiding': {
    status: 409,
    title: 'Not presiding',
    detail: ({ presiding, act }) => {
      if (act === 'chairs-action') {
        const named = presiding === undefined ? 'name no chair' : `name ${presiding}`;
        return `Only the chair takes chair’s action; the terms of reference in force that day ${named}.`;
      }
      return presiding === undefined
        ? 'Nobody is there to preside over this: no chair or vice-chair in office who is present, has no interest in it, and neither proposed nor paid it.'
        : `${presiding} presides over this, and nobody else decides it.`;
    },
  },
  'separation-of-duties': {
    status: 409,
    title: 'Duties are kept apart',
    detail: ({ because }) => because,
  },
  'interest-declared': {
    status: 409,
    title: 'Interest declared',
    detail: () => 'An interest of yours in this award is declared, so somebody else decides it.',
  },
  'invalid-transition': {
    status: 409,
    title: 'Not possible as things stand',
    detail: ({ because }) => because,
  },
  'terms-relied-on': {
    status: 409,
    title: 'The terms are relied on',
    detail: ({ effectiveFrom, reliedOn }) =>
      `A meeting or decision of ${reliedOn} relied on the terms of reference in force that day; they can’t be changed from ${effectiveFrom} on, only from a later date than that.`,
  },
  'approval-exceeds-request': {
    status: 409,
    title: 'More than was asked for',
    detail: ({ amount, requested }) =>
      `${requested.toSterling()} was asked for; ${amount.toSterling()} would be approved.`,
  },
  'approval-below-paid': {
    status: 409,
    title: 'Less than was paid',
    detail: ({ amount, paid }) => `${paid.toSterling()} was paid already; ${amount.toSterling()} would be approved.`,
  },
  'payment-exceeds-commitment': {
    status: 409,
    title: 'More than is committed',
    detail: ({ amount, committed, from }) =>
      `${committed.toSterling()} is committed to this award and unpaid from ${from} on; this payment is ${amount.toSterling()}.`,
  },
  'refund-exceeds-paid': {
    status: 409,
    title: 'More than was paid',
    detail: ({ amount, paid }) =>
      `${paid.toSterling()} was paid and has not come back; this refund is ${amount.toSterling()}.`,
  },
  'amount-not-confirmed': {
    status: 409,
    title: 'The amount is to be confirmed',
    detail: ({ award, isToBeStated = false }) =>
      isToBeStated
        ? `State the amount: what is decided about “${award}” is how much.`
        : `“${award}” is approved without an amount. A meeting sets the amount first.`,
  },
  'chairs-action-limit': {
    status: 409,
    title: 'Beyond chair’s action',
    detail: ({ amount, limit }) =>
      limit === undefined
        ? 'The terms of reference set no limit for chair’s action, so none may be taken.'
        : `The terms of reference allow chair’s action up to ${limit.toSterling()}; this is ${amount.toSterling()}.`,
  },
  ...yearEndProblems,
  'already-reversed': {
    status: 409,
    title: 'Already reversed',
    detail: ({ subject }) => `${subject} was reversed already.`,
  },
  'not-reversible': {
    status: 409,
    title: 'Not reversible',
    detail: ({ because }) => because,
  },
};

const counted = (authorities: number): string => `${authorities} ${authorities === 1 ? 'authority' : 'authorities'}`;

/** A refusal as people read it. */
export function refusalProblem<Code extends Refusal['code']>(
  refusal: Extract<Refusal, { code: Code }>,
  code: Code,
): ProblemDocument {
  const { status, title, detail } = problems[code];
  // The figures that decide travel beside the words.
  return { ...refusal, type: `/problems/${code}`, title, status, detail: detail(refusal), code };
}
