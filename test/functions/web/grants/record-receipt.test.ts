import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';

describe('recording money received', () => {
  let running: RunningPages;
  let officer: PageVisitor;
  let path: string;
  beforeAll(async () => {
    running = await startPages();
    officer = await running.visitor('maldon-finance-officer', 'maldon:finance-officer');
    const list = await officer.get('/partnerships/maldon/grants');
    const [, grant = ''] = /href="(\/partnerships\/maldon\/grants\/[0-9a-f-]{36})"/.exec(list.html) ?? [];
    path = `${grant}/receipts/new`;
  });
  afterAll(() => running.stop());

  it('says what is missing, at each question, and keeps what was typed', async () => {
    const form = await officer.get(path);

    const page = await officer.fill(path, form, { amount: '12', bankReference: '"><script>' });

    expect(page.status).toBe(422);
    expect(page.title).toMatch(/^Error: Record money received/);
    expect(page.text).toContain('Enter date received');
    expect(page.html).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(page.html).toContain('href="#receivedOn-day"');
  });

  it('shows a refusal of the ledger at its question', async () => {
    const form = await officer.get(path);
    const answers = {
      amount: '£1,000',
      'receivedOn-day': '6',
      'receivedOn-month': 'oct',
      'receivedOn-year': '2017',
      bankReference: 'X-1',
    };

    const page = await officer.fill(path, form, answers);

    expect(page.status).toBe(409);
    expect(page.text).toContain('£0.00 is outstanding; this receipt is £1,000.00.');
    expect(page.html).toContain('href="#amount"');
  });

  it('is for the finance officer alone', async () => {
    const chair = await running.visitor('maldon-rag-chair', 'maldon:chair');

    expect((await chair.get(path)).status).toBe(403);
  });
});
