import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dated } from '../grants/grant-forms.ts';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';

const base = '/partnerships/castle-point';
const fund = `${base}/funds/core`;
const opening = `${fund}/opening-balance`;

describe('a partnership in a product that is empty', () => {
  let running: RunningPages;
  let administrator: PageVisitor;
  let officer: PageVisitor;
  let coordinator: PageVisitor;
  beforeAll(async () => {
    running = await startPages('none');
    administrator = await running.visitor('platform-administrator', 'platform:administrator');
    officer = await running.visitor('officer', 'castle-point:finance-officer');
    coordinator = await running.visitor('coordinator', 'castle-point:coordinator');
  });
  afterAll(() => running.stop());

  const answer = async <Answer>(path: string): Promise<Answer> => {
    const token = await running.token('officer', 'castle-point:finance-officer');
    const response = await fetch(`${running.origin}/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    return (await response.json()) as Answer;
  };

  it('is created by the administrator alone, seeing the short names that it will have', async () => {
    const path = '/new-partnership';
    const first = { name: 'Castle Point', 'hostAuthority.name': 'Castle Point Borough Council' };
    const asked = await administrator.fill(path, await administrator.get(path), first);
    const names = { 'responsibleAuthorities.0.name': 'Essex Police', 'responsibleAuthorities.1.name': 'Probation <b>' };

    const beyond = await administrator.fill(path, asked, { ...names, quorum: '3' });
    const check = await administrator.fill(path, beyond, { quorum: '2' });
    const done = await administrator.fill(path, check, {}, 'confirm');
    const again = await administrator.complete(path, first, { ...names, quorum: '1' });

    expect((await officer.get(path)).status).toBe(403);
    expect(beyond.status).toBe(422);
    expect(beyond.html).toContain('href="#quorum"');
    expect(check.text).toContain('Essex Police essex-police Probation <b> probation-b');
    expect(done.location).toBe(`${base}/settings?done=partnership-created`);
    const settings = await administrator.get(done.location);
    expect(settings.text).toContain('Partnership created.');
    expect(settings.text).toContain('The beginning In force 2');
    expect(settings.text).toContain('castle-point:finance-officer');
    expect(again.status).toBe(409);
    expect(again.html).toContain('href="#id"');
  });

  it('has empty pages that say so and lead on', async () => {
    const [spending, funds, funders, settings] = await Promise.all(
      ['expenditure', 'funds', 'funders', 'settings'].map((page) => officer.get(`${base}/${page}`)),
    );

    expect(spending?.text).toContain('Nothing has been spent directly yet.');
    expect(spending?.html).toContain(`href="${base}/funds/new"`);
    expect(spending?.text).not.toContain('Record spending');
    expect(funds?.text).toContain('No fund is open yet.');
    expect(funders?.text).toContain('No funder is named yet.');
    expect(settings?.text).toContain('Not set');
  });

  it('gets its terms and its priorities', async () => {
    const terms = await administrator.complete(`${base}/settings/terms-of-reference/new`, {
      ...dated('effectiveFrom', 1, 4, 2017),
      quorum: '1',
      'chair.name': 'The chair',
      'chair.subject': 'chair',
      chairsActionLimit: '500',
    });
    const priorities = await coordinator.complete(`${base}/settings/priorities/2017-18`, {
      'items.0.name': 'Anti-social behaviour',
    });

    expect([terms.status, priorities.status]).toEqual([303, 303]);
    expect(await answer(`${base}/terms-of-reference/2017-04-01`)).toMatchObject({ chairsActionLimit: '500.00' });
    expect(await answer(`${base}/years/2017-18/priorities`)).toMatchObject({
      items: [{ id: 'anti-social-behaviour' }],
    });
  });

  it('opens a fund, whose short name can be chosen, and which says what it is restricted to', async () => {
    const path = `${base}/funds/new`;
    const form = await officer.get(path);
    const named = { name: '"><img src=x>', restriction: 'restricted', nature: 'revenue', id: 'core' };
    const missing = await officer.fill(path, form, named);
    const check = await officer.fill(path, missing, { purpose: 'Core costs' });
    const done = await officer.fill(path, check, {}, 'confirm');
    const made = await officer.complete(path, { name: 'Small grants', restriction: 'unrestricted', nature: 'capital' });
    const taken = await officer.complete(path, { ...named, purpose: 'Core costs' });

    expect(missing.status).toBe(422);
    expect(missing.html).toContain('href="#purpose"');
    expect(check.text).toContain('Short name core');
    expect(done.location).toBe(`${fund}?done=fund-opened`);
    const page = await officer.get(done.location);
    expect(page.text).toContain('Fund opened.');
    expect(page.html).not.toContain('<img');
    expect(page.text).toContain('Record the opening balance');
    expect(made.location).toContain('/funds/small-grants?');
    expect(taken.status).toBe(409);
    expect(taken.html).toContain('href="#id"');
    expect((await coordinator.get(path)).status).toBe(403);
  });

  it('records what the fund begins with, and names new funders by the way', async () => {
    const form = await officer.get(opening);
    const begins = { ...dated('effectiveOn', 1, 4, 2017), reference: 'Ledger 2016/17', bank: '1,000' };
    const owed = {
      'receivables.0.newFunder': 'Essex PCC',
      'receivables.0.amount': '300',
      'repayables.0.newFunder': 'Home Office',
      'repayables.0.amount': '100',
    };
    const nameless = await officer.fill(opening, form, { ...begins, ...owed, 'receivables.0.newFunder': '!!!' });
    const check = await officer.fill(opening, nameless, { 'receivables.0.newFunder': 'Essex PCC' });
    const done = await officer.fill(opening, check, {}, 'confirm');

    expect(nameless.status).toBe(422);
    expect(nameless.html).toContain('href="#receivables.0.newFunder"');
    expect(check.text).toMatch(/: balance at the end of [\d/]+ £0.00 £1,200.00/);
    const page = await officer.get(done.location);
    expect(page.text).toContain('Opening balance recorded: entry');
    expect(page.text).toContain('Owed by Essex PCC £300.00 Owed to Home Office -£100.00 Opening balance £1,200.00');
    expect(page.text).toContain('£300.00 is still to be received.');
    expect(page.text).not.toContain('Record the opening balance');
    expect(await answer(`${base}/funds/core`)).toMatchObject({ balance: '1200.00' });
    expect((await officer.complete(opening, begins)).status).toBe(409);
  });

  it('records what funders owed and were owed', async () => {
    const [receipts, repayments] = [`${opening}/receipts/new`, `${opening}/repayments/new`];
    const received = { funder: 'essex-pcc', ...dated('receivedOn', 5, 5, 2017), bankReference: 'B-1' };
    const repaid = { funder: 'home-office', ...dated('paidOn', 6, 5, 2017), paymentReference: 'P-1' };

    const tooMuch = await officer.complete(receipts, { ...received, amount: '301' });
    const receipt = await officer.complete(receipts, { ...received, amount: '300' });
    const beyond = await officer.complete(repayments, { ...repaid, amount: '101' });
    const repayment = await officer.complete(repayments, { ...repaid, amount: '100' });

    expect(tooMuch.status).toBe(409);
    expect(tooMuch.html).toContain('href="#amount"');
    expect(beyond.text).toContain('£100.00 is owed');
    expect([receipt.status, repayment.status]).toEqual([303, 303]);
    const page = await officer.get(repayment.location);
    expect(page.text).toContain('Repayment of an opening balance recorded: entry');
    expect(page.text).toContain('All that funders owed was received.');
    expect(page.text).not.toContain('owed from before');
    expect((await coordinator.get(receipts)).status).toBe(403);
  });

  it('then spends, in the first category of all', async () => {
    const done = await officer.complete(
      `${base}/expenditure/new?fundId=core`,
      { category: 'Equipment', description: 'A projector', amount: '200', ...dated('spentOn', 1, 6, 2017) },
      { purposeStatement: 'For meetings', authorityReference: 'Budget', paymentReference: 'P-2' },
    );

    expect(done.status).toBe(303);
    expect(await answer(`${base}/funds/core`)).toMatchObject({ balance: '1000.00' });
    expect((await officer.get(`${base}/funds`)).text).toMatch(/£1,000.00 £0.00 £1,000.00/);
  });
});
