import { describe, expect, it } from 'vitest';
import { takeChairsAction } from '../../../domain/award/chairs-action.ts';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { ChairsActionBody } from '../../../domain/award/decision.ts';
import { onlyOne } from '../../../domain/ledger/records.ts';
import { Money } from '../../../domain/money.ts';
import { setTerms } from '../../../domain/partnership/set-up.ts';
import type { TermsBody } from '../../../domain/partnership/terms-of-reference.ts';
import {
  act,
  chair,
  chairsActionBody,
  decisionBody,
  declare,
  heldOn,
  ledgerWithMoney,
  openMeetingOf,
  propose,
  scheduleOn,
  submit,
  termsBody,
  viceChair,
} from '../../award-builders.ts';
import { agree, ledgerWith } from '../../builders.ts';
import { asJson, financeOfficer, today, unknownId } from '../test-ledger.ts';

const fundId = 'partnership-fund';
const limited = { chairsActionLimit: Money.parse('500') };
const successor = { subject: 'successor', name: 'Successor' };

/** A draft for £600; what the terms say about chair’s action differs. */
const setUp = (terms: Partial<TermsBody> = {}) => {
  const ledger = ledgerWith();
  ledger.run(setTerms('2016-04-01', { quorum: 3, chair, viceChair, ...terms }, undefined));
  agree(ledger);
  const awardId = propose(ledger, { amountRequested: '600' });
  const action = (fields: Parameters<typeof chairsActionBody>[0] = {}) =>
    takeChairsAction(awardId, chairsActionBody(fields));
  return { ledger, awardId, action };
};

describe('chair’s action', () => {
  it('approves an award between meetings, and commits the money', () => {
    const ledger = ledgerWithMoney();
    const awardId = propose(ledger);

    const entry = ledger.run(takeChairsAction(awardId, chairsActionBody()), chair);

    expect(entry).toMatchObject({ type: 'chairs-action-taken', effectiveOn: '2017-09-01' });
    expect(asJson(entry.facts)).toEqual({
      awardId,
      fundId,
      amountApproved: '400.00',
      reason: 'The hall is free this week only.',
      decidedOn: '2017-09-01',
      limit: '500.00',
      ratifyBy: '2017-12-30',
      moneyTest: { uncommittedBefore: '1000.00' },
    });
    expect(asJson(entry.postings)).toEqual([
      { account: 'commitments', fundId, awardId, debit: '400.00' },
      { account: 'commitments-mirror', fundId, awardId, credit: '400.00' },
    ]);
  });

  it('is flagged on the award until it is ratified', () => {
    const ledger = ledgerWithMoney();

    const awardId = act(ledger);

    const { sequence } = ledger.entries.at(-1) ?? expect.unreachable();
    expect(asJson(ledger.get('award', awardId))).toMatchObject({
      status: 'approved',
      approvals: [{ sequence, decidedOn: '2017-09-01', amountApproved: '400.00' }],
      ratification: { status: 'awaited', actedBy: chair.subject, actedOn: '2017-09-01', dueOn: '2017-12-30' },
      deciders: [chair.subject],
    });
    expect(ledger.get('governance', onlyOne)).toMatchObject({
      unratifiedAwardIds: [awardId],
      termsReliedOn: '2017-09-01',
    });
  });

  it('takes the award off the agenda that it was on', () => {
    const ledger = ledgerWithMoney();
    const meetingId = scheduleOn(ledger, heldOn);
    const awardId = submit(ledger, meetingId);

    const { sequence } = ledger.run(takeChairsAction(awardId, chairsActionBody()), chair);

    expect(ledger.get('award', awardId)).not.toHaveProperty('agenda');
    expect(asJson([...ledger.state.all('agendaItem').values()])).toMatchObject([
      { awardId, outcome: 'chairs-action', outcomeSequence: sequence, amountApproved: '400.00' },
    ]);
    expect(ledger.get('meeting', meetingId)).toMatchObject({ revision: sequence, isReliedOn: false });
  });

  it('is none while the award is before a meeting that sits', () => {
    const ledger = ledgerWithMoney();
    const awardId = submit(ledger, openMeetingOf(ledger));

    expect(ledger.refusal(takeChairsAction(awardId, chairsActionBody()), chair)).toEqual({
      code: 'invalid-transition',
      because: 'The award is before the meeting of 2017-10-06, which is open.',
    });
  });

  it('may follow a deferral', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);
    ledger.run(decideAward(awardId, decisionBody(meetingId, { outcome: 'deferred' })), chair);

    const entry = ledger.run(takeChairsAction(awardId, chairsActionBody({ decidedOn: '2017-10-09' })), chair);

    expect(entry.type).toBe('chairs-action-taken');
  });

  it('is for no more than was asked, nor than is free', () => {
    const { ledger, action } = setUp({
      chairsActionLimit: chairsActionBody({ amountApproved: '9999' }).amountApproved,
    });

    const refusals = ['600.01', '1000.01'].map((amountApproved) => ledger.refusal(action({ amountApproved }), chair));

    expect(asJson(refusals)).toMatchObject([
      { code: 'approval-exceeds-request', amount: '600.01', requested: '600.00' },
      { code: 'insufficient-funds', needed: '1000.01', available: '1000.00', by: 'this award' },
    ]);
  });

  it('finds no award that is not there', () => {
    expect(ledgerWithMoney().refusal(takeChairsAction(unknownId, chairsActionBody()), chair)).toMatchObject({
      code: 'not-found',
      subject: 'award',
    });
  });

  it('waits at most thirty times for ratification', () => {
    const ledger = ledgerWithMoney();
    for (let count = 0; count < 30; count += 1) act(ledger, { amountApproved: '1' });

    const refusal = ledger.refusal(takeChairsAction(propose(ledger), chairsActionBody({ amountApproved: '1' })), chair);

    expect(refusal).toMatchObject({ code: 'too-many', most: 30 });
  });

  it.each([
    ['nothing', { amountApproved: '0.00' }],
    ['a day to come', { decidedOn: '2018-07-01' }],
    ['no reason', { reason: ' ' }],
  ])('is not read with %s', (_, fields) => {
    const body = { ...asJson<object>(chairsActionBody()), ...fields };

    expect(ChairsActionBody({ today }).safeParse(body).success).toBe(false);
  });
});

describe('the limit of chair’s action', () => {
  it('none set, none allowed', () => {
    const { ledger, action } = setUp();

    expect(asJson(ledger.refusal(action({ amountApproved: '0.01' }), chair))).toEqual({
      code: 'chairs-action-limit',
      amount: '0.01',
    });
  });

  it('allows just as much, and no penny more', () => {
    const { ledger, action } = setUp(limited);

    const over = ledger.refusal(action({ amountApproved: '500.01' }), chair);
    const exact = ledger.run(action({ amountApproved: '500' }), chair);

    expect(asJson(over)).toEqual({ code: 'chairs-action-limit', amount: '500.01', limit: '500.00' });
    expect(exact.facts).toMatchObject({ limit: limited.chairsActionLimit });
  });

  it('is that of the terms of its day', () => {
    const { ledger, action } = setUp(limited);
    ledger.run(setTerms('2017-09-02', termsBody({ chairsActionLimit: '100' }), undefined));

    expect(asJson(ledger.refusal(action({ decidedOn: '2017-09-02' }), chair))).toMatchObject({ limit: '100.00' });
    expect(ledger.run(action({ decidedOn: '2017-09-01' }), chair).type).toBe('chairs-action-taken');
  });
});

describe('who takes chair’s action', () => {
  it('is the chair that the terms of its day name, and nobody else', () => {
    const { ledger, action } = setUp(limited);
    ledger.run(setTerms(heldOn, termsBody({ chair: successor }), undefined));

    for (const by of [viceChair, financeOfficer, successor]) {
      expect(ledger.refusal(action({ decidedOn: '2017-10-05' }), by)).toEqual({
        code: 'not-presiding',
        act: 'chairs-action',
        presiding: 'Chair',
      });
    }
    expect(ledger.refusal(action({ decidedOn: heldOn }), chair)).toEqual({
      code: 'not-presiding',
      act: 'chairs-action',
      presiding: 'Successor',
    });
    expect(ledger.run(action({ decidedOn: heldOn }), successor).type).toBe('chairs-action-taken');
  });

  it('is nobody where the terms name no chair', () => {
    const ledger = ledgerWith();
    ledger.run(setTerms('2016-04-01', { quorum: 3, viceChair, ...limited }, undefined));
    agree(ledger);
    const action = takeChairsAction(propose(ledger), chairsActionBody());

    expect([chair, viceChair].map((by) => ledger.refusal(action, by))).toEqual([
      { code: 'not-presiding', act: 'chairs-action' },
      { code: 'not-presiding', act: 'chairs-action' },
    ]);
  });

  it('is not the chair with an interest', () => {
    const { ledger, awardId, action } = setUp(limited);
    declare(ledger, awardId, scheduleOn(ledger, heldOn), { subject: chair.subject });

    expect(ledger.refusal(action(), chair)).toEqual({ code: 'interest-declared' });
  });
});
