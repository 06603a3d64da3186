import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';

const bank = '/partnerships/maldon/bank';

describe('importing a bank file', () => {
  let running: RunningPages;
  let officer: PageVisitor;
  let grantId: string;
  beforeAll(async () => {
    running = await startPages();
    officer = await running.visitor('maldon-finance-officer', 'maldon:finance-officer');
    grantId = (await agree()).id;
  });
  afterAll(() => running.stop());

  async function call(path: string, body?: object) {
    const token = await running.token('maldon-finance-officer', 'maldon:finance-officer');
    const response = await fetch(`${running.origin}/v1/partnerships/maldon${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': path },
      ...(body && { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
    return (await response.json()) as any;
  }

  const agree = () =>
    call('/grants', {
      kind: 'contribution',
      title: 'Rural crime <b>contribution</b>',
      funder: { id: 'essex-county-council', name: 'Essex County Council' },
      fundId: 'partnership-fund',
      financialYear: '2018-19',
      grossAmount: '600',
      reference: 'ECC-2018-1',
      agreedOn: '2018-04-09',
    });

  const file = [
    'Account 12345678',
    'Date,Description,Paid in,Paid out',
    '01/05/2018,ESSEX COUNTY COUNCIL ECC-2018-1,600.00,',
    '02/05/2018,"CAFÉ, <script>",,12.50',
  ].join('\r\n');

  it('refuses what it can’t read, by row and column, and records nothing', async () => {
    const form = await officer.get(bank);

    const page = await officer.upload(bank, form, 'bank.csv', 'Date,Description,Amount\n01/05/2018,X,1.005\n');

    expect(page.status).toBe(422);
    expect(page.text).toContain('Row 2, column “Amount”');
    expect(page.html).toContain('href="#file"');
  });

  it('says when no file was chosen', async () => {
    const page = await officer.upload(bank, await officer.get(bank), '', '');

    expect(page.text).toContain('Choose a file');
  });

  it('shows what each line is taken for, and chooses what is certain', async () => {
    const sent = await officer.upload(bank, await officer.get(bank), 'bank <i>.csv', file);
    const lines = await officer.get(sent.location);

    expect(sent.location).toBe(`${bank}/lines`);
    expect(lines.text).toContain('1 May 2018: £600.00 in, ESSEX COUNTY COUNCIL ECC-2018-1');
    expect(lines.html).toContain(`<option value="receipt:${grantId}" selected>`);
    expect(lines.text).toContain('CAFÉ, <script>');
    expect(lines.html).not.toContain('<script>"');
    expect(lines.html).not.toContain('<b>contribution');
  });

  it('takes no page of another file, and no choice that the line was not offered', async () => {
    const earlier = await officer.get(`${bank}/lines`);
    await officer.upload(bank, await officer.get(bank), 'other.csv', file);

    const late = await officer.fill(`${bank}/lines`, earlier, {}, '');
    const forged = await officer.fill(
      `${bank}/lines`,
      await officer.get(`${bank}/lines`),
      { 'line-3': `payment:${grantId}` },
      '',
    );

    expect(late.status).toBe(409);
    expect(late.text).toContain('Nothing was recorded');
    expect(forged.status).toBe(422);
    expect(forged.text).toContain('Choose for at least one line');
  });

  it('records what was chosen, once, and says what became of each line', async () => {
    const lines = await officer.get(`${bank}/lines`);
    const chosen = await officer.fill(`${bank}/lines`, lines, {}, '');
    const before = await officer.get(chosen.location);

    const once = await officer.fill(chosen.location, before, {}, '');
    const again = await officer.fill(chosen.location, before, {}, '');
    const after = await officer.get(once.location);

    expect(before.text).toContain('0 of 1');
    expect(before.html).toContain('data-automatic');
    expect(again.status).toBe(303);
    expect(after.text).toContain('1 of 1');
    expect(after.text).toMatch(/£600.00 Recorded +entry \d+/);
    expect(after.text).toContain('1 line was left alone');
    const { items } = await call(`/grants/${grantId}/receipts`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ amount: '600.00', receivedOn: '2018-05-01' });
  });

  it('skips what is recorded already when the same file comes again', async () => {
    const shown = await officer.get(`${bank}/recording`);
    await officer.fill(`${bank}/recording`, shown, {}, 'finish');
    await officer.upload(bank, await officer.get(bank), 'bank.csv', file);

    const lines = await officer.get(`${bank}/lines`);

    expect(lines.text).toContain('Skipped, because they are recorded already: 1');
    expect(lines.html).not.toContain(`receipt:${grantId}`);
  });

  it('is for the finance officer alone, and for whoever chose the file', async () => {
    const auditor = await running.visitor('maldon-auditor', 'maldon:auditor');
    const colleague = await running.visitor('another', 'maldon:finance-officer');

    expect((await auditor.get(bank)).status).toBe(403);
    expect((await colleague.get(`${bank}/lines`)).location).toBe(bank);
  });
});
