import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';
import { base, meetingCalls, signedIn } from './meeting-at.ts';

const day = { 'heldOn-day': '1', 'heldOn-month': '3', 'heldOn-year': '2018' };
const attendance = {
  presiding: 'maldon-rag-chair',
  ...Object.fromEntries(
    ['maldon-district-council', 'essex-police', 'essex-county-council'].flatMap((authorityId, place) => [
      [`present.${place}.name`, `Person ${place}`],
      [`present.${place}.authorityId`, authorityId],
    ]),
  ),
};

describe('running a meeting', () => {
  let running: RunningPages;
  let calls: ReturnType<typeof meetingCalls>;
  let coordinator: PageVisitor;
  let chair: PageVisitor;
  beforeAll(async () => {
    running = await startPages();
    calls = meetingCalls(running);
    coordinator = await signedIn(running, 'coordinator');
    chair = await signedIn(running, 'chair');
  });
  afterAll(() => running.stop());

  it('begins with its being scheduled', async () => {
    const done = await coordinator.complete(`${base}/new`, { title: 'Extraordinary meeting', ...day, venue: 'Hall' });

    const [path = ''] = done.location.split('?');
    const meeting = await coordinator.get(done.location);
    const list = await coordinator.get(base);
    expect(done.status).toBe(303);
    expect(meeting.text).toContain(
      'Extraordinary meeting, 1 March 2018 Recorded The meeting is scheduled. To come 1 March 2018 , Hall Quorum 0 of 3',
    );
    expect(meeting.text).toContain('Nothing is on the agenda yet.');
    expect(meeting.text).toContain('can be opened once the attendance shows a quorum');
    expect(meeting.html).not.toContain(`${path}/opening`);
    expect(list.html).toContain(path);
  });

  it('goes from attendance to opening to closing', async () => {
    const id = await calls.schedule();
    const path = `${base}/${id}`;

    const attended = await coordinator.complete(`${path}/attendance`, attendance);
    const quorate = await coordinator.get(attended.location);
    const opened = await coordinator.complete(`${path}/opening`, {});
    const closed = await coordinator.complete(`${path}/closing`, {});

    expect([attended, opened, closed].map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(quorate.text).toContain('3 of 3 needed Quorum met');
    expect(quorate.html).toContain(`${path}/opening`);
    expect(await calls.seenMeeting(id)).toMatchObject({ status: 'closed', attendance: { present: { length: 3 } } });
  });

  it('loses nobody’s change of the attendance', async () => {
    const id = await calls.open();
    const path = `${base}/${id}/attendance`;
    const form = await coordinator.get(path);
    await coordinator.complete(path, { 'present.0.name': 'Changed in the meantime' });

    const check = await coordinator.fill(path, form, { 'present.1.name': 'Mine' });
    const refused = await coordinator.fill(path, check, {}, 'confirm');
    const again = await coordinator.fill(path, await coordinator.fill(path, refused, {}), {}, 'confirm');

    expect(refused.status).toBe(412);
    expect(refused.text).toContain('it has changed since');
    expect(refused.text).toContain('Changed in the meantime');
    expect(refused.html).toContain('value="Mine"');
    expect(again.status).toBe(303);
  });

  it('asks why an attendance is corrected on which a decision relies', async () => {
    const id = await calls.open();
    const awardId = await calls.award(id);
    const path = `${base}/${id}/attendance`;
    await chair.complete(`${base}/${id}/awards/${awardId}/decision?outcome=rejected`, {});

    const form = await coordinator.get(path);
    const missing = await coordinator.fill(path, form, {});
    const done = await coordinator.complete(path, { reason: 'A name was misspelt.', 'present.0.name': 'Spelt right' });
    const page = await coordinator.get(done.location);

    expect(missing.text).toContain('Enter why it is corrected');
    expect(page.text).toContain('The attendance was corrected once');
    expect(page.text).toContain('A name was misspelt.');
  });

  it('declares an interest, which counts against the quorum of that item', async () => {
    const id = await calls.open();
    const awardId = await calls.award(id);

    const done = await coordinator.complete(`${base}/${id}/interests/new`, {
      awardId,
      who: 'essex-police:Somebody of essex-police',
      nature: 'A trustee.',
    });
    const page = await chair.get(done.location);

    expect(page.text).toContain('Somebody of essex-police (Essex Police) : A trustee.');
    expect(page.text).toContain('Not met : 2 of 3 needed.');
    expect(page.text).toContain('There is no quorum for this item');
    expect(page.text).not.toContain('Approve in full');
  });

  it('ends with minutes to paste and as files, which a later meeting confirms', async () => {
    const id = await calls.open({ title: 'Minuted' });
    const awardId = await calls.award(id);
    await chair.complete(`${base}/${id}/awards/${awardId}/decision?outcome=approved`, {});
    await coordinator.complete(`${base}/${id}/closing`, {});
    const later = await calls.open({ heldOn: '2018-03-20' });

    const page = await chair.get(`${base}/${id}/minutes`);
    const text = await chair.get(`${base}/${id}/minutes.txt`);
    const pdf = await chair.get(`${base}/${id}/minutes.pdf`);
    const confirmed = await coordinator.complete(`${base}/${id}/minutes-confirmation`, { confirmedAtMeetingId: later });

    expect(page.text).toContain('Street pastors');
    expect(text.html).toContain('Street pastors');
    expect(text.headers.get('content-disposition')).toBe('attachment; filename="minutes-2018-03-01.txt"');
    expect(pdf.html).toMatch(/^%PDF/);
    expect(confirmed.status).toBe(303);
    expect((await chair.get(confirmed.location)).text).toContain('Confirmed at The group of 20 March 2018');
  });
});
