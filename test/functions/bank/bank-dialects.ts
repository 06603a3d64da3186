import { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import type { BankLine } from '../../../domain/bank/bank-line.ts';
import { longDate } from '../../../domain/prose-dates.ts';

type Direction = BankLine['direction'];

const dayFirst = (date: string, separator: string): string => date.split('-').toReversed().join(separator);

const dates = {
  slashes: (date: string) => dayFirst(date, '/'),
  hyphens: (date: string) => dayFirst(date, '-'),
  shortMonth: (date: string) =>
    longDate(date)
      .replace(/ (\w{3})\w*/, ' $1')
      .padStart(11, '0'),
  longMonth: longDate,
  iso: (date: string) => date,
};

const moneys = {
  signed: { names: ['Amount'], cells: (way: Direction, amount: string) => [way === 'in' ? amount : `-${amount}`] },
  brackets: { names: ['Value'], cells: (way: Direction, amount: string) => [way === 'in' ? amount : `(${amount})`] },
  letters: {
    names: ['Amount (£)'],
    cells: (way: Direction, amount: string) => [`${amount} ${way === 'in' ? 'CR' : 'DR'}`],
  },
  sides: {
    names: ['Paid in', 'Paid out'],
    cells: (way: Direction, amount: string) => (way === 'in' ? [amount, ''] : ['', amount]),
  },
  filledSides: {
    names: ['Debit Amount', 'Credit Amount'],
    cells: (way: Direction, amount: string) => (way === 'in' ? ['0.00', amount] : [amount, '0.00']),
  },
  words: {
    names: ['Amount', 'Debit/Credit'],
    cells: (way: Direction, amount: string) => [amount, way === 'in' ? 'Credit' : 'Debit'],
  },
};

const words = {
  both: { names: ['Narrative', 'Reference'], cells: (line: BankLine) => [line.description, line.reference] },
  reference: { names: ['Reference'], cells: (line: BankLine) => [line.reference] },
  description: { names: ['Details'], cells: (line: BankLine) => [line.description] },
};

/** How a bank writes its file. */
export type Dialect = {
  readonly headings: readonly (readonly string[])[];
  readonly date: keyof typeof dates;
  readonly money: keyof typeof moneys;
  readonly words: keyof typeof words;
  readonly isSterling: boolean;
  readonly hasBalance: boolean;
  readonly lineEnd: '\r\n' | '\n' | '\r';
  readonly encoding: 'utf-8' | 'utf-8 with a mark' | 'windows-1252';
  readonly blankRows: number;
};

export const dialect: fc.Arbitrary<Dialect> = fc.record({
  headings: fc.subarray([['Account', 'Maldon District Council, general'], [''], ['From', '01/04/2017', 'to', 'today']]),
  date: fc.constantFrom('slashes', 'hyphens', 'shortMonth', 'longMonth', 'iso'),
  money: fc.constantFrom('signed', 'brackets', 'letters', 'sides', 'filledSides', 'words'),
  words: fc.constantFrom('both', 'reference', 'description'),
  isSterling: fc.boolean(),
  hasBalance: fc.boolean(),
  lineEnd: fc.constantFrom('\r\n', '\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'utf-8 with a mark', 'windows-1252'),
  blankRows: fc.nat(3),
});

/** The file that a bank gives out, and its lines as that bank states them. */
export function bankFile(lines: readonly BankLine[], how: Dialect): { bytes: Uint8Array; lines: BankLine[] } {
  const [money, text] = [moneys[how.money], words[how.words]];
  const balance = how.hasBalance ? ['9,999.99'] : [];
  const table = lines.map((line) => [
    dates[how.date](line.date),
    ...text.cells(line),
    ...money.cells(line.direction, how.isSterling ? line.amount.toSterling() : line.amount.text),
    ...balance,
  ]);
  const header = ['Date', ...text.names, ...money.names, ...(how.hasBalance ? ['Balance'] : [])];
  const blank = Array.from({ length: how.blankRows }, () => ['']);
  const written = stringify([...how.headings, header, ...table, ...blank] as string[][], {
    record_delimiter: how.lineEnd,
    quoted_match: /[\r\n]/,
  });
  const first = how.headings.length + 2;
  return { bytes: encoded(written, how), lines: lines.map((line, place) => stated(line, first + place, how)) };
}

function stated(line: BankLine, number: number, how: Dialect): BankLine {
  if (how.words === 'both') return { ...line, number };
  if (how.words === 'reference') return { ...line, number, description: '' };
  return { ...line, number, reference: line.description.slice(0, 100).trimEnd() };
}

function encoded(text: string, { encoding }: Dialect): Uint8Array {
  if (encoding !== 'windows-1252') return Buffer.from(encoding === 'utf-8' ? text : `\u{FEFF}${text}`);
  // The only character of these tests that this encoding has elsewhere than Latin-1.
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
}
