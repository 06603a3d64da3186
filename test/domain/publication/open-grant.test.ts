import { describe, expect, it } from 'vitest';
import { Money } from '../../../domain/money.ts';
import { AwardHistories } from '../../../domain/publication/award-histories.ts';
import { assertAddsUp, type OpenGrant, openGrant } from '../../../domain/publication/open-grant.ts';
import {
  act,
  approve,
  close,
  ledgerWithAward,
  openMeetingOf,
  pay,
  ratify,
  refund,
  submit,
} from '../../award-builders.ts';
import { reverse } from '../../builders.ts';
import type { TestLedger } from '../test-ledger.ts';

function published(ledger: TestLedger, awardId: string): OpenGrant {
  const histories = new AwardHistories();
  for (const { sequence } of ledger.state.all('awardEntry').values()) {
    const entry = ledger.entries[sequence - 1];
    const of = [...ledger.state.all('awardEntry').values()].find((one) => one.sequence === sequence);
    if (entry !== undefined && of !== undefined) histories.add(of.awardId, entry);
  }
  const history = histories.get(awardId);
  const grant = history === undefined ? undefined : openGrant(ledger.get('award', awardId), history, ledger.state);
  if (grant === undefined) throw new Error('was not published');
  return grant;
}

const amounts = (all: OpenGrant['disbursementTransaction']) => all.map(({ value }) => value.text);

describe('an award as a grant', () => {
  it('cuts a title of 140 characters or more, and keeps it whole in the description', () => {
    const title = `${'long '.repeat(30)}title`;
    const { ledger, awardId } = ledgerWithAward('400.00', { title });

    const grant = published(ledger, awardId);

    expect([...grant.title]).toHaveLength(139);
    expect(grant.description).toBe(`${title}\nExtend to Burnham-on-Crouch`);
  });

  it('leaves a shorter title alone', () => {
    const { ledger, awardId } = ledgerWithAward('400.00', { title: 'x'.repeat(139) });

    expect(published(ledger, awardId)).toMatchObject({
      title: 'x'.repeat(139),
      description: 'Extend to Burnham-on-Crouch',
    });
  });

  it('names the award that pays for the same thing from another fund, once that is published', () => {
    const { ledger, meetingId, awardId } = ledgerWithAward('400.00');
    const other = submit(ledger, meetingId, { relatedAwardId: awardId, amountRequested: '100.00' });

    const before = published(ledger, awardId).relatedActivity;
    approve(ledger, other, meetingId, { amountApproved: '100.00' });

    expect(before).toBeUndefined();
    expect(published(ledger, awardId).relatedActivity).toEqual([`360G-maldon-${other}`]);
    expect(published(ledger, other).relatedActivity).toEqual([`360G-maldon-${awardId}`]);
  });

  it('has the period that was planned, and what was asked for', () => {
    const period = { start: '2017-11-01', end: '2018-03-31' };
    const { ledger, awardId } = ledgerWithAward('400.00', { period, amountRequested: '400.00' });

    expect(published(ledger, awardId)).toMatchObject({
      plannedDates: [{ startDate: '2017-11-01', endDate: '2018-03-31' }],
      amountAppliedFor: Money.parse('400.00'),
    });
  });

  it('has neither a payment that was reversed nor a refund that was', () => {
    const { ledger, awardId } = ledgerWithAward('400.00');
    pay(ledger, awardId, { amount: '10.00' });
    const wrong = pay(ledger, awardId, { amount: '20.00', paidOn: '2017-11-17' });
    const back = refund(ledger, awardId, { amount: '5.00' });
    reverse(ledger, wrong, '2017-11-17');
    reverse(ledger, back);

    const grant = published(ledger, awardId);

    expect(amounts(grant.disbursementTransaction)).toEqual(['10.00']);
    expect(grant.amountDisbursed.text).toBe('10.00');
  });

  it('counts chair’s action that was not ratified for what had been paid', () => {
    const { ledger, meetingId } = ledgerWithAward('400.00');
    const acted = act(ledger, { amountApproved: '80.00' });
    pay(ledger, acted, { amount: '30.00', paidOn: '2017-09-30' });
    ratify(ledger, acted, meetingId, { outcome: 'refused' });

    const grant = published(ledger, acted);

    expect(grant.amountAwarded.text).toBe('30.00');
    expect(amounts(grant.commitmentTransaction)).toEqual(['80.00', '-50.00']);
    expect(grant.description).toContain('was not ratified');
  });

  it('is dated by the first decision, and modified when the last entry was recorded', () => {
    const { ledger, awardId } = ledgerWithAward('400.00');
    openMeetingOf(ledger, { heldOn: '2017-12-08' });
    const last = close(ledger, awardId);

    expect(published(ledger, awardId)).toMatchObject({ awardDate: '2017-10-06', dateModified: last.recordedAt });
  });

  it.each([
    ['is worth nothing', { amountAwarded: Money.zero, commitmentTransaction: [] }],
    ['has more disbursed than awarded', { amountDisbursed: Money.parse('400.01') }],
    ['has less than nothing disbursed', { amountDisbursed: Money.parse('-0.01') }],
    ['has commitments that sum to something else', { commitmentTransaction: [] }],
    ['has disbursements that sum to something else', { disbursementTransaction: [] }],
  ])('is not published where it %s', (_, wrong) => {
    const { ledger, awardId } = ledgerWithAward('400.00');
    pay(ledger, awardId);
    const right = published(ledger, awardId);

    expect(() => assertAddsUp(right)).not.toThrow();
    expect(() => assertAddsUp({ ...right, ...wrong })).toThrow('don’t add up');
  });
});
