import { startOf } from '../../../domain/financial-year.ts';
import { longDate, yearInProse } from '../../../domain/prose-dates.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';

/** What a document says first, and on every page. */
export type Heading = {
  readonly title: string;
  readonly partnership: string;
  readonly period: string;
  readonly standing: string;
};

export const headingOf = (statement: YearEndStatement): Heading => ({
  title: `Year-end statement ${yearInProse(statement.financialYear)}`,
  partnership: statement.partnership.name,
  period: `${longDate(startOf(statement.financialYear))} to ${longDate(statement.asOf)}`,
  standing: standingOf(statement),
});

/** Nobody must take for final what is not: of a certified year, only the version itself is what was signed. */
function standingOf({ status, version, integrity }: YearEndStatement): string {
  switch (status) {
    case 'open':
      return 'Draft';
    case 'closed':
      return 'Closed, not certified';
    case 'certified':
      return integrity.certification === undefined
        ? `Not the signed document: version ${version} is certified`
        : `Certified, version ${version}`;
  }
}
