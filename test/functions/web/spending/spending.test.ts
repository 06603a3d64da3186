import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiAnswer, dated, throughSteps } from '../grants/grant-forms.ts';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';

const list = '/partnerships/maldon/expenditure';
const path = `${list}/new`;
const hostile = `<script>alert(1)</script> "><img src=x> \u202Enettirw 🦔 ${'w'.repeat(80)}`;

const bought = (changed: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  fundId: 'partnership-fund',
  knownCategory: 'partnership-posts',
  description: 'Two weeks of cover',
  amount: '£10.50',
  ...dated('spentOn', 30, 3, 2018),
  ...changed,
});
const authority = { authorityReference: '2017/18 budget', paymentReference: 'JNL-0500' };

describe('spending that is no award', () => {
  let running: RunningPages;
  let officer: PageVisitor;
  beforeAll(async () => {
    running = await startPages();
    officer = await running.visitor('maldon-finance-officer', 'maldon:finance-officer');
  });
  afterAll(() => running.stop());

  it('is listed with what it rests on, an illustrative amount marked', async () => {
    const page = await officer.get(list);

    expect(page.text).toMatch(
      /partnership-posts Partnership fund 29 March 2018 £5,000.00 Illustrative 2017\/18 budget/,
    );
    expect(page.text).toContain('paid under JNL-0412');
  });

  it('is recorded in a category that was used before, with the fund before and after', async () => {
    const check = await throughSteps(officer, path, bought(), authority);
    const done = await officer.fill(path, check, {}, 'confirm');

    expect(check.title).toMatch(/^Check your answers/);
    expect(check.text).toContain('Category partnership-posts');
    expect(check.text).toMatch(/Partnership fund: uncommitted £1,027.00 £1,016.50/);
    expect(done.status).toBe(303);
    expect((await officer.get(done.location)).text).toContain('Expenditure recorded: entry');
    const { items } = await apiAnswer<{ items: object[] }>(running, '/partnerships/maldon/expenditure');
    expect(items.at(-1)).toMatchObject({
      category: 'partnership-posts',
      amount: '10.50',
      paymentReference: 'JNL-0500',
    });
  });

  it('of a restricted fund says how it serves the purpose, and can name a new category and the grant that pays', async () => {
    const first = bought({ fundId: 'tru-cam', knownCategory: '.another', description: hostile });
    const asked = await throughSteps(officer, path, first, authority);
    const [, grantId = ''] = /<option value="([0-9a-f-]{36})"[^>]*>Tru-Cam pilot/.exec(asked.html) ?? [];

    const check = await officer.fill(path, asked, { category: 'Equipment', purposeStatement: 'A tripod', grantId });
    const done = await officer.fill(path, check, {}, 'confirm');

    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Enter name of the new category');
    expect(asked.text).toContain('Enter how this serves the fund’s purpose');
    expect(done.status).toBe(303);
    const page = await officer.get(list);
    expect(page.text).toContain(hostile.replaceAll(/\s+/g, ' '));
    expect(page.html).not.toContain('<script>alert');
    expect(page.html).not.toContain('"><img');
    expect(page.text).toContain('For the fund’s purpose: A tripod Equipment Tru-Cam pilot , grant Tru-Cam pilot');
    const { items } = await apiAnswer<{ items: object[] }>(running, '/partnerships/maldon/expenditure');
    expect(items.at(-1)).toMatchObject({ category: 'Equipment', fundId: 'tru-cam', grantId });
  });

  it('shows a refusal at its question, and keeps what was typed', async () => {
    const refused = await throughSteps(officer, path, bought({ amount: '99999' }), authority);
    const early = await throughSteps(officer, path, bought(dated('spentOn', 1, 1, 1990)), authority);

    expect(refused.status).toBe(409);
    expect(refused.text).toContain('this needs £99,999.00');
    expect(refused.html).toContain('href="#amount"');
    expect(refused.html).toContain('value="99999"');
    expect(early.status).toBe(422);
    expect(early.html).toContain('href="#spentOn-day"');
  });

  it('stays in the list where it was reversed, and says so', async () => {
    const { items } = await apiAnswer<{ items: { sequence: number }[] }>(running, '/partnerships/maldon/expenditure');
    const [{ sequence } = { sequence: 0 }] = items;
    const deputy = await running.token('maldon-finance-deputy', 'maldon:finance-officer');
    const reversal = await fetch(`${running.origin}/v1/partnerships/maldon/journal/${sequence}/reversal`, {
      method: 'POST',
      headers: { authorization: `Bearer ${deputy}`, 'content-type': 'application/json', 'idempotency-key': 'r-1' },
      body: JSON.stringify({ reason: 'Entered twice', effectiveOn: '2018-03-29' }),
    });

    const page = await officer.get(list);

    expect(reversal.status).toBe(201);
    expect(page.text).toMatch(new RegExp(`Entry ${sequence} Reversed by entry \\d+`));
  });

  it('is recorded by the finance officer alone, and seen by every member', async () => {
    const chair = await running.visitor('maldon-rag-chair', 'maldon:chair');
    const administrator = await running.visitor('platform-administrator', 'platform:administrator');

    const seen = await chair.get(list);

    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain('Record spending');
    expect((await chair.get(path)).status).toBe(403);
    expect((await administrator.get(list)).status).toBe(403);
  });
});
