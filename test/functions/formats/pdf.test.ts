import { beforeAll, describe, expect, it } from 'vitest';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { rendered } from '../../../functions/statements/formats/formats.ts';
import { drawable } from '../../../functions/statements/formats/pdf-fonts.ts';
import { printedSection } from '../../../functions/statements/formats/print.ts';
import { sectionsOf } from '../../../functions/statements/formats/sections.ts';
import { sterlingIn } from './amounts.ts';
import { certified, closedExample, everything, hostile, workedExample } from './example-statements.ts';
import { largeStatement } from './large-statement.ts';
import { poppler, without } from './tools.ts';

const pdfOf = (statement: YearEndStatement) => rendered(statement, 'application/pdf');
const sections = (statement: YearEndStatement) => sectionsOf(statement).map(printedSection);

/** All text of the sections as documents show it. */
const textsOf = (statement: YearEndStatement): string[] =>
  sections(statement).flatMap(({ rows, totals = [], about = '', none = '' }) => [
    ...rows.flat(),
    ...totals,
    rows.length === 0 ? none : about,
  ]);

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const { isSkipped, why } = without('pdftotext', 'pdfinfo', 'pdffonts');

describe.skipIf(isSkipped).each([
  ['the worked example', () => certified(closedExample())],
  ['a draft', () => workedExample().statement],
  ['a statement with everything', everything],
])(`%s as a PDF${why}`, (_, make) => {
  const statement = make();
  let bytes: Buffer;
  let text: string;
  beforeAll(async () => {
    bytes = await pdfOf(statement);
    text = await poppler('pdftotext', bytes, '-layout');
  });

  it('shows every amount of the sections, as often as they have it', () => {
    expect(sterlingIn(text)).toEqual(sterlingIn(textsOf(statement).join('\n')));
  });

  it('shows every word of the sections', () => {
    // Long words stand in pieces on lines of their own.
    const all = text.replaceAll(/\s+/g, '');
    const missing = words(textsOf(statement).map(drawable).join(' ')).filter(
      (word) => word.length < 20 && !all.includes(word),
    );

    expect(missing).toEqual([]);
  });

  it('has the title, page number, standing and hash on every page', () => {
    const pages = text.split('\f').slice(0, -1);

    const standing = statement.version === null ? 'Draft' : `Certified, version ${statement.version}`;
    expect(pages.length).toBeGreaterThan(3);
    for (const [place, page] of pages.entries()) {
      expect(page).toContain(`· Year-end statement 2017/18 · ${standing}`);
      expect(page).toContain(`Page ${place + 1} of ${pages.length}`);
      expect(page).toContain(`Statement hash ${statement.statementHash}`);
    }
  });

  it('is tagged, in British English, titled, on A4', async () => {
    const about = await poppler('pdfinfo', bytes);

    expect(about).toMatch(/Tagged: +yes/);
    expect(about).toMatch(/Page size: .*A4/);
    expect(about).toMatch(/Title: +Year-end statement 2017\/18, /);
    expect(bytes.toString('latin1')).toContain('/Lang (en-GB)');
    expect(bytes.toString('latin1')).toContain('/DisplayDocTitle true');
    expect(bytes.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('tells headings, tables, and the heads of columns and rows', async () => {
    const structure = await poppler('pdfinfo', bytes, '-struct');
    const tables = sections(statement).filter(({ rows }) => rows.length > 0);

    expect(structure).toMatch(/^Document\n {2}P \(block\)\n {2}H1 \(block\)/);
    expect(count(structure, /H2 \(block\)/g)).toBe(sections(statement).length + 1);
    expect(count(structure, / {2}Table "/g)).toBeGreaterThan(tables.length);
    // Poppler's tool prints other titles as UTF-16.
    for (const { title } of tables.filter((own) => /^[ -~]+$/.test(own.title))) {
      expect(structure).toContain(`Table "${title}" (block)`);
    }
    expect(count(structure, /\/Scope \/Column/g)).toBeGreaterThan(50);
    expect(count(structure, /\/Scope \/Row/g)).toBeGreaterThan(30);
    expect(structure).not.toMatch(/TH:?(?: \(block\))?\n(?! +\/Scope)/);
  });

  it('carries its fonts', async () => {
    const [, , ...fonts] = (await poppler('pdffonts', bytes)).trim().split('\n');

    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/NotoSans-(?:Bold|Regular) .*yes yes yes/);
  });
});

describe.skipIf(isSkipped)(`the certificate in a PDF${why}`, () => {
  it('has lines to sign on before, and who signed after', async () => {
    const open = await poppler('pdftotext', await pdfOf(closedExample()), '-layout');
    const signed = await poppler('pdftotext', await pdfOf(certified(closedExample())), '-layout');

    expect(open).toContain('This statement has not been certified.');
    expect(open).toContain('Closed, not certified');
    expect(open).toMatch(/\nSigned\s*\n/);
    expect(signed).toMatch(/\nName +A. Treasurer\n/);
    expect(signed).toMatch(/\nDate +29 June 2018\n/);
    expect(signed).not.toMatch(/\nSigned/);
  });
});

describe.skipIf(isSkipped)(`a long PDF${why}`, () => {
  it('repeats the head of a table on each of its pages, and loses no row', async () => {
    const statement = largeStatement(200, 3);

    const text = await poppler('pdftotext', await pdfOf(statement), '-layout');

    const pages = text.split('\f').filter((page) => /initiative number \d+ +Community group/.test(page));
    expect(pages.length).toBeGreaterThan(4);
    for (const page of pages) expect(page).toMatch(/Award +Recipient +Fund/);
    const numbers = [...text.matchAll(/number (\d+) +Community group/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(statement.awards.map((_, place) => place));
    expect(sterlingIn(text)).toEqual(sterlingIn(textsOf(statement).join('\n')));
  });

  it('goes on on the next page with what is higher than a page, in the same cells', async () => {
    const statement = workedExample().statement;
    const lines = Array.from({ length: 150 }, (_, place) => `line-${place}`);
    const long = { ...statement, notes: [{ note: lines.join('\n'), entries: [1] }], grants: [], awards: [] };

    const bytes = await pdfOf(long);

    const text = await poppler('pdftotext', bytes, '-layout');
    expect(text.match(/line-\d+/g)).toEqual(lines);
    const structure = await poppler('pdfinfo', bytes, '-struct');
    const [, notes = ''] = /Table "Notes" \(block\)\n([\s\S]*?)\n {2}H2/.exec(structure) ?? [];
    expect(notes.match(/\bTR\b/g)).toHaveLength(2);
  });
});

describe('text that the fonts have no signs for', () => {
  it('is shown by the sign for unknown ones, without the invisible', () => {
    expect(drawable(hostile.emoji)).toBe('Children’s fund \ufffd\ufffd\ufffd \ufffd');
    expect(drawable('\u202eabc\u2066')).toBe('abc');
    expect(drawable('Łódź, Ἀθῆναι, Київ')).toBe('Łódź, Ἀθῆναι, Київ');
  });

  it('stands in the title only as far as XML can say it', async () => {
    const { statement } = workedExample();
    const name = 'Maldon\uffff & \ufffe<Dengie>';

    const bytes = await pdfOf({ ...statement, partnership: { ...statement.partnership, name } });

    const [xmp = ''] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(bytes.toString('utf8')) ?? [];
    expect(xmp).toContain('Maldon  and   Dengie ');
    expect(xmp).not.toMatch(/[\ufffe\uffff]/);
  });

  it('is told in full to those who listen', async () => {
    const bytes = (await pdfOf(everything())).toString('latin1');
    const utf16 = Buffer.from(`\ufeff${hostile.emoji}`, 'utf16le').swap16().toString('latin1');

    expect(bytes).toContain('/ActualText (');
    expect(bytes).toContain(utf16.slice(0, 30));
  });
});
