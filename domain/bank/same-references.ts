import { normalised } from '../grant/bank-reference.ts';
import { listed } from '../publication/words.ts';
import type { BankLine } from './bank-line.ts';
import type { SameReference } from './matched-line.ts';

const mostListed = 5;

/** The lines whose reference other lines of the file have too. */
export function sameReferences(lines: readonly BankLine[]): ReadonlyMap<BankLine, SameReference> {
  const groups = [...Map.groupBy(lines, ({ reference }) => normalised(reference)).values()];
  return new Map(
    groups
      .filter(({ length }) => length > 1)
      .flatMap((group) => group.map((line): [BankLine, SameReference] => [line, sameReference(line, group)])),
  );
}

function sameReference(line: BankLine, group: readonly BankLine[]): SameReference {
  const rows = group.flatMap((other) => (other === line ? [] : other.number)).toSorted((a, b) => a - b);
  const others = rows.length > mostListed ? `${rows.length} other rows have` : inWords(rows);
  const consequence = line.direction === 'in' ? ' The ledger takes a reference for one receipt alone.' : '';
  return { rows, reason: `${others} the reference “${line.reference}” too.${consequence}` };
}

const inWords = (rows: readonly number[]): string =>
  rows.length === 1 ? `Row ${rows[0]} has` : `Rows ${listed(rows.map(String))} have`;
