import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BankLine } from '../../../domain/bank/bank-line.ts';
import { Money } from '../../../domain/money.ts';
import { addDays } from '../../../domain/plain-date.ts';
import { largestBankFile, readBankFile } from '../../../functions/bank/read-bank-file.ts';
import { runs } from '../../domain/runs.ts';
import { bankFile, dialect } from './bank-dialects.ts';

const limits = { today: '2018-06-15' };
const read = (file: string | Uint8Array) => readBankFile(Buffer.from(file), limits);

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const lloyds = [
  'Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance',
  "06/10/2017,BGC,'30-00-00,12345678,ESSEX PFCC CORE-2017-18,,3131.75,9131.75",
  '09/10/2017,FPO,\'30-00-00,12345678,"MALDON YOUTH TRUST, RENT",500.00,,8631.75',
  '',
].join('\r\n');

describe('reading a bank’s file', () => {
  it('gives its lines', () => {
    expect(read(lloyds)).toEqual({
      status: 'read',
      lines: [
        {
          ...{ number: 2, date: '2017-10-06', direction: 'in', amount: Money.parse('3131.75') },
          ...{ reference: 'ESSEX PFCC CORE-2017-18', description: 'ESSEX PFCC CORE-2017-18' },
        },
        {
          ...{ number: 3, date: '2017-10-09', direction: 'out', amount: Money.parse('500') },
          ...{ reference: 'MALDON YOUTH TRUST, RENT', description: 'MALDON YOUTH TRUST, RENT' },
        },
      ],
    });
  });

  it('reads the same with a byte order mark', () => {
    expect(read(`\u{FEFF}${lloyds}`)).toEqual(read(lloyds));
  });

  it.each([
    ['a pound sign', '\xa345.00', { amount: Money.parse('45') }],
    ['an apostrophe', '1,x,ST PETER\x92S', { description: 'ST PETER’S' }],
  ])('reads %s of Windows-1252', (_, cells, expected) => {
    const [amount, reference = 'x', description = ''] = cells.split(',');

    const file = read(bytesOf(`Date,Amount,Reference,Details\n06/10/2017,${amount},${reference},${description}\n`));

    expect(file).toMatchObject({ lines: [expected] });
  });

  it('counts blank rows, and a cell of several lines as one row, as a spreadsheet does', () => {
    const file = read('Date,Details,Amount\n\n06/10/2017,"TWO\nLINES",1\n\n06/10/2017,B,2\n\n\n');

    expect(file).toMatchObject({
      lines: [
        { number: 3, reference: 'TWO LINES' },
        { number: 5, reference: 'B' },
      ],
    });
  });

  it('takes spaces around quotation marks', () => {
    expect(read('Date, "Details" ,Amount\n06/10/2017, "A, B" , "1,000.00"\n')).toMatchObject({
      lines: [{ reference: 'A, B', amount: Money.parse('1000') }],
    });
  });
});

describe('a file is refused', () => {
  it.each([
    ['whose quotation mark stands inside a cell', 'Date,Details,Amount\n06/10/2017,THE "BIG" SHOP,1\n', 2],
    ['whose quotation mark ends too early', 'Date,Details,Amount\n\n06/10/2017,"BIG" SHOP,1\n', 3],
    ['whose quotation mark is never closed', 'Date,Details,Amount\n06/10/2017,A,1\n06/10/2017,"B,2\n', 3],
  ])('%s', (_, file, row) => {
    const detail = `Row ${row}: a quotation mark is out of place.`;

    expect(read(file)).toEqual({ status: 'refused', problems: [{ row, detail }] });
  });

  it.each([
    ['a workbook', Buffer.from('PK\u0003\u0004\0\0')],
    ['UTF-16', Buffer.from(lloyds, 'utf16le')],
  ])('that is %s', (_, bytes) => {
    expect(read(bytes)).toMatchObject({
      status: 'refused',
      problems: [{ detail: expect.stringMatching(/not a CSV/) }],
    });
  });

  it('that is empty', () => {
    expect(read('')).toMatchObject({
      status: 'refused',
      problems: [{ detail: expect.stringMatching(/names the col/) }],
    });
  });

  it('that is larger than 256 KiB', () => {
    const file = lloyds.padEnd(largestBankFile, ' ');

    expect(read(file)).toMatchObject({ status: 'read' });
    expect(read(`${file}\n`)).toEqual({
      status: 'refused',
      problems: [{ detail: 'The file is larger than 256 KiB.' }],
    });
  });

  it('that has more than 5,000 rows, also where they are blank', () => {
    const detail = 'The file has more than 5,000 rows, blank ones included.';

    expect(read(`${lloyds}${'\n'.repeat(4997)}`)).toMatchObject({ status: 'read' });
    expect(read(`${lloyds}${'\n'.repeat(4998)}`)).toEqual({ status: 'refused', problems: [{ detail }] });
  });

  it('with a sentence about each row that cannot be read, and nothing of it is taken', () => {
    const file = read('Date,Details,Amount\n06/10/2017,A,1.00\n06/10/2017,B,1.005\n2017-02-30,C,2\n');

    expect(file).toEqual({
      status: 'refused',
      problems: [
        {
          ...{ row: 3, column: 'Amount' },
          detail: 'Row 3, column “Amount”: “1.005” has more than two decimal places, and amounts are never rounded.',
        },
        {
          ...{ row: 4, column: 'Date' },
          detail: 'Row 4, column “Date”: “2017-02-30” is no day of the calendar; the day is read first.',
        },
      ],
    });
  });
});

const character = fc.constantFrom(...'AbcXYZ019 ,,"&/-£’');
const words = (maxLength: number) =>
  fc
    .string({ unit: character, minLength: 1, maxLength })
    .map((text) => text.replace(/ +/g, ' ').trim())
    .filter((text) => text !== '');

const line: fc.Arbitrary<BankLine> = fc.record({
  number: fc.constant(1),
  date: fc.nat(7200).map((days) => addDays('1998-07-31', days)),
  direction: fc.constantFrom('in', 'out'),
  amount: fc
    .integer({ min: 1, max: 10 ** 11 })
    .map((pence) => Money.parse(`${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`)),
  reference: words(100),
  description: words(300),
});

describe('any file of any bank', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), dialect, (lines, how) => {
        const file = bankFile(lines, how);

        expect(readBankFile(file.bytes, limits)).toEqual({ status: 'read', lines: file.lines });
      }),
      runs(300),
    );
  });

  it('has lines that the ledger takes, or is refused in sentences', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.constantFrom('06/10/2017', '1.00', 'A', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 })), fc.constantFrom(',', '","'), (rows, separator) => {
        const text = ['Date,Details,Reference,Amount', ...rows.map((cells) => cells.join(separator))].join('\n');

        const file = readBankFile(Buffer.from(text), limits);

        if (file.status === 'read') {
          for (const one of file.lines) {
            expect(BankLine.safeEncode(one).success).toBe(true);
          }
        } else {
          for (const { detail } of file.problems) {
            expect(detail).toMatch(/^\p{Lu}.*[.?]$/su);
          }
        }
        expect(file.status === 'read' ? file.lines.length : file.problems.length).toBeGreaterThan(0);
      }),
      runs(300),
    );
  });

  it('may be any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(['read', 'refused']).toContain(readBankFile(bytes, limits).status);
      }),
      runs(300),
    );
  });
});
