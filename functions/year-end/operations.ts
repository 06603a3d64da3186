import { z } from 'zod';
import { ChecklistItem } from '../../domain/year-end/checklist.ts';
import { ClosingBody, YearClosed } from '../../domain/year-end/disposal.ts';
import { ListedYear } from '../../domain/year-end/listed-years.ts';
import { CertificationBody, ReopeningBody, YearCertified, YearReopened } from '../../domain/year-end/year.ts';
import { entered } from '../http/effects.ts';
import { get, noQuery, post } from '../http/operation.ts';
import { InPartnership, OfYear } from '../http/parameters.ts';

const years = '/v1/partnerships/{partnershipId}/years';
const base = `${years}/{financialYear}`;
const ofYear = { area: 'yearEnd', parameters: OfYear } as const;

export const YearsAnswer = z.strictObject({ items: z.array(ListedYear) });
export const ChecklistAnswer = z.strictObject({ items: z.array(ChecklistItem) });
export const ClosingAnswer = YearClosed.extend(entered);
export const CertificationAnswer = YearCertified.extend(entered);
export const ReopeningAnswer = YearReopened.extend(entered);

export const yearEndOperations = {
  // Not in pages: a partnership has few years, and whoever chooses one wants to see them all.
  listYears: get({
    area: 'yearEnd',
    access: 'member',
    path: years,
    summary: 'The financial years of the books, today’s included, oldest first; and where each stands',
    parameters: InPartnership,
    query: noQuery,
    answer: YearsAnswer,
  }),
  getClosingChecklist: get({
    ...ofYear,
    access: 'member',
    path: `${base}/closing-checklist`,
    summary: 'What stands in the way of closing a year, and what to know before',
    query: noQuery,
    answer: ChecklistAnswer,
  }),
  closeYear: post({
    ...ofYear,
    access: ['finance-officer'],
    path: `${base}/closing`,
    summary: 'Close a year: each fund’s balance is carried forward or returned, and nothing more posts to the year',
    body: () => ClosingBody,
    answer: ClosingAnswer,
    problems: [
      'not-found',
      'year-closed',
      'year-not-ended',
      'previous-year-open',
      'disposals-do-not-sum',
      'return-exceeds-uncommitted',
      'return-exceeds-unspent',
      'approval-reference-required',
    ],
  }),
  certifyYear: post({
    ...ofYear,
    access: ['chief-finance-officer'],
    path: `${base}/certification`,
    summary:
      'Sign the statement of a closed year, over the hash of what was read: a numbered version that never changes',
    body: () => CertificationBody,
    answer: CertificationAnswer,
    problems: ['not-found', 'year-not-closed', 'already-exists', 'separation-of-duties', 'stale-statement', 'too-many'],
  }),
  reopenYear: post({
    ...ofYear,
    access: ['chief-finance-officer'],
    path: `${base}/reopening`,
    summary: 'Open a closed year again: what closing it posted is taken back',
    body: () => ReopeningBody,
    answer: ReopeningAnswer,
    problems: ['not-found', 'year-not-closed', 'later-year-closed'],
  }),
};
