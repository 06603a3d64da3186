import { describe, expect, it } from 'vitest';
import { takeChairsAction } from '../../../domain/award/chairs-action.ts';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { proposeAward, submitAward, varyAward, withdrawAward } from '../../../domain/award/propose-award.ts';
import { ratifyChairsAction } from '../../../domain/award/ratify-chairs-action.ts';
import type { Person } from '../../../domain/text.ts';
import {
  act,
  awardBody,
  awardVariationBody,
  chair,
  chairsActionBody,
  coordinator,
  decisionBody,
  heldOn,
  ledgerWithMoney,
  openMeetingOf,
  ratificationBody,
  ratify,
  viceChair,
} from '../../award-builders.ts';
import { idOf } from '../test-ledger.ts';

const asker: Person = { subject: 'asker' };

describe('who decides an award', () => {
  const open = () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    return { ledger, meetingId };
  };
  const refusal = {
    code: 'separation-of-duties',
    because: 'You proposed this award, so somebody else decides it.',
  };

  it('is not who created it', () => {
    const { ledger, meetingId } = open();
    const awardId = idOf(ledger.run(proposeAward(awardBody()), chair));
    ledger.run(submitAward(awardId, { meetingId }), coordinator);

    expect(ledger.refusal(decideAward(awardId, decisionBody(meetingId)), chair)).toEqual(refusal);
  });

  it('is not who submitted it', () => {
    const { ledger, meetingId } = open();
    const awardId = idOf(ledger.run(proposeAward(awardBody()), coordinator));
    ledger.run(submitAward(awardId, { meetingId }), chair);

    expect(ledger.refusal(decideAward(awardId, decisionBody(meetingId)), chair)).toEqual(refusal);
  });

  it('is not who asked to vary it', () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    ratify(ledger, awardId, openMeetingOf(ledger));
    const meetingId = openMeetingOf(ledger, { heldOn: '2018-01-12' });
    ledger.run(varyAward(awardId, awardVariationBody({ meetingId })), chair);
    const decision = decideAward(awardId, decisionBody(meetingId, { amountApproved: '600' }));

    expect(ledger.refusal(decision, chair)).toEqual(refusal);
    expect(ledger.run(decision, viceChair).type).toBe('award-decided');
  });

  it('is not, by chair’s action, a chair who created it', () => {
    const ledger = ledgerWithMoney();
    const awardId = idOf(ledger.run(proposeAward(awardBody()), chair));

    expect(ledger.refusal(takeChairsAction(awardId, chairsActionBody()), chair)).toEqual({
      code: 'separation-of-duties',
      because: 'You proposed this award, so somebody else decides it.',
    });
  });

  it('is not, by ratifying, who proposed it or took the action', () => {
    const ledger = ledgerWithMoney();
    const awardId = idOf(ledger.run(proposeAward(awardBody()), viceChair));
    ledger.run(takeChairsAction(awardId, chairsActionBody()), chair);
    const meetingId = openMeetingOf(ledger);
    const ratification = ratifyChairsAction(meetingId, ratificationBody({ awardId }));

    expect([chair, viceChair].map((by) => ledger.refusal(ratification, by).code)).toEqual([
      'separation-of-duties',
      'separation-of-duties',
    ]);
  });

  it('may have decided it before', () => {
    const { ledger, meetingId } = open();
    const awardId = idOf(ledger.run(proposeAward(awardBody()), coordinator));
    ledger.run(submitAward(awardId, { meetingId }), coordinator);
    ledger.run(decideAward(awardId, decisionBody(meetingId)), chair);

    const entry = ledger.run(decideAward(awardId, decisionBody(meetingId, { amountApproved: '400' })), chair);

    expect(entry).toMatchObject({ type: 'award-decided', effectiveOn: heldOn });
    expect(ledger.get('award', awardId).deciders).toEqual([chair.subject]);
  });
});

describe('who withdraws a variation', () => {
  it('is one of the proposers, and not the decider', () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    ratify(ledger, awardId, openMeetingOf(ledger));
    const meetingId = openMeetingOf(ledger, { heldOn: '2018-01-12' });
    ledger.run(varyAward(awardId, awardVariationBody({ meetingId })), asker);
    const withdrawal = withdrawAward(awardId, { reason: 'Not needed.' });

    expect(ledger.refusal(withdrawal, chair).code).toBe('separation-of-duties');
    expect(ledger.run(withdrawal, asker).type).toBe('award-withdrawn');
  });
});
