import type { z } from 'zod';
import { FinancialYear } from '../../domain/financial-year.ts';
import { Posting } from '../../domain/ledger/posting.ts';
import { VerificationReport } from '../../domain/ledger/verification.ts';
import { Amount, AmountOrZero, MoneyText } from '../../domain/money-schema.ts';
import { PlainDate } from '../../domain/plain-date.ts';
import { YearEndStatement } from '../../domain/statement/statement.ts';
import { Organisation, Person, Prose, Reference, ServiceId, Slug, Title } from '../../domain/text.ts';
import { JobAnswer } from '../jobs/shown-job.ts';
import { Problem } from './problem-responses.ts';

/** What the document calls a schema, and what it adds to it. */
export type SchemaName = {
  readonly id: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly examples?: readonly string[];
};

/** Schemas that many operations share, each described once. */
export const sharedSchemas: readonly (readonly [z.ZodType, SchemaName])[] = [
  [MoneyText, { id: 'Money', description: 'An amount in pounds, as text with exactly two decimal places.' }],
  [
    AmountOrZero,
    { id: 'AmountOrNothing', description: 'An amount in pounds, as text; it may be nothing.', examples: ['0.00'] },
  ],
  [
    Amount,
    {
      id: 'Amount',
      description: 'An amount in pounds, as text; more than nothing.',
      // Some digit is not zero.
      pattern: '[1-9]',
      examples: ['14235.50'],
    },
  ],
  [PlainDate, { id: 'Date', description: 'A real calendar date.', format: 'date', examples: ['2017-10-06'] }],
  [FinancialYear, { id: 'FinancialYear', description: 'From 1 April to 31 March.', examples: ['2017-18'] }],
  [Slug, { id: 'Slug', description: 'An id that people give: lower-case, digits, hyphens.', examples: ['maldon'] }],
  [ServiceId, { id: 'Id', description: 'An id of the service’s own; these sort by time.' }],
  [Title, { id: 'Title', description: 'A title or name: one line of up to 200 characters.' }],
  [Reference, { id: 'Reference', description: 'As on a letter or bank statement: one line of up to 100 characters.' }],
  [Prose, { id: 'Prose', description: 'Up to 2,000 characters, in lines.' }],
  [Person, { id: 'Person', description: 'The login that is held responsible, and the name that it gave.' }],
  [Organisation, { id: 'Organisation' }],
  [Posting, { id: 'Posting', description: 'A debit or a credit of an account.' }],
  [YearEndStatement, { id: 'Statement', description: 'A year’s accounts, as the journal stood at an entry.' }],
  [YearEndStatement.shape.funds.element, { id: 'FundLine', description: 'A fund in a statement.' }],
  [YearEndStatement.shape.grants.element, { id: 'GrantLine', description: 'A grant in a statement, and its use.' }],
  [VerificationReport, { id: 'VerificationReport', description: 'What recomputing the books from the journal found.' }],
  [JobAnswer, { id: 'Job', description: 'Work that is too long for one answer, and how far it is.' }],
  [Problem, { id: 'Problem', description: 'A problem document (RFC 9457).' }],
];
