import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { payAward, refundAward } from '../../../domain/award/pay-award.ts';
import { proposeAward, submitAward, varyAward } from '../../../domain/award/propose-award.ts';
import { ratifyChairsAction } from '../../../domain/award/ratify-chairs-action.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import type { Person } from '../../../domain/text.ts';
import {
  act,
  awardBody,
  awardVariationBody,
  chair,
  coordinator,
  decisionBody,
  ledgerWithMoney,
  openMeetingOf,
  pay,
  paymentBody,
  ratificationBody,
  ratify,
  refund,
  refundBody,
  scheduleOn,
  viceChair,
} from '../../award-builders.ts';
import { reversalBody } from '../../builders.ts';
import { financeOfficer, idOf } from '../test-ledger.ts';

/** Somebody with a login who is none of the usual ones. */
const submitter: Person = { subject: 'submitter' };
const asker: Person = { subject: 'asker' };

const proposedIt = 'You proposed this award, so somebody else handles its money.';
const decidedIt = 'You decided this award, so somebody else handles its money.';

/**
 * An award that one created, another submitted, the chair decided and a third asked to vary, which the vice-chair decided
 * in the chair's stead; paid and refunded by the finance officer.
 */
const setUp = () => {
  const ledger = ledgerWithMoney();
  const meetingId = openMeetingOf(ledger);
  const later = openMeetingOf(ledger, { heldOn: '2018-01-12' }, { presiding: viceChair });
  const awardId = idOf(ledger.run(proposeAward(awardBody()), coordinator));
  ledger.run(submitAward(awardId, { meetingId }), submitter);
  ledger.run(decideAward(awardId, decisionBody(meetingId, { amountApproved: '400' })), chair);
  ledger.run(varyAward(awardId, awardVariationBody({ meetingId: later })), asker);
  ledger.run(decideAward(awardId, decisionBody(later, { amountApproved: '600' })), viceChair);
  const payment = pay(ledger, awardId);
  const back = refund(ledger, awardId);
  return { ledger, awardId, payment, back };
};

describe('who handles the money of an award', () => {
  it.each<[string, Person, string]>([
    ['created it', coordinator, proposedIt],
    ['submitted it', submitter, proposedIt],
    ['asked to vary it', asker, proposedIt],
    ['decided it', chair, decidedIt],
    ['decided a variation of it', viceChair, decidedIt],
  ])('is nobody who %s', (_, by, because) => {
    const { ledger, awardId, payment, back } = setUp();

    const refusals = [
      payAward(awardId, paymentBody()),
      refundAward(awardId, refundBody({ bankReference: 'BACK-2' })),
      reverseEntry(payment.sequence, reversalBody()),
      reverseEntry(back.sequence, reversalBody()),
    ].map((decide) => ledger.refusal(decide, by));

    const refusal = { code: 'separation-of-duties', because };
    expect(refusals).toEqual([refusal, refusal, refusal, refusal]);
  });

  it.each<[string, Person]>([
    ['whoever did so before', financeOfficer],
    ['anybody else', { subject: 'another-finance-officer' }],
  ])('is %s', (_, by) => {
    const { ledger, awardId, payment, back } = setUp();

    const entries = [
      payAward(awardId, paymentBody()),
      refundAward(awardId, refundBody({ bankReference: 'BACK-2' })),
      reverseEntry(back.sequence, reversalBody()),
      reverseEntry(payment.sequence, reversalBody()),
    ].map((decide) => ledger.run(decide, by).type);

    expect(entries).toEqual(['award-paid', 'award-refunded', 'entry-reversed', 'entry-reversed']);
  });

  it('is nobody who rejected a variation of it', () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    ratify(ledger, awardId, openMeetingOf(ledger));
    const meetingId = openMeetingOf(ledger, { heldOn: '2018-01-12' }, { presiding: viceChair });
    ledger.run(varyAward(awardId, awardVariationBody({ meetingId })), asker);
    ledger.run(decideAward(awardId, decisionBody(meetingId, { outcome: 'rejected' })), viceChair);

    expect(ledger.refusal(payAward(awardId, paymentBody()), viceChair)).toMatchObject({ because: decidedIt });
  });

  it.each<[string, Person]>([
    ['took chair’s action', chair],
    ['ratified it', viceChair],
  ])('is nobody who %s', (_, by) => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    ratify(ledger, awardId, openMeetingOf(ledger));

    expect(ledger.refusal(payAward(awardId, paymentBody()), by)).toEqual({
      code: 'separation-of-duties',
      because: decidedIt,
    });
  });

  it('is who may have decided another award', () => {
    const { ledger } = setUp();
    const other = act(ledger, { amountApproved: '100' }, { title: 'Another' });

    expect(ledger.run(payAward(other, paymentBody()), viceChair).type).toBe('award-paid');
  });
});

describe('who recorded a payment or a refund', () => {
  const handled = {
    code: 'separation-of-duties',
    because: 'You recorded a payment or refund of this award, so somebody else decides it.',
  };

  it('does not ask for a variation', () => {
    const { ledger, awardId } = setUp();
    const variation = varyAward(awardId, awardVariationBody({ meetingId: openMeetingOf(ledger) }));

    expect(ledger.refusal(variation, financeOfficer)).toEqual({
      code: 'separation-of-duties',
      because: 'You recorded a payment or refund of this award, so somebody else asks for its variation.',
    });
    expect(ledger.run(variation, asker).type).toBe('award-variation-proposed');
  });

  it('does not put one that waits on another agenda', () => {
    const { ledger, awardId } = setUp();
    const [from, to] = ['2018-04-20', '2018-06-22'].map((on) => scheduleOn(ledger, on)) as [string, string];
    ledger.run(varyAward(awardId, awardVariationBody({ meetingId: from })), asker);
    const submission = submitAward(awardId, { meetingId: to });

    expect(ledger.refusal(submission, financeOfficer)).toMatchObject({ code: 'separation-of-duties' });
    expect(ledger.run(submission, submitter).type).toBe('award-submitted');
  });

  it('does not decide one', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = idOf(ledger.run(proposeAward(awardBody()), coordinator));
    ledger.run(submitAward(awardId, { meetingId }), coordinator);
    ledger.run(decideAward(awardId, decisionBody(meetingId, { amountApproved: '400' })), chair);
    ledger.run(payAward(awardId, paymentBody()), viceChair);
    const later = openMeetingOf(ledger, { heldOn: '2018-01-12' }, { presiding: viceChair });
    ledger.run(varyAward(awardId, awardVariationBody({ meetingId: later })), asker);

    expect(ledger.refusal(decideAward(awardId, decisionBody(later, { amountApproved: '600' })), viceChair)).toEqual(
      handled,
    );
  });

  it('does not ratify chair’s action', () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    ledger.run(payAward(awardId, paymentBody()), viceChair);
    const ratification = ratifyChairsAction(openMeetingOf(ledger), ratificationBody({ awardId }));

    expect(ledger.refusal(ratification, viceChair)).toEqual(handled);
  });
});
