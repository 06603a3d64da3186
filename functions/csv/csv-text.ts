import { stringify } from 'csv-stringify/sync';
import { Money } from '../../domain/money.ts';

/** Text is guarded, amounts are written plain; nothing where there is nothing. */
export type CsvCell = string | Money | null | undefined;

/**
 * A table as CSV: RFC 4180, one header row, dates as they are, amounts as plain `1234.56`. Text that a spreadsheet would
 * take for a formula gets a leading apostrophe; amounts never do, though they may be negative.
 */
export const csvText = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  stringify(
    [header, ...rows].map((row) => row.map(written)),
    {
      record_delimiter: 'windows',
      // The writer itself quotes only the line break that ends its records.
      quoted_match: /[\r\n]/,
    },
  );

function written(cell: CsvCell): string {
  if (cell instanceof Money) return cell.text;
  return guarded(cell ?? '');
}

/** What a spreadsheet doesn't take for a formula (`=1+1`), nor for its beginning behind a tab or a carriage return. */
export const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
