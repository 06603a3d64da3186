import type { StatementChange } from '../../../domain/statement/changes.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { changeSection } from '../../statements/formats/change-section.ts';
import { type Names, namesOf } from '../../statements/formats/names.ts';
import { type Block, paragraph } from '../page/view.ts';
import { sectionContent } from './section-blocks.ts';
import { statementLeads } from './statement-leads.ts';

/** What a certified version changed, before and after side by side: figures first, then words. */
export function changeBlocks(statement: YearEndStatement, names: Names = namesOf(statement)): Block[] {
  const { integrity, version } = statement;
  const { changes = [] } = integrity;
  if (changes.length === 0) return [paragraph('Nothing has changed.')];
  const tableOf = (own: readonly StatementChange[], what: string): Block[] => {
    const about = { ...statement, integrity: { ...integrity, changes: [...own] } };
    const [section] = own.length === 0 ? [] : changeSection(about, names);
    if (section === undefined) return [];
    const title = `${what} that version ${version} changed against version ${Number(version) - 1}`;
    const columns = section.columns.map((column) =>
      isFigure(own, column.id) ? { ...column, kind: 'money' as const } : column,
    );
    return [sectionContent({ ...section, title, columns }, statementLeads(about), 'shown')];
  };
  const [figures, words] = [changes.filter(isOfMoney), changes.filter((change) => !isOfMoney(change))];
  return [...tableOf(figures, 'Figures'), ...tableOf(words, 'Words and dates')];
}

const isOfMoney = ({ difference }: StatementChange): boolean => difference !== undefined;

/** Amounts stand to the right. */
const isFigure = (changes: readonly StatementChange[], column: string): boolean =>
  ['before', 'after'].includes(column) && changes.every(isOfMoney);
