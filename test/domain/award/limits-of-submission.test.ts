import { describe, expect, it } from 'vitest';
import { submitAward, varyAward } from '../../../domain/award/propose-award.ts';
import { setPriorities } from '../../../domain/partnership/set-up.ts';
import {
  approve,
  awardVariationBody,
  coordinator,
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

  it('that have it on their agendas are at most fifty', () => {
    const ledger = ledgerWithMoney();
    const awardId = propose(ledger);
    for (let count = 0; count < 50; count += 1) {
      ledger.run(submitAward(awardId, { meetingId: scheduleOn(ledger, '2018-04-20') }), coordinator);
    }

    const refusal = ledger.refusal(submitAward(awardId, { meetingId: scheduleOn(ledger, '2018-04-20') }));

    expect(refusal).toEqual(tooMany);
  });

  it('that approve it are at most fifty times', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);
    approve(ledger, awardId, meetingId);
    for (let count = 1; count < 50; count += 1) {
      vary(ledger, awardId, meetingId);
      approve(ledger, awardId, meetingId);
    }

    expect(ledger.refusal(varyAward(awardId, awardVariationBody({ meetingId })))).toEqual(tooMany);
  });
});
