import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { onlyOne } from '../../../domain/ledger/records.ts';
import { closeMeeting } from '../../../domain/meeting/run-meeting.ts';
import {
  approve,
  chair,
  coordinator,
  decisionBody,
  heldOn,
  ledgerWithMoney,
  openMeetingOf,
  propose,
  scheduleOn,
  submit,
} from '../../award-builders.ts';
import { asJson, type TestLedger, unknownId } from '../test-ledger.ts';

const fundId = 'partnership-fund';

const setUp = () => {
  const ledger = ledgerWithMoney();
  const meetingId = openMeetingOf(ledger);
  const awardId = submit(ledger, meetingId);
  const decision = (fields: Parameters<typeof decisionBody>[1] = {}, id = meetingId) =>
    decideAward(awardId, decisionBody(id, fields));
  return { ledger, meetingId, awardId, decision };
};
const itemOf = (ledger: TestLedger, meetingId: string) =>
  asJson<object[]>([...ledger.state.all('agendaItem').values()].filter((item) => item.meetingId === meetingId));

describe('approving an award', () => {
  it('in full commits the money, from the day of the meeting', () => {
    const { ledger, meetingId, awardId, decision } = setUp();

    const entry = ledger.run(decision({ amountApproved: '400', conditions: ['A report'], note: 'Unanimous.' }), chair);

    expect(entry).toMatchObject({ type: 'award-decided', effectiveOn: heldOn });
    expect(asJson(entry.postings)).toEqual([
      { account: 'commitments', fundId, awardId, debit: '400.00' },
      { account: 'commitments-mirror', fundId, awardId, credit: '400.00' },
    ]);
    expect(asJson(entry.facts)).toEqual({
      awardId,
      fundId,
      meetingId,
      kind: 'proposal',
      outcome: 'approved',
      amountApproved: '400.00',
      minuteReference: '9.1',
      conditions: ['A report'],
      presiding: chair,
      quorum: 3,
      authorities: ['essex-county-council', 'essex-police', 'maldon-district-council'],
      moneyTest: { uncommittedBefore: '1000.00' },
      note: 'Unanimous.',
    });
  });

  it('says on the award what was decided, by whom, and where', () => {
    const { ledger, meetingId, awardId } = setUp();

    const { sequence } = approve(ledger, awardId, meetingId);

    const award = ledger.get('award', awardId);
    expect(asJson(award)).toMatchObject({
      status: 'approved',
      deciders: [chair.subject],
      meetingIds: [meetingId],
      approvals: [{ sequence, decidedOn: heldOn, meetingId, minuteReference: '9.1', amountApproved: '400.00' }],
      lastMovedOn: heldOn,
    });
    expect(award).not.toHaveProperty('agenda');
  });

  it('says on the agenda what became of the item', () => {
    const { ledger, meetingId, awardId } = setUp();

    const { sequence } = approve(ledger, awardId, meetingId);

    expect(itemOf(ledger, meetingId)).toMatchObject([
      { awardId, outcome: 'approved', outcomeSequence: sequence, amountApproved: '400.00', minuteReference: '9.1' },
    ]);
  });

  it('relies on the attendance, and on the terms of the day', () => {
    const { ledger, meetingId, awardId } = setUp();

    const { sequence } = approve(ledger, awardId, meetingId);

    expect(ledger.get('meeting', meetingId)).toMatchObject({ isReliedOn: true, revision: sequence });
    expect(ledger.get('governance', onlyOne).termsReliedOn).toBe(heldOn);
  });

  it('may be for less than was asked', () => {
    const { ledger, awardId, decision } = setUp();

    const entry = ledger.run(decision({ amountApproved: '250.50' }), chair);

    expect(asJson(entry.postings)).toMatchObject([{ debit: '250.50' }, { credit: '250.50' }]);
    expect(asJson(ledger.get('award', awardId))).toMatchObject({
      amountRequested: '400.00',
      approvals: [{ amountApproved: '250.50' }],
    });
  });

  it('may not be for a penny more than was asked', () => {
    const { ledger, decision } = setUp();

    expect(asJson(ledger.refusal(decision({ amountApproved: '400.01' }), chair))).toEqual({
      code: 'approval-exceeds-request',
      amount: '400.01',
      requested: '400.00',
    });
  });
});

describe('rejecting an award', () => {
  it('ends it, and moves nothing', () => {
    const { ledger, meetingId, awardId, decision } = setUp();

    const entry = ledger.run(decision({ outcome: 'rejected' }), chair);

    expect(entry.postings).toEqual([]);
    expect(entry.facts).not.toHaveProperty('moneyTest');
    expect(ledger.get('award', awardId)).toMatchObject({
      status: 'rejected',
      approvals: [],
      deciders: [chair.subject],
    });
    expect(ledger.get('award', awardId)).not.toHaveProperty('lastMovedOn');
    expect(itemOf(ledger, meetingId)).toMatchObject([{ outcome: 'rejected' }]);
  });
});

describe('deferring an award', () => {
  it('takes it off the agenda until it is put on another', () => {
    const { ledger, meetingId, awardId, decision } = setUp();

    ledger.run(decision({ outcome: 'deferred' }), chair);

    expect(ledger.get('award', awardId).status).toBe('deferred');
    expect(ledger.get('award', awardId)).not.toHaveProperty('agenda');
    expect(itemOf(ledger, meetingId)).toMatchObject([{ outcome: 'deferred' }]);
    expect(ledger.refusal(decision(), chair)).toEqual({
      code: 'invalid-transition',
      because: 'The award is not on the agenda of this meeting.',
    });
  });

  it('may put it on a later meeting’s agenda at once', () => {
    const { ledger, meetingId, awardId, decision } = setUp();
    const deferredTo = openMeetingOf(ledger, { heldOn: '2018-01-12' });

    const { sequence } = ledger.run(decision({ outcome: 'deferred', deferredTo }), chair);

    expect(ledger.get('award', awardId)).toMatchObject({
      status: 'deferred',
      agenda: { meetingId: deferredTo, sequence },
      meetingIds: [meetingId, deferredTo],
    });
    expect(itemOf(ledger, deferredTo)).toMatchObject([{ awardId, sequence, kind: 'proposal' }]);
    expect(ledger.get('meeting', deferredTo).revision).toBe(sequence);
    expect(approve(ledger, awardId, deferredTo)).toMatchObject({ effectiveOn: '2018-01-12' });
  });

  it('is not to the meeting that defers it, nor to one before', () => {
    const { ledger, meetingId, decision } = setUp();
    const earlier = openMeetingOf(ledger, { heldOn: '2017-10-05' });

    const refusals = [meetingId, earlier].map((deferredTo) =>
      ledger.refusal(decision({ outcome: 'deferred', deferredTo }), chair),
    );

    expect(refusals).toEqual([
      { code: 'invalid-transition', because: 'It can’t be deferred to the meeting that defers it.' },
      { code: 'date-out-of-order', date: '2017-10-05', notBefore: heldOn, of: 'the meeting that defers it' },
    ]);
  });

  it('is fine to another meeting of the same day, but to none that is over', () => {
    const { ledger, decision } = setUp();
    const [same, over] = [openMeetingOf(ledger), openMeetingOf(ledger)];
    ledger.run(closeMeeting(over, {}), coordinator);

    const refusal = ledger.refusal(decision({ outcome: 'deferred', deferredTo: over }), chair);

    expect(refusal).toMatchObject({ code: 'meeting-not-open', meetingStatus: 'closed' });
    expect(ledger.run(decision({ outcome: 'deferred', deferredTo: same }), chair).type).toBe('award-decided');
  });

  it('finds no meeting that is not there', () => {
    const { ledger, decision } = setUp();

    const refusal = ledger.refusal(decision({ outcome: 'deferred', deferredTo: unknownId }), chair);

    expect(refusal).toEqual({ code: 'not-found', subject: 'meeting', id: unknownId });
  });
});

describe('the meeting that decides', () => {
  it.each(['scheduled', 'closed'])('is not one that is %s', (meetingStatus) => {
    const ledger = ledgerWithMoney();
    const meetingId = meetingStatus === 'closed' ? openMeetingOf(ledger) : scheduleOn(ledger, heldOn);
    const awardId = submit(ledger, meetingId);
    if (meetingStatus === 'closed') ledger.run(closeMeeting(meetingId, {}), coordinator);

    const refusal = ledger.refusal(decideAward(awardId, decisionBody(meetingId)), chair);

    expect(refusal).toEqual({
      code: 'meeting-not-open',
      meeting: 'Responsible Authorities Group',
      heldOn,
      meetingStatus,
    });
  });

  it('is the one on whose agenda the award is', () => {
    const { ledger, decision } = setUp();
    const another = openMeetingOf(ledger);

    expect(ledger.refusal(decision({}, another), chair)).toMatchObject({ code: 'invalid-transition' });
  });

  it('finds no meeting and no award that is not there', () => {
    const { ledger, meetingId, decision } = setUp();

    const refusals = [
      ledger.refusal(decision({}, unknownId), chair),
      ledger.refusal(decideAward(unknownId, decisionBody(meetingId)), chair),
    ];

    expect(refusals).toMatchObject([{ subject: 'meeting' }, { subject: 'award' }]);
  });

  it('leaves a draft alone', () => {
    const { ledger, meetingId } = setUp();

    const refusal = ledger.refusal(decideAward(propose(ledger), decisionBody(meetingId)), chair);

    expect(refusal).toEqual({
      code: 'invalid-transition',
      because: 'The award is a draft: a meeting can’t decide it.',
    });
  });
});
