import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPages } from '../running-pages.ts';
import { awardsPath, Maldon, pathOf } from './maldon.ts';

describe('the pages of awards', () => {
  let maldon: Maldon;
  beforeAll(async () => {
    maldon = new Maldon(await startPages());
  });
  afterAll(() => maldon.running.stop());

  it('lists what waits first, and marks illustrative figures', async () => {
    const id = await maldon.proposed('Still a draft');
    const list = await (await maldon.visitor('officer')).get(awardsPath);

    expect(list.text.indexOf('Still a draft')).toBeLessThan(list.text.indexOf('Other awards'));
    expect(list.text).toContain('Domestic abuse charity , from Partnership fund Approved Illustrative £450.00 £450.00');
    expect(list.html).toContain(`href="${pathOf(id)}"`);
    expect(list.html).toContain(`href="${awardsPath}/new"`);
    expect((await (await maldon.visitor('auditor')).get(awardsPath)).html).not.toContain(`${awardsPath}/new`);
  });

  it('filters by status, fund and priority, and says where nothing is like that', async () => {
    const auditor = await maldon.visitor('auditor');

    const rural = await auditor.get(`${awardsPath}?status=approved&fundId=partnership-fund&priority=rural-crime`);
    const none = await auditor.get(`${awardsPath}?status=rejected&fundId=&priority=`);
    const nonsense = await auditor.get(`${awardsPath}?status=x&priority=%22%3E&page=999`);

    expect(rural.text).toContain('Just Play football initiative');
    expect(rural.text).not.toContain('J9 domestic abuse awareness');
    expect(rural.html).toContain('<option value="rural-crime" selected>');
    expect(none.text).toContain('No award is like this.');
    expect(none.text).toContain('Show all awards');
    expect(nonsense.text).toContain('J9 domestic abuse awareness');
  });

  it('says that there are none yet', async () => {
    const { running } = maldon;
    const token = await running.token('admin', 'platform:administrator');
    const authority = { id: 'council', name: 'Council' };
    await fetch(`${running.origin}/v1/partnerships`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'new-one' },
      body: JSON.stringify({
        id: 'empty',
        name: 'Empty',
        hostAuthority: authority,
        responsibleAuthorities: [authority],
        quorum: 1,
      }),
    });
    const visitor = await running.visitor('somebody', 'empty:coordinator');

    expect((await visitor.get('/partnerships/empty/awards')).text).toContain('No award has been proposed yet.');
    expect((await visitor.get(awardsPath)).status).toBe(403);
  });

  it('shows what was asked, what was decided on what strength, and what was paid', async () => {
    const auditor = await maldon.visitor('auditor');
    const list = await auditor.get(`${awardsPath}?priority=rural-crime`);
    const [, path = ''] = /href="(\/partnerships\/maldon\/awards\/[0-9a-f-]{36})"/.exec(list.html) ?? [];
    const page = await auditor.get(path);

    expect(page.title).toMatch(/^Just Play football initiative .* – Award – /);
    expect(page.text).toContain('Tackling rural crime and strengthening communities');
    expect(page.text).toContain('Approved: £1,200.00 Illustrative');
    expect(page.text).toMatch(/Decided at Responsible Authorities Group of 6 October 2017 , minute 9\.3 \./);
    expect(page.text).toContain('Chair, Maldon presided; the quorum was 3');
    expect(page.text).toContain('Minute 9.3');
    expect(page.text).toContain('Illustrative: the report names the initiative');
    expect(page.html).toMatch(/href="\/partnerships\/maldon\/journal\/\d+"><bdi>Award decided, entry \d+</);
    expect(page.html).not.toContain('role="button"');
  });

  it('never shows an amount to be confirmed as £0.00', async () => {
    const id = await maldon.approved('Without an amount', '2018-04-02');
    const officer = await maldon.visitor('officer');
    const page = await officer.get(pathOf(id));

    expect(page.text).toContain('Approved To be confirmed');
    expect(page.text).toContain('Committed Nothing yet');
    expect(page.text).toContain('Approved, with the amount to be confirmed: it reserves nothing until then.');
    expect(page.html).not.toContain('/payments/new');
    expect((await officer.get(awardsPath)).text).toContain('£300.00 To be confirmed £0.00 Nothing yet');
    expect((await officer.get(`${pathOf(id)}/payments/new`)).text).toContain(
      'nothing can be paid until a meeting sets',
    );
  });

  it('leads the chair to the decision while the meeting is open, and others to the meeting', async () => {
    const [id, meetingId] = [await maldon.proposed('At a meeting'), await maldon.meeting('2018-04-04')];
    await maldon.submit(id, meetingId);
    const decision = `/partnerships/maldon/meetings/${meetingId}/awards/${id}/decision`;
    const [chair, auditor] = [await maldon.visitor('chair'), await maldon.visitor('auditor')];
    expect((await chair.get(pathOf(id))).html).not.toContain(decision);
    expect((await chair.get(pathOf(id))).html).toContain(`${pathOf(id)}/chairs-action`);

    await maldon.open(meetingId);

    const page = await chair.get(pathOf(id));
    expect(page.html).toContain(`href="${decision}"`);
    expect(page.html).not.toContain('/chairs-action');
    expect((await auditor.get(pathOf(id))).html).toContain(`href="/partnerships/maldon/meetings/${meetingId}"`);
    expect((await auditor.get(pathOf(id))).html).not.toContain(decision);
  });

  it('tells conditions, a corrected attendance, a refused ratification and a reversed payment', async () => {
    const acted = await maldon.proposed('Acted on', { note: 'Asked by letter' });
    const action = { amountApproved: '90.00', reason: 'Urgent', decidedOn: '2018-04-05' };
    await maldon.call('chair', 'POST', `/awards/${acted}/chairs-action`, action);
    const paid = { amount: '20.00', paidOn: '2018-04-06', paymentReference: 'B1' };
    const { sequence } = await maldon.call('officer', 'POST', `/awards/${acted}/payments`, paid);
    const undo = { reason: 'It bounced', effectiveOn: '2018-04-07' };
    await maldon.call('officer', 'POST', `/journal/${sequence}/reversal`, undo);
    const [decided, meetingId] = [await maldon.proposed('On conditions'), await maldon.meeting('2018-04-08')];
    await maldon.submit(decided, meetingId);
    await maldon.open(meetingId);
    const conditions = ['Report <b>monthly</b>', 'Buy locally'];
    await maldon.decide(decided, meetingId, { outcome: 'approved', amountApproved: '10.00', conditions });
    const refusal = { awardId: acted, outcome: 'refused', minuteReference: '5.1' };
    const path = `/meetings/${meetingId}/ratifications`;
    await expect(maldon.call('chair', 'POST', path, refusal)).rejects.toThrow('separation-of-duties');
    expect((await (await maldon.visitor('chair')).get(pathOf(acted))).text).toContain('You took the chair’s action');
    await correctAttendance(maldon, meetingId);
    await maldon.call('viceChair', 'POST', path, refusal);

    const auditor = await maldon.visitor('auditor');
    const [refused, approved] = [await auditor.get(pathOf(acted)), await auditor.get(pathOf(decided))];
    expect(refused.text).toContain(
      'The group refused to ratify the chair’s action. What was unpaid was released: £90.00',
    );
    expect(refused.text).toContain('Ratification refused');
    expect(refused.text).toContain('Asked by letter');
    expect(refused.text).toContain(`Payment, entry ${sequence} Reversed`);
    expect(refused.text).toContain('It bounced');
    expect(approved.html).toContain('<bdi>Report &lt;b&gt;monthly&lt;/b&gt;</bdi>');
    expect(approved.text).toContain('The attendance was corrected afterwards');
    expect(approved.text).toContain('The chair had left');
    expect(approved.text).toContain('As corrected, the meeting still had its quorum for this.');
  });

  it('shows whatever people write as text', async () => {
    const hostile = ['<script>alert(1)</script>', '"><img src=x>', '\u202Eabc', 'W'.repeat(190), '🚲🚲'];
    const visitors = [
      await maldon.visitor('coordinator'),
      await maldon.visitor('officer'),
      await maldon.visitor('chair'),
    ];
    for (const text of hostile) {
      const id = await maldon.proposed(text, {
        recipient: { name: text, kind: 'other' },
        purpose: text,
        purposeStatement: text,
        note: text,
      });
      const pages = await Promise.all(
        ['', '/submission', '/payments/new', '/chairs-action'].map((below) =>
          Promise.all(visitors.map((visitor) => visitor.get(`${pathOf(id)}${below}`))),
        ),
      );
      for (const { html } of pages.flat()) {
        expect(html).not.toMatch(/<script>alert|<img src=x/);
      }
      expect(pages.flat()[0]?.text).toContain(text.replace('\u202E', ''));
    }
  });

  it('is not found where there is no such award', async () => {
    const auditor = await maldon.visitor('auditor');

    expect((await auditor.get(pathOf('01a214bf-ca1e-73cd-9a0d-a37013443c03'))).status).toBe(404);
    expect((await auditor.get(pathOf('nonsense'))).status).toBe(404);
  });
});

/** The vice-chair presides from here on, and is there. */
async function correctAttendance(maldon: Maldon, meetingId: string): Promise<void> {
  const { running } = maldon;
  const url = `${running.origin}/v1/partnerships/maldon/meetings/${meetingId}`;
  const token = await running.token('maldon-community-safety-manager', 'maldon:coordinator');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const read = await fetch(url, { headers });
  const present = ['maldon-district-council', 'essex-county-council', 'essex-police'].map((authorityId) => ({
    authorityId,
    name: `For ${authorityId}`,
  }));
  const presiding = { subject: 'maldon-rag-vice-chair', name: 'Vice-chair, Maldon' };
  const response = await fetch(`${url}/attendance`, {
    method: 'PUT',
    headers: { ...headers, 'if-match': read.headers.get('etag') ?? '' },
    body: JSON.stringify({ presiding, present, reason: 'The chair had left' }),
  });
  expect(response.status).toBe(200);
}
