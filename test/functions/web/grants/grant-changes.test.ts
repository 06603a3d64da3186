import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';
import { apiAnswer, dated, recordedGrant, throughSteps } from './grant-forms.ts';

let running: RunningPages;
let officer: PageVisitor;
let path: string;
beforeAll(async () => {
  running = await startPages();
  officer = await running.visitor('maldon-finance-officer', 'maldon:finance-officer');
  path = await recordedGrant(
    officer,
    {},
    { grossAmount: '1200' },
    { conditions: 'Report every quarter', instalmentsAs: 'equal' },
    { 'instalments.count': '2', ...dated('instalments.firstDueOn', 1, 5, 2018), 'instalments.everyMonths': '6' },
  );
});
afterAll(() => running.stop());

describe('a grant as it changes', () => {
  it('shows which instalments were received, from the first on, and which are late', async () => {
    const receipt = { amount: '700', ...dated('receivedOn', 2, 5, 2018), bankReference: 'EPCC-7' };
    expect((await officer.complete(`${path}/receipts/new`, receipt)).status).toBe(303);

    const page = await officer.get(path);

    expect(page.text).toContain('1 May 2018 £600.00 £600.00 Received');
    expect(page.text).toContain('1 November 2018 £600.00 £100.00 Late received in part');
    expect(page.text).toContain('£500.00 is late');
    expect(page.text).toContain('2 May 2018 £700.00 EPCC-7 Entry');
  });

  it('takes a later top-slice, and shows what the net amount becomes first', async () => {
    const form = `${path}/top-slices/new`;
    const answers = { purpose: 'audit', amount: '100', ...dated('notifiedOn', 1, 6, 2018), reference: 'TS-1' };

    const check = await throughSteps(officer, form, answers);

    expect(check.text).toContain('Net amount £1,200.00 £1,100.00');
    const done = await officer.fill(form, check, {}, 'confirm');
    expect((await officer.get(done.location)).text).toContain('audit £100.00 1 June 2018 TS-1');
  });

  it('refuses a top-slice of more than is outstanding at its amount', async () => {
    const answers = { purpose: 'audit', amount: '5000', ...dated('notifiedOn', 1, 6, 2018), reference: '"><script>' };

    const page = await throughSteps(officer, `${path}/top-slices/new`, answers);

    expect(page.status).toBe(409);
    expect(page.html).toContain('href="#amount"');
    expect(page.html).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it('takes a variation, and keeps what was first agreed to be seen', async () => {
    const letter = { ...dated('effectiveOn', 1, 7, 2018), reference: 'V-1', reason: 'Uplift for the summer' };
    const form = `${path}/variations/new`;

    const check = await throughSteps(officer, form, letter, { grossAmount: '1500', instalmentsAs: 'none' });

    expect(check.text).toContain('Gross amount £1,200.00 £1,500.00 Net amount £1,100.00 £1,400.00');
    const done = await officer.fill(form, check, {}, 'confirm');
    const page = await officer.get(done.location);
    expect(page.text).toContain('gross amount from £1,200.00 to £1,500.00');
    expect(page.text).toContain('What was first agreed');
    expect(page.text).toContain('£600.00 on 1 May 2018 ; £600.00 on 1 November 2018');
  });

  it('refuses a cut below what was received, and a variation of nothing', async () => {
    const letter = { ...dated('effectiveOn', 2, 7, 2018), reference: 'V-2', reason: 'Cut' };
    const form = `${path}/variations/new`;

    const cut = await throughSteps(officer, form, letter, { grossAmount: '500', instalmentsAs: 'none' });
    const nothing = await throughSteps(officer, form, letter, { instalmentsAs: 'none' });

    expect(cut.html).toContain('href="#grossAmount"');
    expect(cut.text).toContain('£700.00 was received');
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('A variation changes the gross amount');
  });

  it('records that a condition was met, once', async () => {
    const [, href = ''] = /href="([^"]+\/conditions\/1\/met)"/.exec((await officer.get(path)).html) ?? [];

    const done = await officer.complete(href, { ...dated('metOn', 1, 8, 2018), evidence: 'Their letter' });

    const page = await officer.get(done.location);
    expect(page.text).toContain('1. Report every quarter Met on 1 August 2018');
    expect(page.html).not.toContain('/conditions/1/met');
    expect((await officer.get(`${path}/conditions/2/met`)).status).toBe(404);
  });

  it('offers nothing to whoever only reads', async () => {
    const auditor = await running.visitor('maldon-auditor', 'maldon:auditor');

    const page = await auditor.get(path);

    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/Record (?:money|a later|a variation|as met)/);
    for (const form of ['receipts', 'top-slices', 'variations', 'repayments', 'repayment-refunds']) {
      expect((await auditor.get(`${path}/${form}/new`)).status).toBe(403);
    }
  });
});

describe('money back to the funder', () => {
  it('says so where nothing was returned, and offers no repayment', async () => {
    const page = await officer.get(`${path}/returns`);

    expect(page.text).toContain('Closing a year has returned nothing of this grant to its funder.');
    expect(page.text).not.toContain('Record a repayment');
  });

  it('takes the repayment of what closing a year returned, and no more', async () => {
    const trucam = await closedYear();
    const form = `${trucam}/repayments/new`;
    const answers = { ...dated('paidOn', 1, 5, 2017), paymentReference: 'RP-1' };

    expect((await officer.get(`${trucam}/returns`)).text).toContain('Still to be repaid £7,000.00');
    const tooMuch = await throughSteps(officer, form, { ...answers, amount: '7000.01' });
    expect(tooMuch.html).toContain('href="#amount"');
    const done = await officer.complete(form, { ...answers, amount: '7000' });

    const page = await officer.get(done.location);
    expect(page.text).toContain('Repayment recorded: entry');
    expect(page.text).toContain('Still to be repaid £0.00');
    expect(page.text).toContain('1 May 2017 Repayment recorded RP-1 £7,000.00');
    expect(page.text).not.toContain('Record a repayment');
  });

  it('takes what the funder refunds where too much was repaid', async () => {
    const trucam = await reopenedYear();

    const before = await officer.get(`${trucam}/returns`);
    expect(before.text).toContain('the funder owes £7,000.00');
    const answers = { amount: '7000', ...dated('receivedOn', 1, 6, 2017), bankReference: 'RF-1' };
    const done = await officer.complete(`${trucam}/repayment-refunds/new`, answers);

    const page = await officer.get(done.location);
    expect(page.text).toContain('Refund of a repayment recorded');
    expect(page.text).toContain('Still to be repaid £0.00');
  });
});

describe('a grant that was reversed', () => {
  it('says so, and offers nothing more', async () => {
    const grant = await recordedGrant(officer, { title: 'Recorded by mistake' });
    const { sequence } = await apiAnswer<{ sequence: number }>(running, grant);
    await sent('maldon-finance-officer', 'finance-officer', `journal/${sequence}/reversal`, {
      reason: 'Mistake',
      effectiveOn: '2018-04-06',
    });

    const page = await officer.get(grant);

    expect(page.text).toContain('This grant was reversed on 6 April 2018 , by entry');
    expect(page.text).not.toMatch(/Record (?:money|a later|a variation)/);
  });
});

/** The year of the Tru-Cam pilot is closed, and all of it returned. */
async function closedYear(): Promise<string> {
  const { items } = await apiAnswer<{ items: { id: string; title: string }[] }>(running, '/partnerships/maldon/grants');
  const { id = '' } = items.find(({ title }) => title === 'Tru-Cam pilot') ?? {};
  const disposals = [{ fundId: 'tru-cam', treatment: 'return', amount: '7000.00', grantId: id }];
  await sent('maldon-finance-officer', 'finance-officer', 'years/2016-17/closing', { disposals });
  return `/partnerships/maldon/grants/${id}`;
}

/** It is opened again, so that nothing was to be returned after all. */
async function reopenedYear(): Promise<string> {
  const { items } = await apiAnswer<{ items: { id: string; title: string }[] }>(running, '/partnerships/maldon/grants');
  await sent('maldon-cfo', 'chief-finance-officer', 'years/2016-17/reopening', { reason: 'Carried forward after all' });
  return `/partnerships/maldon/grants/${items.find(({ title }) => title === 'Tru-Cam pilot')?.id}`;
}

async function sent(subject: string, role: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${running.origin}/v1/partnerships/maldon/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await running.token(subject, `maldon:${role}`)}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}
