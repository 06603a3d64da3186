import { entryPath } from '../page/paths.ts';
import { link, name, type Span, tag } from '../page/text.ts';
import type { Block, Row } from '../page/view.ts';

export type Table = Extract<Block, { kind: 'table' }>;
type Noted = { readonly note?: string | undefined };

/** A table of records with what was noted of each, where anything was. */
export function withNotes(table: Table, records: readonly Noted[]): Table {
  if (records.every(({ note }) => note === undefined)) return table;
  const noted = (row: Row, place: number): Row => {
    const note = records[place]?.note;
    return [...row, note === undefined ? '' : name(note)];
  };
  return {
    ...table,
    columns: [...table.columns, { label: 'Note' }],
    rows: table.rows.map(noted),
    ...(table.foot && { foot: [...table.foot, ''] }),
  };
}

type Entered = { readonly sequence: number; readonly reversedBy?: number | undefined };

/** Where a record stands in the journal, and what took it back. */
export function entryCell(partnershipId: string, { sequence, reversedBy }: Entered): Span[] {
  const entry = link(entryPath(partnershipId, sequence), `Entry ${sequence}`);
  if (reversedBy === undefined) return [entry];
  return [entry, ' ', tag('Reversed'), ' by ', link(entryPath(partnershipId, reversedBy), `entry ${reversedBy}`)];
}

export const isStanding = ({ reversedBy }: Pick<Entered, 'reversedBy'>): boolean => reversedBy === undefined;
