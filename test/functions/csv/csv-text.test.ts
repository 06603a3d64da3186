import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Money } from '../../../domain/money.ts';
import { csvText, guarded } from '../../../functions/csv/csv-text.ts';

const header = ['Name', 'Amount'];

describe('CSV text', () => {
  it('has one header row, and ends every record with CR and LF', () => {
    const text = csvText(header, [['Posts', Money.parse('1234.56')]]);

    expect(text).toBe('Name,Amount\r\nPosts,1234.56\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('keeps %j text by an apostrophe before it', (text) => {
    const [, [first] = []] = parse(csvText(header, [[text, Money.zero]])) as string[][];

    expect(first).toBe(`'${text}`);
  });

  it.each(['a=1', "'=1", ' =1', '1-1', 'Ö', ''])('leaves %j as it is', (text) => {
    expect(guarded(text)).toBe(text);
  });

  it('leaves a negative amount a number', () => {
    expect(csvText(header, [['Refund', Money.parse('-30.00')]])).toContain('Refund,-30.00\r\n');
  });

  it('leaves empty what is not there', () => {
    expect(csvText(header, [[undefined, null]])).toContain('\r\n,\r\n');
  });

  it.each(['a\nb', 'a\rb', 'a\r\nb', 'a,b'])('puts %j between quotes', (text) => {
    expect(csvText(header, [[text, Money.zero]])).toBe(`Name,Amount\r\n"${text}",0.00\r\n`);
  });

  it('is read back as it was written, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\t', ' ', '=', '-', 'é', '’') });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const read = parse(csvText(header, rows)) as string[][];

        expect(read).toEqual([header, ...rows.map((row) => row.map(guarded))]);
      }),
    );
  });
});
