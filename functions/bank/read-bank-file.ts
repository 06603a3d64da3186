import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type BankFile, problemInRow, refused } from '../../domain/bank/bank-file.ts';
import { readBankRows } from '../../domain/bank/read-bank-rows.ts';
import type { DateLimits } from '../../domain/plain-date.ts';

export const largestBankFile = 256 * 1024;

/** Blank ones and headings too. For every row that is not as long as the first, the library takes its time. */
const mostRows = 5000;

/**
 * Reads a CSV file as a bank gives it out, in UTF-8 or else in Windows-1252, with any line ends. A row with a quotation
 * mark out of place is refused, never guessed at.
 */
export function readBankFile(bytes: Uint8Array, limits: DateLimits): BankFile {
  if (bytes.byteLength > largestBankFile) return refused({ detail: 'The file is larger than 256 KiB.' });
  if (bytes.includes(0)) return refused({ detail: notCsv });
  try {
    const rows = rowsOf(textOf(bytes));
    if (rows.length > mostRows) return refused({ detail: 'The file has more than 5,000 rows, blank ones included.' });
    return readBankRows(rows, limits);
  } catch (error) {
    if (error instanceof CsvError) return refused(problemInRow(rowAt(error), 'a quotation mark is out of place.'));
    throw error;
  }
}

const notCsv = 'This is not a CSV file. Download the bank’s transactions as CSV (comma-separated values).';

/** Without the byte order mark, where there is one. */
const textOf = (bytes: Uint8Array): string => new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);

/** Every row counts, blank ones too, so that rows are numbered as a spreadsheet numbers them. */
const rowsOf = (text: string): string[][] =>
  parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'], trim: true, to: mostRows + 1 });

/** The row in which the library stopped: it counts those that it finished. */
const rowAt = ({ records }: CsvError): number => z.int().parse(records) + 1;
