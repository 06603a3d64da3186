import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { awardSections } from './award-sections.ts';
import { changeSection } from './change-section.ts';
import { exceptionSection } from './exception-section.ts';
import { fundSections } from './fund-sections.ts';
import { grantSections } from './grant-sections.ts';
import { namesOf } from './names.ts';
import { noteSection } from './note-section.ts';
import { proofSection, statementSection } from './proof-sections.ts';
import type { Section } from './section.ts';
import { sharedFundSections } from './shared-fund-sections.ts';
import { summarySection } from './summary-section.ts';
import { totalsSections } from './totals-section.ts';

/** The whole statement, in the order in which it is read. Every form is made from these sections and nothing else. */
export function sectionsOf(statement: YearEndStatement): Section[] {
  const names = namesOf(statement);
  const sections = [
    statementSection(statement),
    ...totalsSections(statement),
    summarySection(statement),
    ...fundSections(statement, names),
    ...grantSections(statement, names),
    ...awardSections(statement, names),
    ...sharedFundSections(statement),
    exceptionSection(statement, names),
    noteSection(statement),
    ...changeSection(statement, names),
    proofSection(statement),
  ];
  return sections.filter(({ rows, none }) => rows.length > 0 || none !== undefined);
}
