import type { BankColumns } from './bank-columns.ts';
import { problemInCell, problemInRow, type Read } from './bank-file.ts';
import { longestDescription } from './bank-line.ts';
import { type BankRow, cellAt } from './bank-row.ts';
import { shortened } from './bank-text.ts';

type Words = { readonly reference: string; readonly description: string };

/** As long as a reference of the ledger may be. */
const longestReference = 100;

/** What the bank calls a movement: its reference, or else the beginning of its description. */
export function readWords(row: BankRow, { references, descriptions }: BankColumns): Read<Words> {
  const texts = descriptions.map((column) => cellAt(row, column)).filter((text) => text !== '');
  const description = texts.join(' ');
  const reference = references.map((column) => cellAt(row, column)).find((text) => text !== '') ?? description;
  if (reference === '') {
    return { problem: problemInRow(row.number, `there is nothing in ${namesOf([...references, ...descriptions])}.`) };
  }
  const [column] = descriptions;
  if (column !== undefined && description.length > longestDescription) {
    const detail = `there are more than ${longestDescription} characters. Is a quotation mark missing?`;
    return { problem: problemInCell(row.number, column.name, detail) };
  }
  return { value: { reference: shortened(reference, longestReference), description } };
}

const namesOf = (columns: readonly { readonly name: string }[]): string =>
  columns.map(({ name }) => `“${name}”`).join(' or ');
