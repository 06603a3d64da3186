import { describe, expect, it } from 'vitest';
import { committedAmount } from '../../../domain/award/award.ts';
import { ratifyChairsAction } from '../../../domain/award/ratify-chairs-action.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { onlyOne } from '../../../domain/ledger/records.ts';
import { closeMeeting } from '../../../domain/meeting/run-meeting.ts';
import {
  act,
  close,
  coordinator,
  declare,
  heldOn,
  ledgerWithAward,
  ledgerWithMoney,
  openMeetingOf,
  pay,
  propose,
  ratificationBody,
  ratify,
  scheduleOn,
  viceChair,
} from '../../award-builders.ts';
import { expenditureBody } from '../../builders.ts';
import { asJson, type TestLedger, unknownId } from '../test-ledger.ts';

const fundId = 'partnership-fund';

/** Chair's action of £400 on 1 September 2017; a meeting sits. */
const setUp = () => {
  const ledger = ledgerWithMoney();
  const awardId = act(ledger);
  const meetingId = openMeetingOf(ledger);
  return { ledger, awardId, meetingId, award: () => ledger.get('award', awardId) };
};
const refusalOf = (ledger: TestLedger, awardId: string, meetingId: string) =>
  ledger.refusal(ratifyChairsAction(meetingId, ratificationBody({ awardId })), viceChair);

describe('ratifying chair’s action', () => {
  it('moves no money, and says on what strength', () => {
    const { ledger, awardId, meetingId } = setUp();

    const entry = ratify(ledger, awardId, meetingId);

    expect(entry).toMatchObject({ type: 'chairs-action-ratified', effectiveOn: heldOn, postings: [] });
    expect(asJson(entry.facts)).toEqual({
      awardId,
      fundId,
      meetingId,
      outcome: 'ratified',
      minuteReference: '4.1',
      released: '0.00',
      presiding: viceChair,
      quorum: 3,
      authorities: ['essex-county-council', 'essex-police', 'maldon-district-council'],
    });
  });

  it('ends the waiting', () => {
    const { ledger, awardId, meetingId, award } = setUp();

    ratify(ledger, awardId, meetingId);

    expect(award()).toMatchObject({
      status: 'approved',
      ratification: { status: 'ratified', ratifiedOn: heldOn, meetingId, minuteReference: '4.1', dueOn: '2017-12-30' },
      deciders: ['maldon-rag-chair', viceChair.subject],
      meetingIds: [meetingId],
    });
    expect(committedAmount(award()).text).toBe('400.00');
    expect(ledger.get('governance', onlyOne)).toMatchObject({ unratifiedAwardIds: [], termsReliedOn: heldOn });
  });

  it('relies on the attendance, and is an item of the meeting', () => {
    const { ledger, awardId, meetingId } = setUp();

    const { sequence } = ratify(ledger, awardId, meetingId);

    expect(ledger.get('meeting', meetingId)).toMatchObject({ isReliedOn: true, revision: sequence });
    expect(asJson([...ledger.state.all('agendaItem').values()])).toMatchObject([
      { meetingId, awardId, kind: 'ratification', outcome: 'ratified', minuteReference: '4.1' },
    ]);
  });

  it('of one leaves the others waiting', () => {
    const { ledger, awardId, meetingId } = setUp();
    const other = act(ledger, { amountApproved: '100' });

    ratify(ledger, awardId, meetingId);

    expect(ledger.get('governance', onlyOne).unratifiedAwardIds).toEqual([other]);
  });

  it('may come late', () => {
    const { ledger, awardId } = setUp();
    const late = openMeetingOf(ledger, { heldOn: '2018-01-12' });

    expect(ratify(ledger, awardId, late).effectiveOn).toBe('2018-01-12');
  });

  it('is fine on the day of the action, and refused at a meeting before', () => {
    const { ledger, awardId } = setUp();
    const [earlier, same] = ['2017-08-31', '2017-09-01'].map((on) => openMeetingOf(ledger, { heldOn: on }));

    expect(refusalOf(ledger, awardId, earlier ?? '')).toEqual({
      code: 'date-out-of-order',
      date: '2017-08-31',
      notBefore: '2017-09-01',
      of: 'the chair’s action',
    });
    expect(ratify(ledger, awardId, same ?? '').effectiveOn).toBe('2017-09-01');
  });

  it('is done once', () => {
    const { ledger, awardId, meetingId } = setUp();
    ratify(ledger, awardId, meetingId);

    expect(refusalOf(ledger, awardId, meetingId)).toEqual({
      code: 'invalid-transition',
      because: 'No chair’s action on this award waits to be ratified.',
    });
  });

  it('is of chair’s action alone', () => {
    const { ledger, awardId, meetingId } = ledgerWithAward();

    expect(refusalOf(ledger, awardId, meetingId)).toMatchObject({ code: 'invalid-transition' });
  });

  it('is of nothing that is a draft', () => {
    const { ledger, meetingId } = setUp();

    expect(refusalOf(ledger, propose(ledger), meetingId)).toEqual({
      code: 'invalid-transition',
      because: 'The award is a draft: there is nothing to ratify.',
    });
  });

  it('is done at an open meeting', () => {
    const { ledger, awardId, meetingId } = setUp();
    ledger.run(closeMeeting(meetingId, {}), coordinator);

    const refusals = [meetingId, scheduleOn(ledger, '2018-01-12')].map((id) => refusalOf(ledger, awardId, id));

    expect(refusals).toMatchObject([
      { code: 'meeting-not-open', meetingStatus: 'closed' },
      { code: 'meeting-not-open', meetingStatus: 'scheduled' },
    ]);
  });

  it('wants a quorum, recusals taken off', () => {
    const { ledger, awardId, meetingId } = setUp();
    declare(ledger, awardId, meetingId, { attendee: { authorityId: 'essex-county-council', name: 'County officer' } });

    expect(refusalOf(ledger, awardId, meetingId)).toEqual({
      code: 'meeting-not-quorate',
      present: 2,
      quorum: 3,
      recused: 1,
    });
  });

  it('finds no meeting and no award that is not there', () => {
    const { ledger, awardId, meetingId } = setUp();

    expect([refusalOf(ledger, awardId, unknownId), refusalOf(ledger, unknownId, meetingId)]).toMatchObject([
      { code: 'not-found', subject: 'meeting' },
      { code: 'not-found', subject: 'award' },
    ]);
  });
});

describe('refusing to ratify', () => {
  it('releases what is unpaid, and closes the award', () => {
    const { ledger, awardId, meetingId, award } = setUp();
    pay(ledger, awardId, { paidOn: '2017-09-08' });

    const entry = ratify(ledger, awardId, meetingId, { outcome: 'refused' });

    expect(asJson(entry.facts)).toMatchObject({ outcome: 'refused', released: '300.00' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'commitments', fundId, awardId, credit: '300.00' },
      { account: 'commitments-mirror', fundId, awardId, debit: '300.00' },
    ]);
    expect(asJson(award())).toMatchObject({
      status: 'closed',
      paidAmount: '100.00',
      releasedAmount: '300.00',
      ratification: { status: 'refused', ratifiedOn: heldOn },
    });
    expect(ledger.get('governance', onlyOne).unratifiedAwardIds).toEqual([]);
  });

  it('frees the money for anything else', () => {
    const { ledger, awardId, meetingId } = setUp();
    ratify(ledger, awardId, meetingId, { outcome: 'refused' });

    const spent = ledger.run(recordExpenditure(expenditureBody({ amount: '1000', spentOn: heldOn })));

    expect(spent.type).toBe('expenditure-recorded');
  });

  it('of what is paid in full releases nothing', () => {
    const { ledger, awardId, meetingId } = setUp();
    pay(ledger, awardId, { amount: '400', paidOn: '2017-09-08' });

    expect(ratify(ledger, awardId, meetingId, { outcome: 'refused' }).postings).toEqual([]);
  });

  it('of what was paid after the meeting releases the rest at once', () => {
    const { ledger, awardId, meetingId } = setUp();
    pay(ledger, awardId, { paidOn: '2017-11-17' });

    const entry = ratify(ledger, awardId, meetingId, { outcome: 'refused' });

    expect(entry.effectiveOn).toBe(heldOn);
    expect(asJson(entry.postings)).toEqual([
      { account: 'commitments', fundId, awardId, credit: '300.00' },
      { account: 'commitments-mirror', fundId, awardId, debit: '300.00' },
    ]);
  });

  it('of one that was closed meanwhile releases nothing again', () => {
    const { ledger, awardId, meetingId, award } = setUp();
    close(ledger, awardId, { closedOn: '2017-09-15' });

    const entry = ratify(ledger, awardId, meetingId, { outcome: 'refused' });

    expect(entry.postings).toEqual([]);
    expect(asJson(award())).toMatchObject({ status: 'closed', releasedAmount: '400.00' });
  });
});
