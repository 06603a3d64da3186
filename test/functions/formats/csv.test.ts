import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { Money } from '../../../domain/money.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { rendered } from '../../../functions/statements/formats/formats.ts';
import { sectionsOf } from '../../../functions/statements/formats/sections.ts';
import { amountsOf } from './amounts.ts';
import { certified, closedExample, everything, hostile, workedExample } from './example-statements.ts';

type Line = Readonly<Record<string, string>>;

const textOf = async (statement: YearEndStatement) => (await rendered(statement, 'text/csv')).toString('utf8');
const linesOf = async (statement: YearEndStatement): Promise<Line[]> =>
  parse(await textOf(statement), { columns: true, record_delimiter: '\r\n' });

/** The amounts of a line of the statement, as text. */
const figuresOf = (line: object): Line =>
  Object.fromEntries(
    Object.entries(line).flatMap(([member, value]) => (value instanceof Money ? [[member, value.text]] : [])),
  );

/** What some sections say of one thing, together. */
const together = (lines: readonly Line[], sections: readonly string[], id: string, value: string | null): Line =>
  Object.fromEntries(
    lines
      .filter((line) => sections.includes(line['section'] ?? '') && (value === null || line[id] === value))
      .flatMap((line) => Object.entries(line).filter(([, cell]) => cell !== '')),
  );

describe('a statement as CSV', () => {
  it.each([
    ['the worked example', () => certified(closedExample())],
    ['everything', everything],
  ])('says of every line of %s what JSON says', async (_, make) => {
    const statement = make();
    const { funds, grants, awards, totals } = statement;
    const lines = await linesOf(statement);
    const of = (sections: readonly string[], id: string, value: string | null) => together(lines, sections, id, value);

    for (const fund of funds) {
      expect(of(['funds', 'position'], 'fundId', fund.fundId)).toMatchObject(figuresOf(fund));
    }
    for (const grant of grants) {
      expect(of(['grants', 'grant-usage'], 'grantId', grant.grantId ?? '')).toMatchObject(figuresOf(grant));
    }
    for (const award of awards) expect(of(['awards'], 'awardId', award.awardId)).toMatchObject(figuresOf(award));
    expect(of(['totals', 'totals-position'], '', null)).toMatchObject(figuresOf(totals));
    const { netIncome: _net, received: _received, ...position } = totals;
    expect(of(['funds-total', 'position-total'], '', null)).toMatchObject(figuresOf(position));
  });

  it('writes every amount of every section and total, plain and in order', async () => {
    const statement = everything();
    const expected = amountsOf(sectionsOf(statement)).map(({ column, amount }) => `${column} ${amount}`);

    const money = new Set(
      sectionsOf(statement).flatMap(({ columns }) => columns.flatMap(({ id, kind }) => (kind === 'money' ? [id] : []))),
    );
    const written = (await linesOf(statement)).flatMap((line) =>
      Object.entries(line).flatMap(([column, cell]) =>
        cell !== '' && (money.has(column) || (/^(before|after)$/.test(column) && /^-?\d+\.\d\d$/.test(cell)))
          ? [`${column} ${cell}`]
          : [],
      ),
    );

    // The one text among them that looks like an amount is a minute.
    expect(written.filter((one) => one !== 'before 9.10').toSorted()).toEqual(expected.toSorted());
    expect(written).toContain('committed 289.67');
    expect(written).toContain('uncommitted -19.90');
    expect(written).toContain('grossAmount 999999999999.99');
  });

  it('has one header, and rows as long as it, between CR and LF', async () => {
    const text = await textOf(everything());
    const rows: string[][] = parse(text, { record_delimiter: '\r\n' });

    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.startsWith('section,')).toBe(true);
    expect(rows.filter(([first]) => first === 'section')).toHaveLength(1);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    expect(new Set(rows[0]).size).toBe(rows[0]?.length);
  });

  it('puts a quote before text that a spreadsheet would take for a formula, and before no amount', async () => {
    const lines = await linesOf(everything());
    const cells = lines.flatMap((line) => Object.values(line));

    const { formula, plus, at, tab, carriageReturn } = hostile;
    for (const text of [formula, plus, at, tab, carriageReturn]) {
      expect(cells).toContain(`'${text}`);
      expect(cells).not.toContain(text);
    }
    expect(cells).toContain("'-9.10");
    expect(cells.filter((cell) => /^'-?\d+\.\d\d$/.test(cell))).toEqual(["'-9.10"]);
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => cell.startsWith('-') && !/^-\d+\.\d\d$/.test(cell))).toEqual([]);
  });

  it('keeps other text as it is', async () => {
    const cells = (await linesOf(everything())).flatMap((line) => Object.values(line));

    const { markup, rightToLeft, long, emoji, quoted, known } = hostile;
    expect(cells).toEqual(expect.arrayContaining([markup, rightToLeft, long, emoji, quoted, known]));
  });

  it('writes dates as ISO has them, and nothing where an amount is to be confirmed', async () => {
    const lines = await linesOf(everything());
    const awards = lines.filter(({ section }) => section === 'awards');

    expect(awards.map(({ decidedOn }) => decidedOn)).toEqual(['2018-01-12', '2017-04-07', '2017-09-01']);
    expect(awards.map(({ amountApproved }) => amountApproved)).toEqual(['600.00', '', '250.00']);
  });

  it('can be filtered by section', async () => {
    const lines = await linesOf(workedExample().statement);

    expect(lines.filter(({ section }) => section === 'awards')).toHaveLength(6);
    expect(lines.find(({ section }) => section === 'awards-total')).toMatchObject({ paidInYear: '6500.00' });
  });
});
