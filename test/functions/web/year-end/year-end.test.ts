import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';

const years = '/partnerships/maldon/years';

describe('the end of a year', () => {
  let running: RunningPages;
  let officer: PageVisitor;
  let chief: PageVisitor;
  beforeAll(async () => {
    running = await startPages();
    officer = await running.visitor('maldon-finance-officer', 'maldon:finance-officer');
    chief = await running.visitor('maldon-section-151-officer', 'maldon:chief-finance-officer');
  });
  afterAll(() => running.stop());

  it('shows what stands in the way, and offers closing only where nothing else does', async () => {
    const page = await officer.get(`${years}/2017-18/closing-checklist`);

    expect(page.text).toContain('2016/17 is open. To settle first');
    expect(page.text).toContain('£7,000.00 in Tru-Cam pilot is to be carried forward or returned');
    expect(page.text).not.toContain('Close the year');
    expect(page.html).toContain(`href="${years}/2016-17/closing-checklist"`);
  });

  it('is closed with what the agreements suggest, where the funder’s approval is given', async () => {
    const path = `${years}/2016-17/closing`;
    const form = await officer.get(path);
    const refused = await officer.fill(path, form, {});

    const check = await officer.fill(path, refused, { 'disposals.0.approvalReference': 'CDSF letter' });
    const done = await officer.fill(path, check, {}, 'confirm');

    expect(form.html).toContain('value="7000.00"');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('allows only with the funder’s approval');
    expect(check.text).toMatch(/Tru-Cam pilot ?, Carried forward to the next year ?, £7,000.00/);
    expect(done.status).toBe(303);
    const after = await officer.get(done.location);
    expect(after.text).toContain('Year closed: entry');
    expect(after.text).toContain('Closed, not certified');
  });

  it('is not closed by somebody else, nor certified by who closed it', async () => {
    expect((await chief.get(`${years}/2017-18/closing`)).status).toBe(403);
    expect((await officer.get(`${years}/2016-17/certification`)).status).toBe(403);
  });

  it('is certified over the hash that was shown, and not over another', async () => {
    const path = `${years}/2016-17/certification`;
    const form = await chief.get(path);
    const [, hash = ''] = /name="statementHash" value="([0-9a-f]{64})"/.exec(form.html) ?? [];
    const answers = { name: 'A. <Treasurer>', role: 'Section 151 officer' };

    const stale = await chief.fill(path, form, { ...answers, statementHash: 'f'.repeat(64) });
    const done = await chief.complete(path, answers);

    expect(hash).not.toBe('');
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('read it again, and sign what it says now');
    const after = await chief.get(done.location);
    expect(after.text).toContain('Statement certified: entry');
    expect(after.text).toContain('Status Certified');
  });

  it('is opened again with a reason', async () => {
    const path = `${years}/2016-17/reopening`;
    const missing = await chief.fill(path, await chief.get(path), {});

    const done = await chief.complete(path, { reason: 'An invoice was forgotten.' });

    expect(missing.text).toContain('Enter reason');
    expect((await chief.get(done.location)).text).toContain('Year reopened: entry');
  });
});
