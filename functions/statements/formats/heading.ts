import { startOf } from '../../../domain/financial-year.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { longDate, proseYear } from './print.ts';

/** What a document says first, and on every page. */
export type Heading = {
  readonly title: string;
  readonly partnership: string;
  readonly period: string;
  readonly standing: string;
};

export const headingOf = (statement: YearEndStatement): Heading => ({
  title: `Year-end statement ${proseYear(statement.financialYear)}`,
  partnership: statement.partnership.name,
  period: `${longDate(startOf(statement.financialYear))} to ${longDate(statement.asOf)}`,
  standing: standingOf(statement),
});

/** Nobody must take for final what is not. */
function standingOf({ status, version }: YearEndStatement): string {
  switch (status) {
    case 'open':
      return 'Draft';
    case 'closed':
      return 'Closed, not certified';
    case 'certified':
      return `Certified, version ${version}`;
  }
}
