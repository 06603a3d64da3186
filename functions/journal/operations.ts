import { z } from 'zod';
import { FinancialYear } from '../../domain/financial-year.ts';
import { entryTypes } from '../../domain/ledger/facts.ts';
import { ReversalBody } from '../../domain/ledger/reverse-entry.ts';
import { Slug } from '../../domain/text.ts';
import { EntryAnswer } from '../http/answers.ts';
import { get, noQuery, pageOf, pageQuery, post } from '../http/operation.ts';
import { InPartnership, OfEntry } from '../http/parameters.ts';
import { postingQuery } from './posting-query.ts';

const area = 'journal';
const path = '/v1/partnerships/{partnershipId}/journal';

export const journalOperations = {
  listEntries: get({
    path,
    area,
    summary: 'The journal: every accepted command, in order',
    access: 'member',
    parameters: InPartnership,
    query: () =>
      z.strictObject({
        ...pageQuery,
        financialYear: FinancialYear.exactOptional(),
        fundId: Slug.exactOptional(),
        type: z.enum([...entryTypes]).exactOptional(),
        ...postingQuery,
      }),
    answer: pageOf(EntryAnswer),
  }),
  getEntry: get({
    path: `${path}/{sequence}`,
    area,
    summary: 'An entry of the journal',
    access: 'member',
    parameters: OfEntry,
    query: noQuery,
    answer: EntryAnswer,
  }),
  reverseEntry: post({
    path: `${path}/{sequence}/reversal`,
    area,
    summary: 'Correct an entry by a new one that mirrors it',
    access: ['finance-officer'],
    parameters: OfEntry,
    body: ReversalBody,
    answer: EntryAnswer,
    problems: [
      'not-found',
      'already-reversed',
      'not-reversible',
      'date-out-of-order',
      'insufficient-funds',
      'variation-below-received',
      'separation-of-duties',
      'year-closed',
    ],
  }),
};
