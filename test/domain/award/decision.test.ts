import { describe, expect, it } from 'vitest';
import { DecisionBody, RatificationBody } from '../../../domain/award/decision.ts';
import { unknownId } from '../test-ledger.ts';

const decision = { meetingId: unknownId, outcome: 'approved', minuteReference: '9.1' };

describe('what is decided', () => {
  it.each([
    ['an approval with an amount and conditions', { amountApproved: '400.00', conditions: ['A report'] }],
    ['an approval whose amount is to be confirmed', {}],
    ['a rejection', { outcome: 'rejected' }],
    ['a deferral', { outcome: 'deferred' }],
    ['a deferral to another meeting', { outcome: 'deferred', deferredTo: unknownId }],
  ])('may be %s', (_, fields) => {
    expect(DecisionBody.safeParse({ ...decision, ...fields }).success).toBe(true);
  });

  it.each([
    ['a rejection with an amount', { outcome: 'rejected', amountApproved: '1.00' }, 'amountApproved'],
    ['a deferral with an amount', { outcome: 'deferred', amountApproved: '1.00' }, 'amountApproved'],
    ['a rejection with conditions', { outcome: 'rejected', conditions: [] }, 'conditions'],
    ['an approval for another meeting', { deferredTo: unknownId }, 'deferredTo'],
    ['a rejection for another meeting', { outcome: 'rejected', deferredTo: unknownId }, 'deferredTo'],
    ['an approval of nothing', { amountApproved: '0.00' }, 'amountApproved'],
    ['a decision without a minute', { minuteReference: '' }, 'minuteReference'],
    ['a ratification', { outcome: 'ratified' }, 'outcome'],
  ])('is not %s', (_, fields, path) => {
    const { error } = DecisionBody.safeParse({ ...decision, ...fields });

    expect(new Set(error?.issues.flatMap((issue) => issue.path))).toEqual(new Set([path]));
  });

  it.each(['approved', 'awaited'])('of chair’s action is not that it is %s', (outcome) => {
    const body = { awardId: unknownId, outcome, minuteReference: '4.1' };

    expect(RatificationBody.safeParse(body).success).toBe(false);
  });
});
