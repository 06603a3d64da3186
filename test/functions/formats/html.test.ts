import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { rendered, statementPolicy } from '../../../functions/statements/formats/formats.ts';
import { printedSection } from '../../../functions/statements/formats/print.ts';
import { sectionsOf } from '../../../functions/statements/formats/sections.ts';
import { sterlingIn } from './amounts.ts';
import { certified, closedExample, everything, hostile, workedExample } from './example-statements.ts';

const pageOf = async (statement: YearEndStatement) => (await rendered(statement, 'text/html')).toString('utf8');

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** All text of the sections as documents show it. */
const textsOf = (statement: YearEndStatement): string[] =>
  sectionsOf(statement)
    .map(printedSection)
    .flatMap(({ rows, totals = [], about = '', none = '' }) => [
      ...rows.flat(),
      ...totals,
      rows.length === 0 ? none : about,
    ]);

describe.each([
  ['the worked example', () => certified(closedExample())],
  ['a draft', () => workedExample().statement],
  ['a statement with everything', everything],
])('%s as a page', (_, make) => {
  const statement = make();

  it('shows every amount of the sections, as often as they have it', async () => {
    expect(sterlingIn(await pageOf(statement))).toEqual(sterlingIn(textsOf(statement).join('\n')));
  });

  it('shows every text, escaped', async () => {
    const page = await pageOf(statement);

    expect(textsOf(statement).filter((text) => !page.includes(escaped(text)))).toEqual([]);
  });

  it('is in British English, with captions, and a scope for every head', async () => {
    const page = await pageOf(statement);
    const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0;

    expect(page).toContain('<html lang="en-GB">');
    expect(count(/<table/g)).toBeGreaterThan(8);
    expect(count(/<caption>/g)).toBe(count(/<table/g));
    expect(page).not.toMatch(/<th>|<th class/);
    expect(count(/<th scope="row">/g)).toBeGreaterThan(count(/<table/g));
  });

  it('has no script, and nothing from elsewhere', async () => {
    expect(await pageOf(statement)).not.toMatch(/<script|javascript:|<[^>]*\s(?:on\w+|src|style|href)=|@import|url\(/i);
  });

  it('lets in its own style alone', async () => {
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(await pageOf(statement)) ?? [];

    expect(statementPolicy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(statementPolicy).toContain("default-src 'none'");
    expect(style).toMatch(/@page \{ size: A4/);
    expect(style).toContain('thead { display: table-header-group }');
    expect(style).toMatch(/tr, .signature \{ break-inside: avoid \}/);
  });

  it('keeps names that run from right to left to themselves', async () => {
    expect(await pageOf(statement)).toContain(`<bdi>${escaped(statement.partnership.name)}</bdi>`);
  });

  it('says how the statement stands, and its hash', async () => {
    const page = await pageOf(statement);

    const standing = statement.version === null ? 'Draft' : `Certified, version ${statement.version}`;
    expect(page).toContain(`<p class="standing">${standing}</p>`);
    expect(page).toContain(`${standing}. Statement hash ${statement.statementHash}`);
  });
});

describe('the certificate on a page', () => {
  it('has lines to sign on before, and who signed after', async () => {
    const [open, signed] = [await pageOf(closedExample()), await pageOf(certified(closedExample()))];

    expect(open).toContain('<p class="standing">Closed, not certified</p>');
    expect(open).toContain('<dt>Signed</dt><dd></dd>');
    expect(signed).toContain('<dt>Name</dt><dd><bdi>A. Treasurer</bdi></dd>');
    expect(signed).toContain('<dt>Date</dt><dd><bdi>29 June 2018</bdi></dd>');
    expect(signed).not.toContain('<dt>Signed</dt>');
  });

  it('shows an amount that is to be confirmed as that', async () => {
    expect(await pageOf(everything())).toContain('<td class="figure">to be confirmed</td>');
    expect(await pageOf(everything())).toContain(escaped(hostile.markup));
  });
});
