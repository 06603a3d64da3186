import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../api.ts';
import { attendance, did, heldOn } from '../award-calls.ts';
import type { MeetingName } from './award-names.ts';
import { checkedApiOver } from './checked-api.ts';
import { anyId, groupLedger, inGroup } from './group-ledger.ts';
import { type Ledger, nowhere, type Refusals, testRefusals } from './refusals.ts';
import { tomorrow } from './wrong-values.ts';

const onNoMeeting =
  (path: string, body: object = {}) =>
  ({ to }: Ledger) =>
    to('POST', `/meetings/${anyId}${path}`, body);
const putting = (ifMatch: string) => ({ headers: { 'if-match': ifMatch } });
const [council, police] = attendance.present;
const county = { authorityId: 'essex-county-council', name: 'A county officer' };
const onlyCouncil = { ...attendance, present: [council] };

const refusals: Refusals<MeetingName> = {
  scheduleMeeting: { 'not-found': () => nowhere('POST', '/meetings', { title: 'Group', heldOn }) },
  listMeetings: { 'not-found': () => nowhere('GET', '/meetings') },
  getMeeting: { 'not-found': ({ to }) => to('GET', `/meetings/${anyId}`) },
  putAttendance: {
    'not-found': inGroup(async (group, { to }) => {
      const present = [{ authorityId: 'essex-fire-authority', name: 'A fire officer' }];
      return to('PUT', `/meetings/${await group.schedule()}/attendance`, { ...attendance, present });
    }),
    'revision-required': inGroup(async (group, { to }) =>
      to('PUT', `/meetings/${await group.openMeeting()}/attendance`, attendance),
    ),
    'revision-mismatch': inGroup(async (group, { to }) => {
      const meetingId = await group.schedule();
      const { headers } = await group.attend(meetingId);
      await did(group.attend(meetingId, onlyCouncil, headers['etag']));
      return to('PUT', `/meetings/${meetingId}/attendance`, attendance, putting(headers['etag'] ?? ''));
    }),
    'not-presiding': inGroup(async (group, { to }) => {
      const presiding = { subject: 'somebody', name: 'Somebody' };
      return to('PUT', `/meetings/${await group.schedule()}/attendance`, { ...attendance, presiding });
    }),
    'invalid-transition': inGroup(async (group, { to }) => {
      const meetingId = await group.openMeeting();
      await did(group.decide(await group.proposeTo(meetingId), meetingId));
      return to('PUT', `/meetings/${meetingId}/attendance`, attendance, putting('*'));
    }),
  },
  openMeeting: {
    'not-found': onNoMeeting('/opening'),
    'invalid-transition': inGroup(async (group, { to }) =>
      to('POST', `/meetings/${await group.openMeeting()}/opening`, {}),
    ),
    'date-out-of-order': inGroup(async (group, { to }) => {
      const meetingId = await group.schedule({ heldOn: tomorrow });
      await did(group.attend(meetingId));
      return to('POST', `/meetings/${meetingId}/opening`, {});
    }),
    'meeting-not-quorate': inGroup(async (group, { to }) =>
      to('POST', `/meetings/${await group.schedule()}/opening`, {}),
    ),
  },
  closeMeeting: {
    'not-found': onNoMeeting('/closing'),
    'meeting-not-open': inGroup(async (group, { to }) => to('POST', `/meetings/${await group.schedule()}/closing`, {})),
  },
  confirmMinutes: {
    'not-found': inGroup(async (group, { to }) =>
      to('POST', `/meetings/${await group.openMeeting()}/minutes-confirmation`, { confirmedAtMeetingId: anyId }),
    ),
    'invalid-transition': inGroup(async (group, { to }) => {
      const [meetingId, confirmedAtMeetingId] = [await group.openMeeting(), await group.openMeeting()];
      return to('POST', `/meetings/${meetingId}/minutes-confirmation`, { confirmedAtMeetingId });
    }),
    'date-out-of-order': inGroup(async (group, { to }) => {
      const [meetingId, confirmedAtMeetingId] = [await group.openMeeting(), await group.openMeeting()];
      await did(group.close(meetingId));
      return to('POST', `/meetings/${meetingId}/minutes-confirmation`, { confirmedAtMeetingId });
    }),
    'meeting-not-open': inGroup(async (group, { to }) => {
      const meetingId = await group.openMeeting();
      await did(group.close(meetingId));
      const confirmedAtMeetingId = await group.schedule({ heldOn: '2018-01-12' });
      return to('POST', `/meetings/${meetingId}/minutes-confirmation`, { confirmedAtMeetingId });
    }),
  },
};

describe('a meeting of the group', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  it('is scheduled, then open, then closed, and its minutes are confirmed at a later one', async () => {
    const { group, get } = await groupLedger(api);
    const meetingId = await group.schedule({ venue: 'Council chamber', note: 'In public.' });

    const scheduled = (await group.meeting(meetingId)).body;
    const attended = await did(group.attend(meetingId));
    const opened = await did(group.open(meetingId));
    const closed = await did(group.close(meetingId));
    const later = await group.openMeeting({ heldOn: '2018-01-12' });
    const confirmed = await did(group.confirm(meetingId, later));

    const described = { id: meetingId, heldOn, venue: 'Council chamber', note: 'In public.' };
    expect(scheduled).toMatchObject({ ...described, status: 'scheduled', attendance: null });
    expect([attended, opened, closed].map(({ status }) => status)).toEqual(['scheduled', 'open', 'closed']);
    expect(confirmed).toMatchObject({ ...described, attendance, minutesConfirmedAtMeetingId: later });
    const { body } = await get('/meetings');
    expect(body.items).toEqual([confirmed, expect.objectContaining({ id: later, minutesConfirmedAtMeetingId: null })]);
  });

  it('does not confirm its own minutes', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    await did(group.close(meetingId));

    const { status, body } = await group.confirm(meetingId, meetingId);

    expect([status, body.code]).toEqual([409, 'date-out-of-order']);
  });

  it('counts authorities and not people towards quorum', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.schedule();
    const twoOfOne = [council, { authorityId: 'maldon-district-council', name: 'Another council officer' }];

    const { headers } = await group.attend(meetingId, { ...attendance, present: twoOfOne });
    const refused = await group.open(meetingId);
    const { body: before } = await group.meeting(meetingId);
    await did(group.attend(meetingId, { ...attendance, present: [...twoOfOne, police] }, headers['etag']));
    const opened = await group.open(meetingId);

    expect(refused.body.detail).toBe('The quorum is 2 authorities. 1 counts; people of one authority count once.');
    expect(before.quorum).toEqual({ needed: 2, authorities: ['maldon-district-council'], isMet: false });
    expect(opened.status).toBe(201);
  });

  it('needs the quorum that was in force on its day', async () => {
    const { group } = await groupLedger(api);
    await group.setTerms({ quorum: 3 }, '2017-10-07');

    const onTheDay = await group.schedule();
    const theDayAfter = await group.schedule({ heldOn: '2017-10-07' });
    for (const meetingId of [onTheDay, theDayAfter]) await did(group.attend(meetingId));

    expect((await group.open(onTheDay)).status).toBe(201);
    expect((await group.open(theDayAfter)).body).toMatchObject({ code: 'meeting-not-quorate', present: 2, quorum: 3 });
  });

  it('has one ETag with its attendance, which is first recorded without If-Match and then never', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.schedule();

    const unread = await group.attend(meetingId, attendance, '"r1"');
    const first = await group.attend(meetingId);
    const read = await group.meeting(meetingId);
    const without = await group.attend(meetingId, onlyCouncil);
    const replaced = await group.attend(meetingId, onlyCouncil, read.headers['etag']);
    const stale = await group.attend(meetingId, attendance, read.headers['etag']);

    expect([unread, first, without, replaced, stale].map(({ status }) => status)).toEqual([412, 201, 428, 200, 412]);
    expect((await group.meeting(meetingId)).body.attendance).toEqual(onlyCouncil);
    const again = await group.attend(meetingId, attendance, replaced.headers['etag']);
    expect(again.status).toBe(200);
  });

  it('asks for If-Match before it says what else is wrong with the attendance', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();

    const replies = [
      await group.attend(meetingId, { ...attendance, present: 'nobody' }),
      await group.attend(meetingId, { ...attendance, present: [{ authorityId: 'nowhere', name: 'Nobody' }] }),
      await group.attend(meetingId, { ...attendance, presiding: { subject: 'nobody', name: 'Nobody' } }),
    ];

    expect(replies.map(({ status }) => status)).toEqual([428, 428, 428]);
  });

  it('tells whether quorum stood by the interests at the decision, also where one is taken back later', async () => {
    const { group, post } = await groupLedger(api);
    const meetingId = await group.openMeeting({}, { ...attendance, present: [council, police, county] });
    const awardId = await group.proposeTo(meetingId);
    const { body: interest } = await group.declare(meetingId, { awardId, attendee: county, nature: 'A bidder.' });
    await did(group.decide(awardId, meetingId));
    const reversal = { reason: 'A mistake.', effectiveOn: '2017-10-06' };
    await did(post(`/journal/${interest.sequence}/reversal`, reversal));

    const present = [council, county];
    await did(group.attend(meetingId, { ...attendance, present, reason: 'The police were away.' }, '*'));

    const [decision] = (await group.award(awardId)).decisions;
    expect(decision).toMatchObject({ isQuorateAsCorrected: false });
  });

  it('shows that an attendance was corrected, and why, once a decision relied on it', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);
    const { headers } = await group.attend(meetingId, { ...attendance, reason: 'A typing error.' }, '*');
    await did(group.decide(awardId, meetingId));

    const stale = await group.attend(meetingId, { ...onlyCouncil, reason: 'The police left.' }, headers['etag']);
    const { headers: now } = await group.meeting(meetingId);
    await did(group.attend(meetingId, { ...onlyCouncil, reason: 'The police left.' }, now['etag']));

    expect(stale.status).toBe(412);
    const { corrections } = (await group.meeting(meetingId)).body;
    expect(corrections).toMatchObject([
      { reason: 'A typing error.' },
      { ...onlyCouncil, reason: 'The police left.', recordedBy: { subject: 'coordinator' } },
    ]);
    const [decision] = (await group.award(awardId)).decisions;
    expect(decision).toMatchObject({
      authorities: ['essex-police', 'maldon-district-council'],
      attendanceCorrections: corrections.slice(1),
      isQuorateAsCorrected: false,
    });
  });
});
