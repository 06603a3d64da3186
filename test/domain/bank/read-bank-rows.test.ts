import { describe, expect, it } from 'vitest';
import type { BankFile } from '../../../domain/bank/bank-file.ts';
import { mostLines, readBankRows } from '../../../domain/bank/read-bank-rows.ts';
import { money } from './bank-builders.ts';

/** Cells apart by bars, so that amounts may have commas. */
const read = (...rows: readonly string[]): BankFile =>
  readBankRows(
    rows.map((row) => row.split('|')),
    { today: '2018-06-15' },
  );
const detailsOf = (file: BankFile): string[] =>
  file.status === 'read' ? [] : file.problems.map(({ detail }) => detail);
const movementsOf = (file: BankFile): (readonly [string, string])[] =>
  file.status === 'read' ? file.lines.map(({ direction, amount }) => [direction, amount.text] as const) : [];

const signed = 'Date|Narrative|Reference|Amount|Balance';
const sides = 'Date|Details|Paid out|Paid in';

describe('reading the rows of a bank’s file', () => {
  it('gives a line for every row below the names of the columns', () => {
    const file = read(
      'Account|Maldon District Council',
      'Sort code|20-00-00',
      '',
      signed,
      '06/10/2017|ESSEX PFCC|CORE 2|£1,234.50|9,000.00',
      '| ||',
      '7 Oct 2017|YOUTH  TRUST||-45.00|8,955.00',
      '',
    );

    expect(file).toEqual({
      status: 'read',
      lines: [
        {
          ...{ number: 5, date: '2017-10-06', direction: 'in', amount: money('1234.50') },
          ...{ reference: 'CORE 2', description: 'ESSEX PFCC' },
        },
        {
          ...{ number: 7, date: '2017-10-07', direction: 'out', amount: money('45') },
          ...{ reference: 'YOUTH TRUST', description: 'YOUTH TRUST' },
        },
      ],
    });
  });

  it.each([
    ['Transaction Date|Transaction Type|Transaction Description|Debit Amount|Credit Amount|Balance', '|BAC|A||45|'],
    ['Date|Type|Description|Value|Balance|Account Name', '|BAC|A|45|99|'],
    ['Date|Type|Description|Paid out|Paid in|Balance', '|BAC|A||45|'],
    ['Date|Counter Party|Reference|Type|Amount (GBP)|Balance (GBP)', '|A|A|FASTER|45|9'],
    ['Date|Narrative #1|Narrative #2|Debit|Credit', '|A|||45'],
    ['DATE|Memo|Money out (£)|Money in (£)', '|A||45'],
    ['Posting Date|Value Date|Particulars|Amount|CR/DR', '|x|A|45|CR'],
    ['Date|Details|Currency|Amount', '|A|GBP|45'],
  ])('takes %s for the names of columns', (header, row) => {
    const file = read(header, `06/10/2017${row}`);

    expect(file).toMatchObject({
      lines: [{ date: '2017-10-06', reference: 'A', direction: 'in', amount: money('45') }],
    });
  });

  it('joins what a bank tells in several columns', () => {
    const file = read('Date|Narrative 1|Narrative 2|Amount', '06/10/2017|ESSEX|PFCC|45');

    expect(file).toMatchObject({ lines: [{ reference: 'ESSEX PFCC', description: 'ESSEX PFCC' }] });
  });

  it('cuts a reference at 100 characters, never in half of one, and keeps the description', () => {
    const description = `${'x'.repeat(99)}🛟 and more`;

    const file = read('Date|Details|Amount', `06/10/2017|${description}|45`);

    expect(file).toMatchObject({ lines: [{ reference: 'x'.repeat(99), description }] });
  });

  it('takes out control characters, and marks that turn text round', () => {
    const file = read('Date|Details|Amount', '06/10/2017|A\0\u{202E}B\tC\u{FFFD}\n D|45');

    expect(file).toMatchObject({ lines: [{ reference: 'AB C D', description: 'AB C D' }] });
  });
});

describe('which way money went', () => {
  it('is in the sign of the amount', () => {
    const rows = ['45.00', '-45.00', '(45.00)', '45.00 CR', '45.00 DR'].map((text) => `06/10/2017|A|R|${text}|`);

    const directions = movementsOf(read(signed, ...rows)).map(([direction]) => direction);

    expect(directions).toEqual(['in', 'out', 'out', 'in', 'out']);
  });

  it('is in two columns, of which one may have 0.00', () => {
    const file = read(sides, '06/10/2017|A|45.00|', '06/10/2017|B|0.00|46.00', '06/10/2017|C||47.00 CR');

    expect(movementsOf(file)).toEqual([
      ['out', '45.00'],
      ['in', '46.00'],
      ['in', '47.00'],
    ]);
  });

  it('is the same where money out has a minus in a column of its own', () => {
    const file = read(sides, '06/10/2017|A|-45.00|', '06/10/2017|B||46.00', '06/10/2017|C|(47.00)|');

    expect(movementsOf(file)).toEqual([
      ['out', '45.00'],
      ['in', '46.00'],
      ['out', '47.00'],
    ]);
  });

  it('may be in a column of words', () => {
    const words = ['CR', 'DR', 'credit', 'Debit', 'C', 'D'];

    const file = read('Date|Details|Amount|Dr/Cr', ...words.map((word) => `06/10/2017|A|45|${word}`));

    expect(movementsOf(file).map(([direction]) => direction)).toEqual(['in', 'out', 'in', 'out', 'in', 'out']);
  });

  it('may be in the type of movement, where that says it', () => {
    const rows = ['Debit|45', 'DR|-45', 'BAC|45', 'D|45'].map((cells) => `06/10/2017|A|${cells}`);

    const directions = movementsOf(read('Date|Details|Type|Amount', ...rows)).map(([direction]) => direction);

    expect(directions).toEqual(['out', 'out', 'in', 'in']);
  });
});

describe('a file of the bank is refused', () => {
  it.each([
    [
      signed,
      '06/10/2017|A|R|1.005|',
      'Row 2, column “Amount”: “1.005” has more than two decimal places, and amounts are never rounded.',
    ],
    [signed, '06/10/2017|A|R||', 'Row 2, column “Amount”: there is no amount. Take out rows that move no money.'],
    [signed, '06/10/2017|A|R|0.00|', 'Row 2, column “Amount”: “0.00” moves no money. Take such rows out.'],
    [signed, '16/06/2018|A|R|1|', 'Row 2, column “Date”: “16/06/2018” is after today, 15 June 2018.'],
    [signed, '|A|R|1|', 'Row 2, column “Date”: there is no date.'],
    [signed, '06/10/2017|||1|', 'Row 2: there is nothing in “Reference” or “Narrative”.'],
    [signed, '06/10/2017|A|R|1||2', 'Row 2: it has 6 cells, and the row of names has 5. Is a comma too many?'],
    [
      signed,
      `06/10/2017|${'x'.repeat(501)}|R|1|`,
      'Row 2, column “Narrative”: there are more than 500 characters. Is a quotation mark missing?',
    ],
    [
      signed,
      '06/10/2017|A\n07/10/2017,B|R|1|',
      'Row 2: a cell holds what looks like the row below it. Is a quotation mark missing?',
    ],
    [sides, '06/10/2017|A|1|2', 'Row 2, column “Paid in”: there is an amount in “Paid out” too.'],
    [
      sides,
      '06/10/2017|A||0',
      'Row 2, column “Paid in”: there is no amount, nor in “Paid out”. Take out rows that move no money.',
    ],
    [sides, '06/10/2017|A||-2', 'Row 2, column “Paid in”: “-2” is written as money out, in the column for money in.'],
    [
      sides,
      '06/10/2017|A|1 CR|',
      'Row 2, column “Paid out”: “1 CR” is written as money in, in the column for money out.',
    ],
    [sides, '06/10/2017|A|1|x', 'Row 2, column “Paid in”: “x” is not an amount in pounds such as 1,234.50.'],
    [
      'Date|Details|Credit',
      '06/10/2017|A|',
      'Row 2, column “Credit”: there is no amount. Take out rows that move no money.',
    ],
    ['Date|Details|Amount|CR/DR', '06/10/2017|A|1|X', 'Row 2, column “CR/DR”: “X” is neither CR nor DR.'],
    [
      'Date|Details|Amount|CR/DR',
      '06/10/2017|A|-1|CR',
      'Row 2, column “Amount”: “-1” and the rest of the row disagree on which way the money went.',
    ],
    [
      'Date|Details|Amount|Currency',
      '06/10/2017|A|1|EUR',
      'Row 2, column “Currency”: “EUR” is not GBP, and the ledger is in pounds alone.',
    ],
    ['Date|Amount', '06/10/2017|1', 'Row 1: no column is named “Reference” or “Description”.'],
    [
      'Date|Details|Amount|amount',
      '06/10/2017|A|1|2',
      'Row 1, column “amount”: another column has this name too, and only one can count.',
    ],
  ])('for %s over %s', (header, row, detail) => {
    expect(detailsOf(read(header, row))).toEqual([detail]);
  });

  it('for everything that is wrong with it, in the order of its rows', () => {
    const file = read(signed, '06/10/2017|A|R|1|', 'x|A|R|y|', '06/10/2017|B|R|z|');

    expect(file).toMatchObject({
      status: 'refused',
      problems: [
        { row: 3, column: 'Date' },
        { row: 3, column: 'Amount' },
        { row: 4, column: 'Amount' },
      ],
    });
  });

  it('with no more than the beginning of a long cell', () => {
    expect(detailsOf(read(signed, `06/10/2017|A|R|${'x'.repeat(41)}|`))).toEqual([
      `Row 2, column “Amount”: “${'x'.repeat(40)}…” is not an amount in pounds such as 1,234.50.`,
    ]);
  });

  it('where money out has a minus in some rows alone', () => {
    const details = detailsOf(read(sides, '06/10/2017|A|45|', '06/10/2017|B|-46|', '06/10/2017|C||1'));

    expect(details).toEqual([
      'Row 3, column “Paid out”: “-46” has a minus, and other amounts of the column have none.',
    ]);
  });

  it.each([
    [[]],
    [['']],
    [['Date|Details|Balance', '06/10/2017|A|1']],
    [['Amount (USD)|Date|Details', '1|06/10/2017|A']],
  ])('without the names of its columns', (rows) => {
    expect(detailsOf(read(...rows))).toEqual([expect.stringContaining('None of the first 20 rows names the columns')]);
  });

  it('where its columns are named too far down', () => {
    const headings = Array.from({ length: 20 }, () => 'Heading');

    expect(detailsOf(read(...headings, signed, '06/10/2017|A|R|1|'))).toHaveLength(1);
    expect(movementsOf(read(...headings.slice(1), signed, '06/10/2017|A|R|1|'))).toHaveLength(1);
  });

  it('where nothing is below the names of its columns', () => {
    expect(detailsOf(read('Heading', signed, '||||'))).toEqual([
      'There is nothing below row 2, the names of the columns.',
    ]);
  });

  it('where it has more than 1,000 rows', () => {
    const rows = Array.from({ length: mostLines + 1 }, () => '06/10/2017|A|R|1|');

    expect(movementsOf(read(signed, ...rows.slice(1), ''))).toHaveLength(1000);
    expect(detailsOf(read(signed, ...rows))).toEqual([
      'The file has 1001 rows below the names of the columns; at most 1,000 are read at once.',
    ]);
  });
});
