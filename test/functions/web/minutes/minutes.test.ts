import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../../../functions/operations.ts';
import { type Minutes, minutesOf } from '../../../../functions/web/minutes/minutes.ts';
import { minutesText } from '../../../../functions/web/minutes/minutes-text.ts';
import { type Api, startTables, type TestTables } from '../../../api.ts';
import { type AwardCalls, attendance, did } from '../../../award-calls.ts';
import { checkedApiOver } from '../../checked-api.ts';
import { type GroupLedger, groupLedger } from '../../group-ledger.ts';
import { readMinutes } from './read-minutes.ts';

const countyOfficer = { authorityId: 'essex-county-council', name: 'A county officer' };
const three = { ...attendance, present: [...attendance.present, countyOfficer] };
const unconfirmed = { amountApproved: undefined };

describe('the minutes of a meeting', () => {
  let tables: TestTables;
  let api: Api;
  let ledger: GroupLedger;
  let group: AwardCalls;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    ledger = await groupLedger(api);
    group = ledger.group;
  });
  afterAll(() => tables.stop());

  const minutesFor = (meetingId: string): Promise<Minutes> => readMinutes(ledger.get, meetingId);

  type At = { readonly meetingId: string; readonly awardId: string };
  /** What the minutes say was decided, of an award of £400 on the agenda of an open meeting. */
  const decisionAfter = async (act: (at: At) => Promise<unknown>): Promise<string | undefined> => {
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);
    await act({ meetingId, awardId });
    return (await minutesFor(meetingId)).items.at(-1)?.decision;
  };
  const decided = (more: object) =>
    decisionAfter(({ awardId, meetingId }) => did(group.decide(awardId, meetingId, more)));

  describe('say of an item', () => {
    it('that it was approved: as requested, for less, or subject to conditions', async () => {
      const conditions = ['A report by March.', 'Match\nfunding'];

      expect(await decided({})).toBe('Approved £400.00, as requested');
      expect(await decided({ amountApproved: '350.00', conditions })).toBe(
        'Approved £350.00 of £400.00 requested, subject to: A report by March; Match funding',
      );
    });

    it('that its amount is to be confirmed, and at the meeting that does, what it is', async () => {
      const later = await group.openMeeting({ heldOn: '2017-12-08' });
      const first = await decisionAfter(async ({ awardId, meetingId }) => {
        await did(group.decide(awardId, meetingId, { ...unconfirmed, conditions: ['A quotation.'] }));
        await did(group.decide(awardId, later, { amountApproved: '300' }));
      });

      expect(first).toBe('Approved; the amount is to be confirmed, subject to: A quotation');
      const [item] = (await minutesFor(later)).items;
      expect(item?.decision).toBe('Amount confirmed: £300.00 of £400.00 requested');
    });

    it('that it was rejected, or deferred, and to which meeting', async () => {
      const deferredTo = await group.schedule({ heldOn: '2017-12-08' });

      expect(await decided({ outcome: 'rejected', ...unconfirmed })).toBe('Rejected');
      expect(await decided({ outcome: 'deferred', ...unconfirmed })).toBe('Deferred');
      expect(await decided({ outcome: 'deferred', ...unconfirmed, deferredTo })).toBe(
        'Deferred to the meeting of 8 December 2017',
      );
    });

    it('that it was withdrawn, moved, or left', async () => {
      const [before, next] = [await group.schedule(), await group.schedule({ heldOn: '2017-12-08' })];
      await did(group.submit(await group.proposeTo(before), next));

      expect(await decisionAfter(({ awardId }) => did(group.withdraw(awardId)))).toBe('Withdrawn');
      expect((await minutesFor(before)).items[0]?.decision).toBe('Moved to the agenda of another meeting');
      expect(await decisionAfter(async () => undefined)).toBe('Not yet decided');
      expect(await decisionAfter(({ meetingId }) => did(group.close(meetingId)))).toBe('Not decided');
    });

    it('that an approved award was varied, or was not', async () => {
      const varied = (more: object) =>
        decisionAfter(async ({ awardId, meetingId }) => {
          await did(group.decide(awardId, meetingId));
          await did(group.vary(awardId, meetingId));
          await did(group.decide(awardId, meetingId, more));
        });

      expect(await varied({ amountApproved: '450' })).toBe('Varied from £400.00 to £450.00 of £500.00 requested');
      expect(await varied({ outcome: 'rejected', ...unconfirmed })).toBe('Variation rejected');
    });

    it('that the chair had acted on it', async () => {
      const meetingId = await group.schedule();
      const awardId = await group.proposeTo(meetingId);
      await did(group.act(awardId));

      const [item] = (await minutesFor(meetingId)).items;
      expect(item?.decision).toBe('Approved by chair’s action of 25 September 2017 for £400.00');
    });
  });

  it('list apart what was ratified, who presided over it, and what a refusal released', async () => {
    const meetingId = await group.openMeeting();
    const [kept, refused] = [await group.propose(), await group.propose()];
    for (const awardId of [kept, refused]) await did(group.act(awardId));
    await did(group.pay(refused));
    await did(group.ratify(meetingId, kept, { minuteReference: '4.1' }));
    await did(group.ratify(meetingId, refused, { minuteReference: '4.2', outcome: 'refused' }));

    const { items, ratifications } = await minutesFor(meetingId);

    expect(items).toEqual([]);
    expect(ratifications).toMatchObject([
      {
        reference: '4.1',
        title: 'Just Play football initiative',
        presiding: 'The vice-chair',
        decision: 'Chair’s action of 25 September 2017 for £400.00, ratified',
      },
      { decision: 'Chair’s action of 25 September 2017 for £400.00, not ratified; £300.00 released' },
    ]);
  });

  it('list interests by item, those declared before among them, and who presided instead', async () => {
    const later = await group.openMeeting({ heldOn: '2017-12-08' }, three);
    const meetingId = await group.openMeeting({}, three);
    const awardId = await group.proposeTo(meetingId);
    const attendee = { authorityId: 'essex-county-council', name: 'A county officer' };
    await did(group.declare(meetingId, { awardId, attendee, nature: 'A trustee\nof the club.' }));
    const deferral = { outcome: 'deferred', ...unconfirmed, deferredTo: later, minuteReference: '9.2' };
    await did(group.decide(awardId, meetingId, deferral));
    await did(group.declare(later, { awardId }, group.chair));
    await did(group.decide(awardId, later, { minuteReference: '5' }, group.viceChair));

    const [first, second] = [await minutesFor(meetingId), await minutesFor(later)];

    const item = 'Just Play football initiative';
    const who = 'A county officer (essex-county-council)';
    expect(first.interests).toEqual([{ item: `9.2 ${item}`, who, nature: 'A trustee of the club.' }]);
    expect(second.interests).toEqual([
      { item: `5 ${item}`, who, nature: 'Declared before this meeting' },
      { item: `5 ${item}`, who: 'The chair', nature: 'A trustee.' },
    ]);
    expect(first.items[0]).not.toHaveProperty('presiding');
    expect(second.items[0]).toMatchObject({ presiding: 'The vice-chair', decision: 'Approved £400.00, as requested' });
    expect(minutesText(second)).toContain('5 Just Play football initiative: The chair, A trustee.\n');
  });

  it('are a draft until a later meeting confirms them', async () => {
    const [meetingId, later] = [await group.openMeeting(), await group.openMeeting({ heldOn: '2017-12-08' })];
    await did(group.close(meetingId));
    const before = await minutesFor(meetingId);
    await did(group.confirm(meetingId, later));

    const after = await minutesFor(meetingId);

    expect(before).not.toHaveProperty('confirmedAt');
    expect(minutesText(before)).toMatch(/^Draft$/m);
    expect(after.confirmedAt).toBe('the meeting of 8 December 2017');
    expect(minutesText(after)).toMatch(/^Confirmed at the meeting of 8 December 2017$/m);
    expect(minutesText(after)).not.toMatch(/draft/i);
  });

  it('name those present by authority, and say that there was nothing to decide', async () => {
    const present = [...attendance.present, { authorityId: 'essex-police', name: 'A  constable' }];
    const meetingId = await group.openMeeting({ venue: 'Council\u202e offices' }, { ...attendance, present });

    const minutes = await minutesFor(meetingId);

    expect(minutes).toMatchObject({ venue: 'Council offices', presiding: 'The chair' });
    expect(minutes.present).toEqual([
      { authority: 'maldon-district-council', people: 'A council officer' },
      { authority: 'essex-police', people: 'The vice-chair and A constable' },
    ]);
    expect(minutes.quorum).toBe('The quorum is two authorities; two were present, so the meeting was quorate.');
    expect(minutesText(minutes)).toContain('Items\n\nThere were no items.\n');
  });

  it('of a meeting to come say that nobody is recorded', async () => {
    const minutes = await minutesFor(await group.schedule({ note: 'Illustrative: made up.' }));

    expect(minutes.quorum).toBe('The quorum is two authorities; no attendance is recorded.');
    expect(minutesText(minutes)).toContain('Present\n\nNo attendance is recorded.\n');
    expect(minutes.notes).toEqual([{ note: 'Illustrative: made up.', of: 'The meeting' }]);
  });

  it('are not made without what was decided: they would leave out its conditions', async () => {
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);
    await did(group.decide(awardId, meetingId, { conditions: ['A report.'] }));
    const { body } = await ledger.get(`/meetings/${meetingId}`);
    const meeting = operations.getMeeting.answer.schema.parse(body);

    const names = { authorities: [], funds: [], priorities: [], meetings: [] };
    expect(() => minutesOf(meeting, [], 'Maldon', names)).toThrow(`the decision about award ${awardId}`);
  });

  it('say once what was noted of several', async () => {
    const meetingId = await group.openMeeting({ note: 'The same.' });
    const awardId = await group.proposeTo(meetingId, { note: 'The same.' });
    await group.proposeTo(meetingId, { note: 'Another.' });
    await did(group.decide(awardId, meetingId, { note: 'The same.', minuteReference: '9.1' }));

    const { notes } = await minutesFor(meetingId);

    expect(notes).toEqual([
      { note: 'The same.', of: 'The meeting, item 9.1' },
      { note: 'Another.', of: '“Just Play football initiative”' },
    ]);
  });
});
