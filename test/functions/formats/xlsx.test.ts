import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { Money } from '../../../domain/money.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { rendered } from '../../../functions/statements/formats/formats.ts';
import type { Column, Cell as OurCell, Section } from '../../../functions/statements/formats/section.ts';
import { sectionsOf } from '../../../functions/statements/formats/sections.ts';
import { unzipped } from '../audit-pack/unzipped.ts';
import { certified, closedExample, everything, hostile } from './example-statements.ts';
import { shownByLibreOffice, without } from './tools.ts';
import { type Sheet, sheetsOf, workedOut } from './workbook.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const workbookOf = (statement: YearEndStatement) => rendered(statement, type);

const examples: [string, () => YearEndStatement][] = [
  ['the worked example', () => certified(closedExample())],
  ['a statement with everything', everything],
];

const letters = (place: number): string => String.fromCharCode(65 + place);
const tabOf = ({ title }: Section): string => title.replaceAll(':', '');

describe.each(examples)('%s as a workbook', (_, make) => {
  const statement = make();
  const sections = sectionsOf(statement);
  let sheets: Sheet[];
  beforeAll(async () => {
    sheets = await sheetsOf(await workbookOf(statement));
  });

  it('has a sheet for each section, with the titles of its columns', () => {
    expect(sheets.map(({ name }) => name)).toEqual(sections.map(tabOf));
    for (const [place, { columns }] of sections.entries()) {
      const titles = columns.map((_column, own) => sheets[place]?.cells.get(`${letters(own)}1`)?.value);
      expect(titles).toEqual(columns.map(({ title }) => title));
    }
  });

  it('holds every amount as a number or a formula that comes to it', () => {
    for (const [place, { columns, rows, totals = {} }] of sections.entries()) {
      const { cells } = sheets[place] ?? expect.unreachable();
      const total = columns.map(({ id }) => totals[id] ?? null);
      for (const [line, row] of [...rows, total].entries()) {
        for (const [own, cell] of row.entries()) {
          if (!(cell instanceof Money)) continue;
          const { value, formula } = cells.get(`${letters(own)}${line + 2}`) ?? expect.unreachable();
          expect(Money.parse(Number(value).toFixed(2))).toEqual(cell);
          if (formula !== undefined) expect(workedOut(formula, cells)).toEqual(cell);
          expect(formula !== undefined).toBe(line === rows.length || columns[own]?.sum !== undefined);
        }
      }
    }
  });

  it('has totals that are sums of what stands above them', () => {
    const place = sections.findIndex(({ id }) => id === 'awards');
    const { rows = [] } = sections[place] ?? {};
    const formulas = [...(sheets[place]?.cells.values() ?? [])].flatMap(({ formula }) => formula ?? []);

    expect(rows.length).toBeGreaterThan(2);
    expect(formulas).toEqual(
      ['L', 'M', 'N', 'O', 'P', 'Q'].map((letter) => `ROUND(SUM(${letter}2:${letter}${rows.length + 1}),2)`),
    );
  });

  it('freezes the header of every sheet', () => {
    for (const { xml } of sheets) expect(xml).toMatch(/<pane ySplit="1" [^>]*state="frozen"/);
  });

  it('has dates as days since the end of 1899', () => {
    const place = sections.findIndex(({ id }) => id === 'awards');
    const column = sections[place]?.columns.findIndex(({ id }) => id === 'decidedOn') ?? -1;
    const days = statement.awards.map(({ decidedOn }) => (Date.parse(decidedOn) - Date.UTC(1899, 11, 30)) / 86_400_000);

    const held = days.map((_day, line) => sheets[place]?.cells.get(`${letters(column)}${line + 2}`)?.value);

    expect(held).toEqual(days.map(String));
  });
});

describe('formulas of a workbook', () => {
  it('are worked out again by whoever opens it', async () => {
    const book = (await unzipped(await workbookOf(everything()))).get('xl/workbook.xml')?.toString();

    expect(book).toContain('<calcPr fullCalcOnLoad="1"/>');
  });
});

describe('text in a workbook', () => {
  it('is text, whatever it looks like', async () => {
    const sheets = await sheetsOf(await workbookOf(everything()));
    const texts = sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value));

    const { carriageReturn, ...others } = hostile;
    expect(texts).toEqual(expect.arrayContaining(Object.values(others)));
    expect(texts).toContain(carriageReturn.replace('\r', '\n'));
    for (const { xml } of sheets) expect(xml).not.toContain('script');
  });

  it('is not read as an escape', async () => {
    const strings = (await unzipped(await workbookOf(everything()))).get('xl/sharedStrings.xml')?.toString();

    expect(strings).toContain('<t>_x005F_x003D_1+1</t>');
  });

  it('stays text where somebody edits the cell', async () => {
    const workbook = await workbookOf(everything());
    const styles = (await unzipped(workbook)).get('xl/styles.xml')?.toString() ?? '';
    const formats = [...(styles.split('<cellXfs')[1] ?? '').matchAll(/<xf([^>]*)>/g)].map(([, own = '']) => own);
    const [, textFormat = ''] = /numFmtId="(\d+)" formatCode="@"/.exec(styles) ?? [];

    const cells = (await sheetsOf(workbook)).flatMap((sheet) => [...sheet.cells.values()]);

    const risky = cells.filter(({ value }) => Object.values<string>(hostile).slice(0, 5).includes(value));
    expect(risky.length).toBeGreaterThan(5);
    for (const { style } of risky) expect(formats[Number(style)]).toContain(`numFmtId="${textFormat}"`);
  });
});

const { isSkipped, why } = without('soffice');

/** The same workbook without what its formulas come to: whoever shows that has worked it out. */
async function withoutResults(workbook: Buffer): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of await unzipped(workbook)) {
    const isSheet = name.startsWith('xl/worksheets/sheet');
    zip.addBuffer(isSheet ? Buffer.from(content.toString().replaceAll(/<\/f><v>[^<]*/g, '</f><v>')) : content, name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const shownDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 0) - 1]} ${year}`;
};

function shown(cell: OurCell, { kind }: Column): string {
  if (cell === null) return '';
  if (cell instanceof Money) return cell.toSterling();
  if (typeof cell === 'number') return String(cell);
  return kind === 'date' ? shownDate(cell) : cell.replaceAll(/\r\n?/g, '\n');
}

describe.skipIf(isSkipped)(`a workbook in LibreOffice${why}`, () => {
  it.each(examples)('shows %s to the penny, every total and result worked out anew', async (_, make) => {
    const statement = make();
    const sheets = await shownByLibreOffice(await withoutResults(await workbookOf(statement)));

    for (const section of sectionsOf(statement)) {
      const { columns, rows, totals } = section;
      const total =
        totals === undefined
          ? []
          : [columns.map(({ id }, place) => (place === 0 ? 'Total' : (totals[id]?.toSterling() ?? '')))];
      expect(sheets.get(tabOf(section))).toEqual([
        columns.map(({ title }) => title),
        ...rows.map((row) => columns.map((column, place) => shown(row[place] ?? null, column))),
        ...total,
      ]);
    }
    expect(sheets.size).toBe(sectionsOf(statement).length);
  });

  it('shows the most that can be entered to the penny', async () => {
    const sheets = await shownByLibreOffice(await workbookOf(everything()));

    expect(sheets.get('Grants agreed and received')?.flat()).toContain('£999,999,999,999.99');
  });
});
