import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';
import { base, meetingCalls, signedIn } from './meeting-at.ts';

const decision = (meetingId: string, awardId: string, outcome: string): string =>
  `${base}/${meetingId}/awards/${awardId}/decision?outcome=${outcome}`;

describe('deciding at a meeting', () => {
  let running: RunningPages;
  let calls: ReturnType<typeof meetingCalls>;
  let chair: PageVisitor;
  let meetingId: string;
  beforeAll(async () => {
    running = await startPages();
    calls = meetingCalls(running);
    chair = await signedIn(running, 'chair');
    meetingId = await calls.open();
  });
  afterAll(() => running.stop());

  it('shows what is asked, by whom, for what, and what it leaves in the fund', async () => {
    await calls.award(meetingId, { title: 'Shown', amountRequested: '27' });

    const { text } = await chair.get(`${base}/${meetingId}`);

    expect(text).toContain('Asked £27.00 Uncommitted now £1,027.00 Partnership fund , at the end of');
    expect(text).toContain('After approving in full £1,000.00');
    expect(text).toContain('Proposed by maldon-community-safety-manager Purpose Friday nights in the High Street');
    expect(text).toContain('Priorities Reducing crime, fear of crime and anti-social behaviour');
    expect(text).toContain('Interests None declared');
  });

  it('approves in full with nothing typed, and shows the fund before and after', async () => {
    const awardId = await calls.award(meetingId);
    const path = decision(meetingId, awardId, 'approved');

    const check = await chair.fill(path, await chair.get(path), {});
    const done = await chair.fill(path, check, {}, 'confirm');
    const again = await chair.fill(path, check, {}, 'confirm');
    const page = await chair.get(done.location);

    expect(check.text).toContain('Approve £50.00 in full: Street pastors Check your answers');
    expect(check.text).toContain('Partnership fund: uncommitted £1,027.00 £977.00');
    expect(again.location).toBe(done.location);
    expect(page.text).toMatch(/Approved £50\.00, as requested\. Minute \d+ \./);
    expect(await calls.seenAward(awardId)).toMatchObject({ status: 'approved', amountApproved: '50.00' });
  });

  it('follows the minute reference before', async () => {
    const id = await calls.open();
    const [first, second] = [await calls.award(id), await calls.award(id)];

    await chair.complete(decision(id, first, 'approved'), { minuteReference: '9.2' });
    const form = await chair.get(decision(id, second, 'rejected'));

    expect(form.html).toContain('value="9.3"');
  });

  it('approves part, with conditions', async () => {
    const awardId = await calls.award(meetingId);
    const path = decision(meetingId, awardId, 'part');

    const tooMuch = await chair.fill(path, await chair.get(path), { amountApproved: '60' });
    const done = await chair.complete(path, { amountApproved: '40', conditions: 'Report back\nWithin a year' });

    expect(tooMuch.status).toBe(409);
    expect(tooMuch.html).toContain('href="#amountApproved"');
    expect((await chair.get(done.location)).text).toContain('subject to: Report back; Within a year');
    expect(await calls.seenAward(awardId)).toMatchObject({ amountApproved: '40.00' });
  });

  it('defers to a meeting to come', async () => {
    const [awardId, later] = [await calls.award(meetingId), await calls.schedule({ heldOn: '2018-03-22' })];

    const done = await chair.complete(decision(meetingId, awardId, 'deferred'), { deferredTo: later });

    expect((await chair.get(done.location)).text).toContain('Deferred to the meeting of 22 March 2018.');
    expect((await chair.get(`${base}/${later}`)).text).toContain('1. Street pastors');
  });

  it('tells the second of two who decide the same that it is decided', async () => {
    const awardId = await calls.award(meetingId);
    const path = decision(meetingId, awardId, 'approved');
    const second = await chair.fill(path, await chair.get(path), {});
    await chair.complete(path, { minuteReference: '7' });

    const refused = await chair.fill(path, second, {}, 'confirm');

    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Decided already: Approved Go back to the meeting');
    expect(await calls.seenAward(awardId)).toMatchObject({ approvals: { length: 1 } });
  });

  it('is offered to whoever presides alone', async () => {
    const awardId = await calls.award(meetingId);
    const [viceChair, officer] = [await signedIn(running, 'viceChair'), await signedIn(running, 'officer')];
    const path = decision(meetingId, awardId, 'approved');

    const page = await viceChair.get(`${base}/${meetingId}`);
    const refused = await viceChair.fill(path, await viceChair.get(path), {});

    expect(page.text).toContain('presides over this item and decides it.');
    expect(page.text).not.toContain('Approve in full');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('presides over this, and nobody else decides it.');
    expect((await officer.get(path)).status).toBe(403);
    expect((await officer.get(`${base}/${meetingId}/attendance`)).status).toBe(403);
  });

  it('ratifies chair’s action that waits, by whoever did not take it', async () => {
    const [id, awardId] = [await calls.open({ heldOn: '2018-03-23' }), await calls.propose()];
    const action = { amountApproved: '50', reason: 'Urgent', decidedOn: '2018-03-10' };
    await calls.call('chair', 'POST', `/awards/${awardId}/chairs-action`, action);
    const [viceChair, path] = [await signedIn(running, 'viceChair'), `${base}/${id}/ratifications/${awardId}`];

    const seen = await chair.get(`${base}/${id}`);
    const offered = await viceChair.get(`${base}/${id}`);
    const done = await viceChair.complete(`${path}?outcome=ratified`, {});

    expect(seen.text).toContain('Chair’s action to be ratified Street pastors');
    expect(seen.text).not.toContain('Refuse to ratify');
    expect(offered.text).toContain('Refuse to ratify');
    expect((await chair.get(done.location)).text).toContain('hair’s action of 10 March 2018 for £50.00, ratified.');
    expect((await viceChair.get(path)).text).toContain('It is ratified already.');
  });

  it('confirms an amount that was left open', async () => {
    const id = await calls.open({ heldOn: '2018-03-24' });
    const awardId = await calls.award(id, { title: 'Left open', amountRequested: undefined });

    const open = await chair.complete(decision(id, awardId, 'approved'), {});
    const waiting = await chair.get(open.location);
    await chair.complete(decision(id, awardId, 'part'), { amountApproved: '12' });

    expect(waiting.text).toContain('Amounts still to be confirmed Left open');
    expect(await calls.seenAward(awardId)).toMatchObject({ amountApproved: '12.00' });
  });

  it('shows what anybody wrote as text', async () => {
    const hostile = `<script>alert(1)</script> "><img src=x> \u202E ${'w'.repeat(100)} 😀`;
    await calls.award(meetingId, {
      title: hostile,
      purpose: hostile,
      note: hostile,
      recipient: { name: hostile, kind: 'other' },
    });

    const { html } = await chair.get(`${base}/${meetingId}`);

    expect(html).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt; &quot;&gt;&lt;img src=x&gt;');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x>');
  });
});
