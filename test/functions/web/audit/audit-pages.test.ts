import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';

const base = '/partnerships/maldon/audit';

let running: RunningPages;
let auditor: PageVisitor;
let chair: PageVisitor;
beforeAll(async () => {
  running = await startPages();
  auditor = await running.visitor('maldon-auditor', 'maldon:auditor');
  chair = await running.visitor('maldon-rag-chair', 'maldon:chair');
});
afterAll(() => running.stop());

describe('where an auditor begins', () => {
  it('leads to the verification, the journal, the statements, the events and the packs', async () => {
    const { html } = await auditor.get(base);

    for (const path of ['audit/verification', 'journal', 'statements', 'audit/events', 'years/2017-18/audit-pack'])
      expect(html).toContain(`href="/partnerships/maldon/${path}"`);
  });

  it('offers the events to those alone who may see them', async () => {
    expect((await chair.get(base)).html).not.toContain('audit/events');
  });
});

describe('the verification', () => {
  it('starts nothing until somebody asks', async () => {
    const page = await auditor.get(`${base}/verification`);

    expect(page.text).toContain('It changes nothing.');
    expect(page.text).not.toContain('Trial balance');
    expect(page.html).toContain('<input type="hidden" name="run" value="yes">');
  });

  it('shows what it found', async () => {
    const page = await chair.get(`${base}/verification?run=yes`);

    expect(page.text).toContain('Everything agrees with the journal.');
    expect(page.text).toMatch(/Chain of hashes Whole Records and balances Match Trial balance £0\.00/);
    expect(page.text).toContain('Discrepancies There are none.');
  });

  it('knows no run that was never started', async () => {
    const gone = await auditor.get(`${base}/verification/${'0'.repeat(32)}`);

    expect(gone.text).toContain('What this run found is no longer kept.');
    expect((await auditor.get(`${base}/verification/elsewhere`)).status).toBe(404);
  });
});

describe('reads and refusals', () => {
  it('tells who read what, and who tried what in vain', async () => {
    await chair.get('/partnerships/maldon/journal/3');
    await chair.get('/partnerships/maldon/journal/99999');

    const all = await auditor.get(`${base}/events`);
    const refused = await auditor.get(`${base}/events?kind=refused`);

    expect(all.text).toContain('An entry of the journal. /v1/partnerships/maldon/journal/3');
    expect(all.text).toContain('maldon-rag-chair');
    expect(refused.text).not.toContain('journal/3 ');
  });

  it('filters by days, and says where one is none', async () => {
    const empty = await auditor.get(`${base}/events?kind=&from-day=&to-day=1&to-month=2&to-year=2003`);
    const wrong = await auditor.get(`${base}/events?from-day=40&from-month=1&from-year=2017`);

    expect(empty.text).toContain('Nothing was read or refused in this time.');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('href="#from-day"');
    expect(wrong.html).toContain('value="40"');
  });

  it('keeps its filters from page to page', async () => {
    const first = await auditor.get(`${base}/events?kind=read`);
    const next = /href="([^"]*)" rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';

    const second = await auditor.get(next);

    expect(next).toContain('kind=read');
    expect(second.status).toBe(200);
    expect(second.html).toContain('rel="prev"');
  });

  it('is for the auditor and the chief finance officer', async () => {
    const chief = await running.visitor('maldon-section-151-officer', 'maldon:chief-finance-officer');

    expect((await chair.get(`${base}/events`)).status).toBe(403);
    expect((await chief.get(`${base}/events`)).status).toBe(200);
  });
});

describe('the accessibility statement', () => {
  it('is there for everybody, and claims nothing', async () => {
    const page = await (await fetch(`${running.origin}/accessibility`)).text();

    expect(page).toContain('<h1 class="govuk-heading-l"><bdi>Accessibility</bdi></h1>');
    expect(page).toContain('So no claim is made that they comply');
  });
});
