import { endOf } from '../../../domain/financial-year.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { csv } from './csv.ts';
import { headingOf } from './heading.ts';
import { htmlPage } from './html-page.ts';
import { pdf } from './pdf.ts';
import { sectionsOf } from './sections.ts';
import { xlsx } from './xlsx.ts';

export { statementPolicy } from './html-page.ts';

export const statementTypes = [
  'application/json',
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
  'text/html',
] as const;
export type StatementType = (typeof statementTypes)[number];

export const endings = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/pdf': 'pdf',
  'text/html': 'html',
} satisfies Record<StatementType, string>;

/** The statement in a form; the same statement always gives the same bytes. */
export async function rendered(statement: YearEndStatement, contentType: StatementType): Promise<Buffer> {
  switch (contentType) {
    case 'application/json':
      return Buffer.from(JSON.stringify(statement));
    case 'text/csv':
      return csv(sectionsOf(statement));
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return await xlsx(sectionsOf(statement));
    case 'application/pdf':
      return pdf(statement, headingOf(statement), sectionsOf(statement));
    case 'text/html':
      return htmlPage(statement, headingOf(statement), sectionsOf(statement));
  }
}

type Named = Pick<YearEndStatement, 'partnershipId' | 'financialYear' | 'status' | 'version'> & {
  readonly asOf?: string;
  /** Whether it is the document that was signed. */
  readonly isSigned: boolean;
};

/** Such as `maldon-statement-2017-18-v1.pdf`. */
export function fileNameOf(statement: Named, contentType: StatementType): string {
  const { partnershipId, financialYear, asOf = endOf(financialYear) } = statement;
  const upTo = asOf === endOf(financialYear) ? '' : `-to-${asOf}`;
  return `${partnershipId}-statement-${financialYear}${upTo}-${standing(statement)}.${endings[contentType]}`;
}

function standing({ status, version, isSigned }: Named): string {
  switch (status) {
    case 'open':
      return 'draft';
    case 'closed':
      return 'closed';
    case 'certified':
      return isSigned ? `v${version}` : 'unsigned';
  }
}
