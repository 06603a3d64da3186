import { describe, expect, it } from 'vitest';
import { committedAmount } from '../../../domain/award/award.ts';
import { submitAward, varyAward, withdrawAward } from '../../../domain/award/propose-award.ts';
import { closeMeeting } from '../../../domain/meeting/run-meeting.ts';
import {
  act,
  awardVariationBody,
  chair,
  coordinator,
  ledgerWithMoney,
  openMeetingOf,
  ratify,
  scheduleOn,
  vary,
} from '../../award-builders.ts';
import { asJson, today, unknownId } from '../test-ledger.ts';
import { laterOn, ledgerToVary } from './varying.ts';

describe('asking for a variation', () => {
  it('puts it on an agenda; what was approved stands until then', () => {
    const { later, ask, award } = ledgerToVary();

    const entry = ask('600');

    expect(entry).toMatchObject({ type: 'award-variation-proposed', effectiveOn: laterOn, postings: [] });
    expect(asJson(award())).toMatchObject({
      status: 'approved',
      amountRequested: '400.00',
      variation: { amountRequested: '600.00', reason: 'It grew.' },
      agenda: { meetingId: later, sequence: entry.sequence },
      approvals: [{ amountApproved: '400.00' }],
    });
    expect(committedAmount(award()).text).toBe('400.00');
  });

  it('for a meeting to come counts today', () => {
    const { ledger, ask } = ledgerToVary();

    expect(ask('600', scheduleOn(ledger, '2018-09-28')).effectiveOn).toBe(today);
  });

  it('is refused while another waits', () => {
    const { ledger, awardId, later, ask } = ledgerToVary();
    ask('600');

    const refusal = ledger.refusal(varyAward(awardId, awardVariationBody({ meetingId: later })));

    expect(refusal).toEqual({
      code: 'invalid-transition',
      because: 'A variation of this award waits for a decision already.',
    });
  });

  it('waits for chair’s action to be ratified', () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    const meetingId = openMeetingOf(ledger);

    const refusal = ledger.refusal(varyAward(awardId, awardVariationBody({ meetingId })));
    ratify(ledger, awardId, meetingId);

    expect(refusal).toMatchObject({ because: 'The chair’s action on this award is to be ratified first.' });
    expect(vary(ledger, awardId, meetingId).type).toBe('award-variation-proposed');
  });

  it('is refused of a meeting that is over, or that is not there', () => {
    const { ledger, awardId, meetingId } = ledgerToVary();
    ledger.run(closeMeeting(meetingId, {}), coordinator);

    const refusals = [meetingId, unknownId].map((id) =>
      ledger.refusal(varyAward(awardId, awardVariationBody({ meetingId: id }))),
    );

    expect(refusals).toMatchObject([{ code: 'meeting-not-open' }, { code: 'not-found', subject: 'meeting' }]);
  });
});

describe('a variation that is not approved', () => {
  it('where it is rejected leaves the award as it was', () => {
    const { ledger, ask, decision, award } = ledgerToVary();
    ask('600');

    const entry = ledger.run(decision({ outcome: 'rejected' }), chair);

    expect(entry.postings).toEqual([]);
    expect(asJson(award())).toMatchObject({ status: 'approved', approvals: [{ amountApproved: '400.00' }] });
    expect(award()).not.toHaveProperty('variation');
    expect(award()).not.toHaveProperty('agenda');
  });

  it('where it is deferred waits, and comes back by being put on an agenda', () => {
    const { ledger, awardId, ask, decision, award } = ledgerToVary();
    ask('600');
    ledger.run(decision({ outcome: 'deferred' }), chair);
    const last = openMeetingOf(ledger, { heldOn: '2018-04-20' });

    const early = ledger.refusal(decision({ amountApproved: '600' }, last), chair);
    ledger.run(submitAward(awardId, { meetingId: last }), coordinator);
    ledger.run(decision({ amountApproved: '600' }, last), chair);

    expect(early).toMatchObject({ code: 'invalid-transition' });
    expect(committedAmount(award()).text).toBe('600.00');
  });

  it('where it is deferred to a meeting is on that one’s agenda', () => {
    const { ledger, ask, decision, award } = ledgerToVary();
    ask('600');
    const last = openMeetingOf(ledger, { heldOn: '2018-04-20' });

    ledger.run(decision({ outcome: 'deferred', deferredTo: last }), chair);

    expect(award()).toMatchObject({ status: 'approved', agenda: { meetingId: last } });
    const items = [...ledger.state.all('agendaItem').values()].filter((item) => item.meetingId === last);
    expect(asJson(items)).toMatchObject([{ kind: 'variation', amountRequested: '600.00' }]);
  });

  it('where it is withdrawn leaves the award approved, and another can be asked for', () => {
    const { ledger, awardId, ask, award } = ledgerToVary();
    ask('600');

    ledger.run(withdrawAward(awardId, { reason: 'Not needed.' }), coordinator);

    expect(asJson(award())).toMatchObject({ status: 'approved', approvals: [{ amountApproved: '400.00' }] });
    expect(award()).not.toHaveProperty('variation');
    expect(ask('500').type).toBe('award-variation-proposed');
  });

  it('is what there is to withdraw: not the award', () => {
    const { ledger, awardId } = ledgerToVary();

    expect(ledger.refusal(withdrawAward(awardId, { reason: 'Not needed.' }), coordinator)).toEqual({
      code: 'invalid-transition',
      because: 'The award is approved, and no variation of it waits for a decision.',
    });
  });
});
