import { Money } from '../../../domain/money.ts';
import type { StatementChange } from '../../../domain/statement/changes.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { entryRuns, type Names } from './names.ts';
import { type Cell, code, data, type Field, money, type Section, table, text } from './section.ts';

/** What a certified version changed against the one before; nothing where there is none before. */
export function changeSection({ version, integrity }: YearEndStatement, names: Names): Section[] {
  const { changes } = integrity;
  if (version === null || changes === undefined) return [];
  const head = { id: 'changes', title: 'Changes', about: `Against version ${version - 1} of this statement.` };
  return [table({ ...head, none: 'Nothing has changed.' }, fields(names), changes)];
}

const fields = (names: Names): readonly Field<StatementChange>[] => [
  code('part', 'Section', (c) => c.section),
  text('lineId', 'Line id', (c) => c.id || null, data),
  text('line', 'Line', (c) => names.any(c.id || null)),
  code('figure', 'Figure', (c) => c.figure),
  text('before', 'Before', (c) => written(c, c.before)),
  text('after', 'After', (c) => written(c, c.after)),
  money('difference', 'Difference', (c) => c.difference),
  text('entries', 'Journal entries', (c) => entryRuns(c.entries)),
];

const amount = /^-?\d+\.\d{2}$/;
const longest = 1000;

/** An amount as an amount; other members as JSON has them, as far as a cell has room. */
function written({ difference }: StatementChange, value: unknown): Cell {
  if (value instanceof Money) return value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return difference !== undefined && amount.test(value) ? Money.parse(value) : value;
  const characters = [...JSON.stringify(value)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : characters.join('');
}
