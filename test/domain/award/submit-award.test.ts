import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { submitAward, withdrawAward } from '../../../domain/award/propose-award.ts';
import { agendaItemId } from '../../../domain/ledger/records.ts';
import { closeMeeting } from '../../../domain/meeting/run-meeting.ts';
import {
  chair,
  coordinator,
  decisionBody,
  heldOn,
  ledgerWithAward,
  ledgerWithMoney,
  openMeetingOf,
  propose,
  scheduleOn,
  submit,
  vary,
  viceChair,
} from '../../award-builders.ts';
import { asJson, financeOfficer, type TestLedger, today, unknownId } from '../test-ledger.ts';

const reason = 'No longer wanted.';
const agendaOf = (ledger: TestLedger, meetingId: string) =>
  asJson<object[]>([...ledger.state.all('agendaItem').values()].filter((item) => item.meetingId === meetingId));

describe('putting an award on an agenda', () => {
  it('makes it wait for its meeting, whose agenda shows it', () => {
    const ledger = ledgerWithMoney();
    const [meetingId, awardId] = [openMeetingOf(ledger), propose(ledger)];

    const entry = ledger.run(submitAward(awardId, { meetingId }), financeOfficer);

    const { sequence } = entry;
    expect(entry).toMatchObject({ type: 'award-submitted', effectiveOn: heldOn, postings: [] });
    expect(ledger.get('award', awardId)).toMatchObject({
      status: 'submitted',
      agenda: { meetingId, sequence },
      proposers: [coordinator.subject, financeOfficer.subject],
    });
    expect(asJson(ledger.get('agendaItem', agendaItemId(meetingId, sequence)))).toEqual({
      meetingId,
      awardId,
      sequence,
      kind: 'proposal',
      amountRequested: '400.00',
    });
    expect(ledger.get('meeting', meetingId).revision).toBe(sequence);
  });

  it('of a meeting to come counts today', () => {
    const ledger = ledgerWithMoney();
    const meetingId = scheduleOn(ledger, '2018-09-28');

    const entry = ledger.run(submitAward(propose(ledger), { meetingId }), coordinator);

    expect(entry.effectiveOn).toBe(today);
  });

  it('names its proposer once', () => {
    const ledger = ledgerWithMoney();

    const awardId = submit(ledger, openMeetingOf(ledger));

    expect(ledger.get('award', awardId).proposers).toEqual([coordinator.subject]);
  });

  it('is refused of a meeting that is over', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    ledger.run(closeMeeting(meetingId, {}), coordinator);

    const refusal = ledger.refusal(submitAward(propose(ledger), { meetingId }));

    expect(refusal).toMatchObject({ code: 'meeting-not-open', meetingStatus: 'closed' });
  });

  it('finds no award and no meeting that is not there', () => {
    const ledger = ledgerWithMoney();
    const [meetingId, awardId] = [openMeetingOf(ledger), propose(ledger)];

    const refusals = [
      ledger.refusal(submitAward(unknownId, { meetingId })),
      ledger.refusal(submitAward(awardId, { meetingId: unknownId })),
    ];

    expect(refusals).toMatchObject([
      { code: 'not-found', subject: 'award' },
      { code: 'not-found', subject: 'meeting' },
    ]);
  });
});

describe('moving an award to another agenda', () => {
  it.each([
    ['that has not sat', (ledger: TestLedger) => scheduleOn(ledger, '2018-01-12'), undefined],
    ['that is over without having come to it', openMeetingOf, closeMeeting],
  ])('is fine from that of a meeting %s', (_, make, close) => {
    const ledger = ledgerWithMoney();
    const [from, to] = [make(ledger), scheduleOn(ledger, '2018-04-20')];
    const awardId = submit(ledger, from);
    if (close !== undefined) ledger.run(close(from, {}), coordinator);

    const { sequence } = ledger.run(submitAward(awardId, { meetingId: to }), coordinator);

    expect(agendaOf(ledger, from)).toMatchObject([{ awardId, outcome: 'moved', outcomeSequence: sequence }]);
    expect(agendaOf(ledger, to)).toMatchObject([{ awardId, sequence, kind: 'proposal' }]);
    expect([from, to].map((id) => ledger.get('meeting', id).revision)).toEqual([sequence, sequence]);
  });

  it('is refused from that of a meeting that sits: it decides, or defers', () => {
    const ledger = ledgerWithMoney();
    const awardId = submit(ledger, openMeetingOf(ledger));
    const to = scheduleOn(ledger, '2018-04-20');

    expect(ledger.refusal(submitAward(awardId, { meetingId: to }))).toEqual({
      code: 'invalid-transition',
      because: 'The award is before the meeting of 2017-10-06, which is open: it decides, or defers.',
    });
  });

  it('is refused where it is on it already', () => {
    const ledger = ledgerWithMoney();
    const meetingId = scheduleOn(ledger, '2018-04-20');
    const awardId = submit(ledger, meetingId);

    expect(ledger.refusal(submitAward(awardId, { meetingId }))).toEqual({
      code: 'invalid-transition',
      because: 'The award is on the agenda of this meeting already.',
    });
  });

  it('is how what was deferred comes back', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);
    ledger.run(decideAward(awardId, decisionBody(meetingId, { outcome: 'deferred' })), chair);
    const later = openMeetingOf(ledger, { heldOn: '2018-01-12' });

    ledger.run(submitAward(awardId, { meetingId: later }), coordinator);

    expect(ledger.get('award', awardId)).toMatchObject({ status: 'submitted', agenda: { meetingId: later } });
    expect(agendaOf(ledger, meetingId)).toMatchObject([{ outcome: 'deferred' }]);
    expect(ledger.run(decideAward(awardId, decisionBody(later)), chair).facts).toMatchObject({ kind: 'proposal' });
  });

  it('moves a variation that waits, and leaves the award approved', () => {
    const { ledger, awardId } = ledgerWithAward();
    const [from, to] = ['2018-01-12', '2018-04-20'].map((on) => scheduleOn(ledger, on)) as [string, string];
    vary(ledger, awardId, from);

    ledger.run(submitAward(awardId, { meetingId: to }), coordinator);

    expect(ledger.get('award', awardId)).toMatchObject({ status: 'approved', agenda: { meetingId: to } });
    expect(agendaOf(ledger, to)).toMatchObject([{ kind: 'variation', amountRequested: '600.00' }]);
  });
});

describe('an award that was deferred to a meeting', () => {
  const deferredTo = (make: (ledger: TestLedger) => string) => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const [to, other] = [make(ledger), scheduleOn(ledger, '2018-04-20')];
    const awardId = submit(ledger, meetingId);
    ledger.run(decideAward(awardId, decisionBody(meetingId, { outcome: 'deferred', deferredTo: to })), chair);
    return { ledger, awardId, to, other };
  };

  it('is on its agenda once, though it is put on it again', () => {
    const { ledger, awardId, to } = deferredTo((one) => openMeetingOf(one, { heldOn: '2018-01-12' }));

    ledger.run(submitAward(awardId, { meetingId: to }), coordinator);

    expect(ledger.get('award', awardId).status).toBe('submitted');
    expect(agendaOf(ledger, to)).toEqual([expect.not.objectContaining({ outcome: expect.anything() })]);
  });

  it('stays there while that meeting sits', () => {
    const { ledger, awardId, other } = deferredTo((one) => openMeetingOf(one, { heldOn: '2018-01-12' }));

    expect(ledger.refusal(submitAward(awardId, { meetingId: other }))).toMatchObject({
      because: 'The award is before the meeting of 2018-01-12, which is open: it decides, or defers.',
    });
  });

  it('moves to another before it sits', () => {
    const { ledger, awardId, to, other } = deferredTo((one) => scheduleOn(one, '2018-01-12'));

    ledger.run(submitAward(awardId, { meetingId: other }), coordinator);

    expect(agendaOf(ledger, to)).toMatchObject([{ outcome: 'moved' }]);
    expect(agendaOf(ledger, other)).toMatchObject([{ awardId, kind: 'proposal' }]);
  });
});

describe('withdrawing an award', () => {
  it('is done today, and takes it off the agenda', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);

    const entry = ledger.run(withdrawAward(awardId, { reason }), coordinator);

    expect(entry).toMatchObject({ type: 'award-withdrawn', effectiveOn: today, facts: { awardId, reason } });
    expect(ledger.get('award', awardId)).toMatchObject({ status: 'withdrawn' });
    expect(ledger.get('award', awardId)).not.toHaveProperty('agenda');
    expect(agendaOf(ledger, meetingId)).toMatchObject([{ outcome: 'withdrawn', outcomeSequence: entry.sequence }]);
    expect(ledger.get('meeting', meetingId).revision).toBe(entry.sequence);
  });

  it('is for who created or submitted it, and nobody else', () => {
    const ledger = ledgerWithMoney();
    const [meetingId, awardId] = [openMeetingOf(ledger), propose(ledger)];
    ledger.run(submitAward(awardId, { meetingId }), financeOfficer);

    for (const by of [chair, viceChair, { subject: 'another-coordinator' }]) {
      expect(ledger.refusal(withdrawAward(awardId, { reason }), by)).toEqual({
        code: 'separation-of-duties',
        because: 'Whoever proposed it withdraws it, and nobody else.',
      });
    }
    expect(ledger.run(withdrawAward(awardId, { reason }), financeOfficer).type).toBe('award-withdrawn');
  });

  it('finds no award that is not there', () => {
    expect(ledgerWithMoney().refusal(withdrawAward(unknownId, { reason }))).toMatchObject({ subject: 'award' });
  });
});
