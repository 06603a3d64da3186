import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../../../functions/operations.ts';
import { Api } from '../../../../functions/web/api/api.ts';
import type { PageVisitor, SeenPage } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';
import { certifiedTwice, hostile } from './certified-year.ts';
import { downloaded } from './downloaded.ts';

const years = '/partnerships/maldon/years';
const statement = `${years}/2017-18/statement`;

const hrefsIn = ({ html }: SeenPage): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

const queryOf = (href: string) => Object.fromEntries(new URL(href, 'http://here').searchParams);

/** A source of the statement, filled from its line, as a page of the journal. */
const addressOf = (template: string, line: object, knownAt: number): string => {
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, id: string) => String(Object(line)[id]));
  return `${filled.replace('/v1', '')}${template.includes('?') ? `&knownAt=${knownAt}` : ''}`;
};

const hashOf = async (file: Response): Promise<string> =>
  createHash('sha256')
    .update(await file.bytes())
    .digest('hex');

describe('the statement pages', () => {
  let running: RunningPages;
  let auditor: PageVisitor;
  let api: Api;
  let twice: PageVisitor;
  let twiceApi: Api;
  beforeAll(async () => {
    running = await startPages();
    auditor = await running.visitor('maldon-auditor', 'maldon:auditor');
    api = new Api(running.origin, await running.token('maldon-auditor', 'maldon:auditor'));
    await certifiedTwice(running, 'twice');
    twice = await running.visitor('auditor', 'twice:auditor');
    twiceApi = new Api(running.origin, await running.token('auditor', 'twice:auditor'));
  });
  afterAll(() => running.stop());

  it('list the years, the latest first, and where each stands', async () => {
    const page = await auditor.get('/partnerships/maldon/statements');
    const own = await twice.get('/partnerships/twice/statements');

    expect(page.text).toMatch(/Statement 20\d\d\/\d\d Draft None .*Statement 2017\/18 Draft None .*Statement 2016\/17/);
    expect(own.text).toMatch(/Statement 2017\/18 Certified 2/);
    expect(own.html).toContain('href="/partnerships/twice/years/2017-18/versions"');
  });

  it('lead from every figure that has sources to the entries behind it', async () => {
    const page = await auditor.get(statement);
    const { sources, funds, awards, grants, knownAt } = await api.read('getStatement', {
      partnershipId: 'maldon',
      financialYear: '2017-18',
    });

    const lines = [
      { line: {}, of: sources.totals },
      ...funds.map((line) => ({ line, of: sources.funds })),
      ...grants.map((line) => ({ line, of: sources.grants })),
      ...awards.map((line) => ({ line, of: sources.awards })),
    ];
    const wanted = lines.flatMap(({ line, of }) =>
      Object.values(of).flatMap((templates) => templates.map((template) => addressOf(template, line, knownAt))),
    );
    expect(wanted.length).toBeGreaterThan(80);
    expect(wanted.filter((href) => !hrefsIn(page).includes(href))).toEqual([]);
  });

  it('lead to questions that the journal answers, with entries that come to the figure', async () => {
    const page = await auditor.get(statement);
    const asked = operations.listEntries.query({ today: '2026-04-01' });

    const journal = hrefsIn(page).filter((href) => href.includes('/journal?'));
    const spent = journal.find((href) => href.includes('account=direct-expenditure')) ?? '';
    const { items } = await api.read('listEntries', { partnershipId: 'maldon' }, queryOf(spent));

    expect(journal.length).toBeGreaterThan(100);
    for (const href of journal) expect(asked.safeParse(queryOf(href)).error).toBeUndefined();
    expect(items.map(({ type }) => type)).toEqual(['expenditure-recorded']);
  });

  it('show the statement of a date, as the journal stood at an entry', async () => {
    const query = 'asOf-day=31&asOf-month=10&asOf-year=2017&knownAt=20';

    const page = await auditor.get(`${statement}?${query}`);

    expect(page.text).toContain('1 April 2017 to 31 October 2017');
    expect(page.text).toContain('Entry 20 of the journal');
    expect(page.html).toContain('asOf=2017-10-31&amp;knownAt=20');
    expect(page.html).toContain('form=csv&amp;asOf=2017-10-31&amp;knownAt=20');
    expect(page.text).not.toContain('£5,000.00');
  });

  it.each([
    ['asOf-day=31&asOf-month=2&asOf-year=2018', 'asOf-day', 'must be a real date'],
    ['asOf-day=1&asOf-month=1&asOf-year=2020', 'asOf-day', 'Write a date of the financial year'],
    ['knownAt=99999', 'knownAt', 'The journal ends at entry'],
    ['knownAt=soon', 'knownAt', 'Enter a whole number'],
  ])('say at the question what is wrong with %s', async (query, input, message) => {
    const page = await auditor.get(`${statement}?${query}`);

    expect(page.status).toBe(422);
    expect(page.title).toMatch(/^Error: /);
    expect(page.text).toContain(message);
    expect(page.html).toContain(`href="#${input}"`);
  });

  it('show a certified version exactly, and say of today’s figures that they are not signed', async () => {
    const path = '/partnerships/twice/years/2017-18/statement';
    const [first, now] = [await twice.get(`${path}?version=1`), await twice.get(path)];

    expect(first.text).toContain('This is version 1, exactly as it was signed.');
    expect(first.text).toContain('A. Treasurer , Section 151 officer , on');
    expect(first.text).toContain('£900.00');
    expect(first.text).not.toContain('£850.00');
    expect(now.text).toContain('This is not the signed document: that is version 2');
    expect((await twice.get(`${path}?version=3`)).status).toBe(404);
  });

  it('show versions with who signed them, and figure by figure what the next one changed', async () => {
    const page = await twice.get('/partnerships/twice/years/2017-18/versions');
    const { items } = await twiceApi.read('listStatements', { partnershipId: 'twice', financialYear: '2017-18' });

    for (const { statementHash, documentHash } of items) {
      expect(page.text).toContain(statementHash);
      expect(page.text).toContain(documentHash);
    }
    const spent = items[1]?.changes.find(({ section, figure }) => section === 'totals' && figure === 'expenditure');
    expect(page.text).toContain('Figures that version 2 changed against version 1');
    expect(page.text).toMatch(/Totals .*?Expenditure £100\.00 £150\.00 £50\.00/);
    expect(spent?.entries.length).toBeGreaterThan(0);
    for (const entry of spent?.entries ?? [])
      expect(page.html).toContain(`href="/partnerships/twice/journal/${entry}"`);
    expect((await auditor.get(`${years}/2017-18/versions`)).text).toContain(
      'No statement of this year has been certified',
    );
  });

  it('hand over each form, byte for byte as the API does, under its name', async () => {
    const path = '/partnerships/twice/years/2017-18/statement';
    const own = { partnershipId: 'twice', financialYear: '2017-18' };
    const forms = { csv: 'text/csv', pdf: 'application/pdf', html: 'text/html', json: 'application/json' };

    for (const [form, accept] of Object.entries(forms)) {
      const file = await downloaded(twice, `${path}/download?form=${form}&version=1`);
      const original = await twiceApi.fetch('getStatement', own, { version: '1' }, { headers: { accept } });
      expect([file.status, file.headers.get('content-disposition')]).toEqual([
        200,
        `attachment; filename="twice-statement-2017-18-v1.${form}"`,
      ]);
      expect(await hashOf(file)).toBe(await hashOf(original));
    }
    expect((await twice.get(`${path}/download?form=doc`)).status).toBe(404);
  });

  it('show what people wrote as text', async () => {
    const page = await twice.get('/partnerships/twice/years/2017-18/statement');

    expect(page.html).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>');
    expect(page.html).not.toContain(hostile.script);
    expect(page.html).not.toContain(hostile.image);
    expect(page.text).toContain(hostile.long);
    expect(page.html).toContain('category=posts%20%26%20more');
    expect(page.text).toContain(`${hostile.image} Illustrative`);
  });

  it('are for members of the partnership alone', async () => {
    const stranger = await running.visitor('stranger', 'twice:finance-officer');
    for (const path of ['statement', 'statement/download?form=csv', 'versions', 'audit-pack', 'audit-pack/download']) {
      expect((await stranger.get(`${years}/2017-18/${path}`)).status).toBe(403);
    }
    expect((await auditor.get(`${years}/2017/statement`)).status).toBe(404);
  });
});
