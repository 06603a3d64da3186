import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../../../functions/operations.ts';
import { filterNames } from '../../../../functions/web/audit/journal-filter.ts';
import type { PageVisitor, SeenPage } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';

const base = '/partnerships/maldon';
const hostile = '"><img src=x><script>alert(1)</script> \u202Eabc😀 ';
const longWord = 'w'.repeat(200);

let running: RunningPages;
let officer: PageVisitor;
let auditor: PageVisitor;
beforeAll(async () => {
  running = await startPages();
  officer = await running.visitor('maldon-finance-officer', 'maldon:finance-officer');
  auditor = await running.visitor('maldon-auditor', 'maldon:auditor');
});
afterAll(() => running.stop());

async function call(path: string, body?: object): Promise<Record<string, unknown>> {
  const authorization = `Bearer ${await running.token('maldon-finance-officer', 'maldon:finance-officer')}`;
  const sent = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  const response = await fetch(
    `${running.origin}/v1/partnerships/maldon/${path}`,
    body === undefined
      ? { headers: { authorization } }
      : { method: 'POST', headers: { authorization, ...sent }, body: JSON.stringify(body) },
  );
  return (await response.json()) as Record<string, unknown>;
}

async function spend(amount: string, description: string, category = 'Equipment'): Promise<number> {
  const funds = (await call('funds')) as { items: { id: string; restriction: string }[] };
  const { sequence } = await call('expenditure', {
    fundId: funds.items.find(({ restriction }) => restriction === 'unrestricted')?.id,
    category,
    description,
    amount,
    spentOn: '2018-02-01',
    paymentReference: hostile.slice(0, 40),
    authorityReference: 'Budget line 1',
    note: `${hostile}${longWord}`,
  });
  return Number(sequence);
}

/** What is read, without the spaces that stand where markup was. */
const read = ({ text }: SeenPage): string => text.replaceAll(/ (?=[.,])/g, '');

const firstOf = async (type: string): Promise<number> => {
  const { items } = (await call(`journal?type=${type}`)) as { items: { sequence: number }[] };
  return items[0]?.sequence ?? 0;
};

describe('the journal', () => {
  it('can be filtered by all that the API filters by, and by nothing else', () => {
    const { limit: _, cursor: __, ...shape } = operations.listEntries.query({ today: '2018-03-31' }).shape;

    expect([...filterNames].sort()).toEqual(Object.keys(shape).sort());
  });

  it('shows entries with what they are about, and leads to each', async () => {
    const page = await auditor.get(`${base}/journal`);

    expect(page.status).toBe(200);
    expect(page.html).toContain('href="/partnerships/maldon/journal/1"');
    expect(page.text).toContain('1 Partnership created');
    expect(read(page)).toMatch(/Just Play football initiative[^£]*minute 9\.3, approved £1,200\.00/);
  });

  it('filters by what the form asks, and keeps the answers', async () => {
    const page = await auditor.get(`${base}/journal?financialYear=2017-18&fundId=&type=award-paid&account=`);

    expect(page.text).not.toContain('Award decided by');
    expect(page.text.match(/\d+ Payment recorded/g)?.length).toBeGreaterThan(3);
    expect(page.html).toMatch(/<option value="award-paid" selected/);
  });

  it('shows the postings of accounts with what they come to, as the statement that leads there says', async () => {
    const statement = (await call('years/2017-18/statement')) as { totals: { expenditure: string } };
    const query = 'account=award-expenditure,direct-expenditure&postedIn=2017-18&asOf=2018-03-31';

    const page = await auditor.get(`${base}/journal?${query}`);

    const expected = Number(statement.totals.expenditure).toLocaleString('en-GB', { minimumFractionDigits: 2 });
    expect(page.title).toMatch(/^Postings of the journal/);
    expect(read(page)).toContain(`Debits less credits: £${expected}.`);
  });

  it('says in words what it doesn’t ask, each to be removed', async () => {
    const awards = (await call('awards')) as { items: { id: string; title: string }[] };
    const [award] = awards.items;

    const page = await auditor.get(`${base}/journal?awardId=${award?.id}&postedTo=2017-18&knownAt=40&grantId=none`);

    expect(read(page)).toContain(`Only postings for the award ${award?.title}. Remove`);
    expect(read(page)).toContain('Only postings that name no grant.');
    expect(read(page)).toContain('Only postings that count in 2017/18 or earlier.');
    expect(page.text).toContain('As the journal stood at entry 40.');
    expect(page.html).toContain(`journal?grantId=none&amp;awardId=${award?.id}&amp;postedTo=2017-18"`);
    expect(page.html).toMatch(/<input type="hidden" name="knownAt" value="40">/);
  });

  it('says that nothing was found, and what is no filter', async () => {
    const none = await auditor.get(`${base}/journal?type=year-closed`);
    const wrong = await auditor.get(`${base}/journal?asOf=2017-02-31`);

    expect(none.text).toContain('The journal holds no such entry.');
    expect(wrong.status).toBe(400);
  });

  it('goes on page by page, and adds up all pages where it is asked to', async () => {
    for (let count = 0; count < 52; count += 1) await spend('1', `Part ${count}`);
    const path = `${base}/journal?account=direct-expenditure&category=Equipment`;

    const first = await auditor.get(path);
    const next = /class="govuk-link govuk-pagination__link" href="([^"]*)" rel="next"/.exec(first.html)?.[1] ?? '';
    const second = await auditor.get(next.replaceAll('&amp;', '&'));
    const all = await auditor.get(`${path}&sum=all`);

    expect(first.text).toContain('Total of this page');
    expect(read(second)).toContain('Only postings of Equipment.');
    expect(read(second)).toContain('Debits less credits: £2.00.');
    expect(read(all)).toContain('There are 52 postings on all pages. Debits less credits: £52.00.');
  });
});

describe('an entry of the journal', () => {
  it('leads from a payment to the award, the decision and the minute', async () => {
    const sequence = await firstOf('award-paid');

    const page = await auditor.get(`${base}/journal/${sequence}`);

    expect(page.html).toMatch(/href="\/partnerships\/maldon\/awards\/[0-9a-f-]{36}"/);
    expect(page.html).toMatch(/href="\/partnerships\/maldon\/meetings\/[0-9a-f-]{36}"[^>]*><bdi>minute 9\.3 of /);
    expect(page.text).toMatch(/Approved £1,200\.00/);
    expect(page.text).toContain('Hash of the entry before');
    expect(page.text).not.toContain('Reverse this entry');
  });

  it('can be shown whatever its type', async () => {
    const { items } = (await call('journal?limit=100')) as { items: { sequence: number; type: string }[] };
    const oneOfEach = [...new Map(items.map(({ type, sequence }) => [type, sequence])).values()];

    const pages = await Promise.all(oneOfEach.map((sequence) => auditor.get(`${base}/journal/${sequence}`)));

    expect(pages.map(({ status }) => status)).toEqual(oneOfEach.map(() => 200));
    expect(pages.filter(({ text }) => /\[object|undefined/.test(text))).toEqual([]);
  });

  it('shows whatever people wrote as text', async () => {
    const sequence = await spend('1.50', `${hostile}${longWord}`);

    const [entry, list] = [
      await auditor.get(`${base}/journal/${sequence}`),
      await auditor.get(`${base}/journal?type=expenditure-recorded&account=bank`),
    ];

    for (const { html } of [entry, list]) expect(html).not.toMatch(/<script>|<img src=x/);
    expect(entry.html).toContain('&lt;script&gt;alert(1)');
    expect(entry.html).toMatch(/<bdi>[^<]*\u202Eabc/u);
  });

  it('is no page where there is none', async () => {
    expect((await auditor.get(`${base}/journal/99999`)).status).toBe(404);
    expect((await auditor.get(`${base}/journal/first`)).status).toBe(404);
  });
});

describe('reversing an entry', () => {
  const answers = { 'effectiveOn-day': '2', 'effectiveOn-month': '3', 'effectiveOn-year': '2018', reason: hostile };

  it('mirrors it, and both say so', async () => {
    const sequence = await spend('3', 'A chair', 'Furniture');
    const path = `${base}/journal/${sequence}/reversal`;

    const check = await officer.fill(path, await officer.get(path), answers);
    const done = await officer.fill(path, check, {}, 'confirm');

    expect(check.text).toContain('What the reversal posts');
    expect(check.html).toContain('govuk-button--warning');
    expect(done.status).toBe(303);
    const { reversedBy } = await call(`journal/${sequence}`);
    expect(done.location).toBe(`${base}/journal/${reversedBy}?recorded=${reversedBy}`);
    const reversal = await officer.get(done.location);
    expect(reversal.text).toContain(`Reverses entry ${sequence}`);
    expect(reversal.html).not.toContain('<script>alert');
    expect(reversal.text).not.toContain('Reverse this entry');
    const reversed = await officer.get(`${base}/journal/${sequence}`);
    expect(reversed.text).toContain(`This entry was reversed by entry ${reversedBy}`);
    expect(reversed.text).not.toContain('Reverse this entry');
    const list = await officer.get(`${base}/journal?category=Furniture`);
    expect(list.text).toContain(`Reversed by ${reversedBy}`);
  });

  it('shows a refusal at its question, with what was typed', async () => {
    const sequence = await spend('3', 'A table');
    const path = `${base}/journal/${sequence}/reversal`;

    const page = await officer.fill(path, await officer.get(path), { ...answers, 'effectiveOn-year': '2017' });

    expect(page.status).toBe(409);
    expect(page.html).toContain('href="#effectiveOn-day"');
    expect(page.html).toContain('&lt;script&gt;alert(1)');
  });

  it('is refused of what is never reversed', async () => {
    const path = `${base}/journal/1/reversal`;
    const form = await officer.get(path);

    const page = await officer.fill(path, form, answers);

    expect(form.text).toContain('Entry 1 cannot be reversed.');
    expect(page.status).toBe(409);
  });

  it('is for the finance officer alone', async () => {
    const sequence = await firstOf('receipt-recorded');
    const page = await officer.get(`${base}/journal/${sequence}`);

    expect(page.text).toContain('Reverse this entry');
    expect((await auditor.get(`${base}/journal/${sequence}/reversal`)).status).toBe(403);
  });
});
