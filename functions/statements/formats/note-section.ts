import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { entryRuns, few } from './names.ts';
import { type Field, type Section, table, text } from './section.ts';

/** What was noted, the same words once: of which lines of the statement, and in which entries of the year. */
type Note = { readonly note: string; readonly entries: readonly number[]; readonly of: readonly string[] };

export const noteSection = (statement: YearEndStatement): Section =>
  table({ id: 'notes', title: 'Notes' }, fields, notesOf(statement));

const fields: readonly Field<Note>[] = [
  text('note', 'Note', (n) => n.note),
  text('of', 'Of', (n) => few(n.of)),
  text('entries', 'Journal entries', (n) => entryRuns(n.entries)),
];

function notesOf({ partnership, funds, grants, awards, sharedFunds, notes }: YearEndStatement): Note[] {
  const lines = [
    partnership,
    ...funds,
    ...[...grants, ...awards, ...sharedFunds].map(({ title, note }) => ({ name: title, note })),
  ];
  const named = lines.flatMap(({ name, note }) => (note === undefined ? [] : [{ note, name }]));
  const texts = new Set([...notes, ...named].map(({ note }) => note));
  const entries = Map.groupBy(notes, ({ note }) => note);
  const names = Map.groupBy(named, ({ note }) => note);
  return [...texts].map((note) => ({
    note,
    entries: (entries.get(note) ?? []).flatMap((one) => one.entries),
    of: (names.get(note) ?? []).map(({ name }) => name),
  }));
}
