import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { submitAward, varyAward } from '../../../domain/award/propose-award.ts';
import { closeMeeting } from '../../../domain/meeting/run-meeting.ts';
import { setPriorities } from '../../../domain/partnership/set-up.ts';
import {
  approve,
  awardVariationBody,
  chair,
  coordinator,
  decisionBody,
  ledgerWithMoney,
  openMeetingOf,
  propose,
  scheduleOn,
  submit,
  vary,
} from '../../award-builders.ts';

describe('the priorities of an award', () => {
  it('are those of the year of its meeting', () => {
    const ledger = ledgerWithMoney();
    const items = [{ id: 'road-safety', name: 'Promoting road safety' }];
    ledger.run(setPriorities('2017-18', { items }, undefined));
    const awardId = propose(ledger, { priorities: ['road-safety'] });
    const [inYear, after] = ['2018-03-31', '2018-04-01'].map((on) => scheduleOn(ledger, on)) as [string, string];

    expect(ledger.refusal(submitAward(awardId, { meetingId: after }))).toEqual({
      code: 'not-found',
      subject: 'priority of 2018-19',
      id: 'road-safety',
    });
    expect(ledger.run(submitAward(awardId, { meetingId: inYear }), coordinator).type).toBe('award-submitted');
  });

  it('are each one that the year has', () => {
    const ledger = ledgerWithMoney();
    const items = [{ id: 'road-safety', name: 'Promoting road safety' }];
    ledger.run(setPriorities('2017-18', { items }, undefined));
    const awardId = propose(ledger, { priorities: ['road-safety', 'drugs'] });

    const refusal = ledger.refusal(submitAward(awardId, { meetingId: openMeetingOf(ledger) }));

    expect(refusal).toMatchObject({ code: 'not-found', id: 'drugs' });
  });
});

describe('the meetings of an award', () => {
  const tooMany = { code: 'too-many', what: 'meetings for one award', most: 50 };
  /** On fifty agendas so far, the last that of a meeting that sits. */
  const often = () => {
    const ledger = ledgerWithMoney();
    const awardId = propose(ledger);
    for (let count = 1; count < 50; count += 1) {
      ledger.run(submitAward(awardId, { meetingId: scheduleOn(ledger, '2018-04-20') }), coordinator);
    }
    const meetingId = openMeetingOf(ledger);
    ledger.run(submitAward(awardId, { meetingId }), coordinator);
    return { ledger, awardId, meetingId, another: scheduleOn(ledger, '2018-04-20') };
  };

  it('that have it on their agendas are at most fifty', () => {
    const { ledger, awardId, meetingId, another } = often();
    ledger.run(closeMeeting(meetingId, {}), coordinator);

    expect(ledger.refusal(submitAward(awardId, { meetingId: another }))).toEqual(tooMany);
  });

  it('are no more by its being deferred to another', () => {
    const { ledger, awardId, meetingId, another } = often();
    const deferral = decideAward(awardId, decisionBody(meetingId, { outcome: 'deferred', deferredTo: another }));

    expect(ledger.refusal(deferral, chair)).toEqual(tooMany);
  });

  it('are no more by its being varied at another', () => {
    const { ledger, awardId, meetingId, another } = often();
    approve(ledger, awardId, meetingId);

    expect(ledger.refusal(varyAward(awardId, awardVariationBody({ meetingId: another })))).toEqual(tooMany);
  });

  it('let the fiftieth decide', () => {
    const { ledger, awardId, meetingId } = often();

    expect(approve(ledger, awardId, meetingId).type).toBe('award-decided');
  });
});

describe('the approvals of an award', () => {
  it('are at most fifty', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);
    approve(ledger, awardId, meetingId);
    for (let count = 1; count < 50; count += 1) {
      vary(ledger, awardId, meetingId);
      approve(ledger, awardId, meetingId);
    }
    vary(ledger, awardId, meetingId);

    expect(() => approve(ledger, awardId, meetingId)).toThrow('too-many');
    expect(ledger.get('award', awardId).approvals).toHaveLength(50);
  });
});
