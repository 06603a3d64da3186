import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';
import { downloaded } from './downloaded.ts';

const maldon = '/partnerships/maldon';

describe('what is taken away of the accounts', () => {
  let running: RunningPages;
  let auditor: PageVisitor;
  let newcomer: PageVisitor;
  beforeAll(async () => {
    running = await startPages();
    auditor = await running.visitor('maldon-auditor', 'maldon:auditor');
    newcomer = await running.visitor('newcomer', 'new:auditor');
    const authorization = `Bearer ${await running.token('administrator', 'platform:administrator')}`;
    const council = { id: 'council', name: 'Council' };
    const partnership = {
      id: 'new',
      name: 'New',
      hostAuthority: council,
      responsibleAuthorities: [council],
      quorum: 1,
    };
    await fetch(new URL('/v1/partnerships', running.origin), {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', 'idempotency-key': 'new' },
      body: JSON.stringify(partnership),
    });
  });
  afterAll(() => running.stop());

  it('is an audit pack, with how to check it', async () => {
    const page = await auditor.get(`${maldon}/years/2017-18/audit-pack`);
    const file = await downloaded(auditor, `${maldon}/years/2017-18/audit-pack/download`);

    expect(page.text).toContain('node verify.mjs .');
    expect(page.html).toContain(`href="${maldon}/years/2017-18/audit-pack/download"`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="maldon-audit-pack-2017-18.zip"');
    expect(
      Buffer.from(await file.bytes())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('is open data, where there is any', async () => {
    const page = await auditor.get(`${maldon}/open-data`);
    const [giving, list] = await Promise.all([
      downloaded(auditor, `${maldon}/open-data/360giving`),
      downloaded(auditor, `${maldon}/open-data/transparency?financialYear=2017-18`),
    ]);
    const none = await newcomer.get('/partnerships/new/open-data');

    expect(page.text).toContain('with 6 awards');
    expect(giving.headers.get('content-disposition')).toBe('attachment; filename="maldon-360giving.json"');
    expect(((await giving.json()) as { grants: unknown[] }).grants).toHaveLength(6);
    expect(list.headers.get('content-disposition')).toBe('attachment; filename="maldon-grants-2017-18.csv"');
    expect(await list.text()).toContain('Just Play');
    expect(none.text).toContain('there is nothing to publish');
    expect(none.html).not.toContain('href="/partnerships/new/open-data/360giving"');
  });

  it('is a report to members: to read, to paste, and as files', async () => {
    const path = `${maldon}/reports/member-update`;
    const period = 'from-day=1&from-month=4&from-year=2017&to-day=31&to-month=3&to-year=2018';

    const page = await auditor.get(`${path}?${period}`);
    const file = await downloaded(auditor, `${path}/download?form=html&from=2017-04-01&to=2018-03-31`);
    const pasted = await downloaded(auditor, `${path}/download?form=markdown&from=2017-04-01&to=2018-03-31`);

    expect((await auditor.get(path)).text).toContain('Write the report');
    expect(page.text).toContain('Total £6,500.00 £6,500.00 £0.00');
    expect(page.text).toContain('(“Core funding 2017/18”, reference CORE-2017-18, agreed on 3 April 2017)');
    expect(page.html).toContain('form=markdown&amp;from=2017-04-01&amp;to=2018-03-31');
    expect(await file.text()).toContain('<h1>Maldon Community Safety Partnership: funding update</h1>');
    const markdown = await pasted.text();
    expect(page.text).toContain(markdown.replaceAll(/\s+/g, ' ').trim());
    expect(pasted.headers.get('content-disposition')).toContain('maldon-member-update-2017-04-01-to-2018-03-31.md');
  });

  it.each([
    ['from-day=1&from-month=4&from-year=2017', 'to-day', 'Enter to and including'],
    ['from-day=1&from-month=4&from-year=2017&to-day=1&to-month=4&to-year=2016', 'to-day', 'no earlier than it begins'],
    [
      'from-day=1&from-month=4&from-year=1990&to-day=1&to-month=4&to-year=2016',
      'from-day',
      'Enter a date from 31 July 1998',
    ],
  ])('says at the question what is wrong with %s', async (query, input, message) => {
    const page = await auditor.get(`${maldon}/reports/member-update?${query}`);

    expect(page.status).toBe(422);
    expect(page.text).toContain(message);
    expect(page.html).toContain(`href="#${input}"`);
  });

  it('is for members alone', async () => {
    for (const path of ['open-data', 'open-data/360giving', 'reports/member-update', 'statements'])
      expect((await newcomer.get(`${maldon}/${path}`)).status).toBe(403);
  });
});
