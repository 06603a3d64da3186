import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import type { Section } from '../../statements/formats/section.ts';
import { sectionsOf } from '../../statements/formats/sections.ts';
import { link } from '../page/text.ts';
import { type Block, heading } from '../page/view.ts';
import { changeBlocks } from './change-blocks.ts';
import { sectionBlocks } from './section-blocks.ts';
import { statementLeads } from './statement-leads.ts';

/** The whole statement, section by section as in its documents; what it is of stands above. */
export function statementBlocks(statement: YearEndStatement): Block[] {
  const leads = statementLeads(statement);
  const sections = sectionsOf(statement).filter(({ id }) => id !== 'statement');
  const blocksOf = (section: Section): Block[] =>
    section.id === 'changes'
      ? [heading(section.title, section.id), ...changeBlocks(statement)]
      : sectionBlocks(section, leads);
  const shown = new Map(sections.map((section) => [section.id, blocksOf(section)]));
  const totals = ['totals', 'totals-position'].map((id) => shown.get(id) ?? []);
  const contents = sections.map(({ id, title }) => link(`#${id}`, title));
  return [
    { kind: 'details', summary: 'Contents', blocks: [{ kind: 'list', look: 'plain', items: contents }] },
    { kind: 'columns', columns: totals },
    ...[...shown].filter(([id]) => !id.startsWith('totals')).flatMap(([, blocks]) => blocks),
  ];
}
