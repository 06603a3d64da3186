import { yearInProse } from '../../domain/prose-dates.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Wording } from './wording.ts';

/** The part of `problems` that is about closing, certifying and opening years. */
export const yearEndProblems = {
  'year-closed': {
    status: 409,
    title: 'The year is closed',
    detail: ({ financialYear }) =>
      `${yearInProse(financialYear)} is closed, so nothing can be posted to it or to a year before it. Record it in an open year, or ask the chief finance officer to open ${yearInProse(financialYear)} again.`,
  },
  'year-not-closed': {
    status: 409,
    title: 'The year is not closed',
    detail: ({ financialYear }) => `${yearInProse(financialYear)} is open.`,
  },
  'stale-statement': {
    status: 409,
    title: 'Not the statement as it stands',
    detail: ({ financialYear }) =>
      `The statement of ${yearInProse(financialYear)} is not the one with this hash: read it again, and sign what it says now.`,
  },
  'year-not-ended': {
    status: 409,
    title: 'The year has not ended',
    detail: ({ financialYear, endsOn }) =>
      `${yearInProse(financialYear)} ends on ${endsOn}; it is closed after that day.`,
  },
  'previous-year-open': {
    status: 409,
    title: 'An earlier year is open',
    detail: ({ open, financialYear }) =>
      `${yearInProse(open)} is open; it is closed before ${yearInProse(financialYear)}.`,
  },
  'later-year-closed': {
    status: 409,
    title: 'A later year is closed',
    detail: ({ later, financialYear }) =>
      `${yearInProse(later)} is closed; it is opened again before ${yearInProse(financialYear)}.`,
  },
  'disposals-do-not-sum': {
    status: 409,
    title: 'Disposals do not sum',
    detail: ({ fund, sum, balance }) =>
      `The balance of ${fund} before returns is ${balance.toSterling()}; what is carried forward and returned comes to ${sum.toSterling()}.`,
  },
  'approval-reference-required': {
    status: 409,
    title: 'The funder’s approval is needed',
    detail: ({ fund, grant, amount }) =>
      `${amount.toSterling()} of “${grant}” in ${fund} would be carried forward, which its agreement allows only with the funder’s approval: give its reference.`,
  },
  'return-exceeds-unspent': {
    status: 409,
    title: 'More than is unspent',
    detail: ({ grant, returned, unspent }) =>
      `${unspent.toSterling()} of “${grant}” is unspent; ${returned.toSterling()} would go back.`,
  },
  'return-exceeds-uncommitted': {
    status: 409,
    title: 'More than is uncommitted',
    detail: ({ fund, returned, available }) =>
      `The uncommitted balance of ${fund} is ${available.toSterling()}; ${returned.toSterling()} would go back.`,
  },
} satisfies { readonly [Code in Refusal['code']]?: Wording<Code> };
