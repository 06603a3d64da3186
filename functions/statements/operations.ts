import { z } from 'zod';
import { PlainDate } from '../../domain/plain-date.ts';
import { StatementChange } from '../../domain/statement/changes.ts';
import { YearEndStatement } from '../../domain/statement/statement.ts';
import { YearCertified } from '../../domain/year-end/year.ts';
import { knownAtQuery } from '../http/known-at.ts';
import { get, pageOf, pageQuery } from '../http/operation.ts';
import { OfYear } from '../http/parameters.ts';
import { statementTypes } from './formats/formats.ts';

const base = '/v1/partnerships/{partnershipId}';

/** A certified version: who signed what, and what had changed since the one before. */
export const VersionAnswer = YearCertified.extend({
  sequence: z.int(),
  changes: z.array(StatementChange),
  /** The version itself; other forms by `Accept`. */
  link: z.string(),
});

export const statementOperations = {
  getStatement: get({
    path: `${base}/years/{financialYear}/statement`,
    area: 'statements',
    summary: 'The year-end statement',
    access: 'member',
    parameters: OfYear,
    query: () =>
      z.strictObject({
        asOf: PlainDate.exactOptional().meta({
          description: 'A date of the year: what counts on or before it. By default the last day of the year.',
        }),
        knownAt: knownAtQuery,
        version: z
          .string()
          .regex(/^[1-9]\d{0,2}$/, 'Write the number of a certified version.')
          .exactOptional()
          .meta({ description: 'A certified version, exactly as it was signed.' }),
      }),
    answer: YearEndStatement,
    contentTypes: statementTypes,
  }),
  listStatements: get({
    path: `${base}/years/{financialYear}/statements`,
    area: 'statements',
    summary: 'The certified versions of a year’s statement, each with what changed against the one before',
    access: 'member',
    parameters: OfYear,
    query: () => z.strictObject(pageQuery),
    answer: pageOf(VersionAnswer),
  }),
};
