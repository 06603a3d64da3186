import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { payAward } from '../../../domain/award/pay-award.ts';
import { proposeAward, submitAward, varyAward } from '../../../domain/award/propose-award.ts';
import {
  approve,
  awardBody,
  awardVariationBody,
  chair,
  coordinator,
  decisionBody,
  ledgerWithMoney,
  openMeetingOf,
  pay,
  paymentBody,
  submit,
} from '../../award-builders.ts';
import { asJson, idOf } from '../test-ledger.ts';

const laterOn = '2018-01-12';
const title = 'Just Play football initiative';

/** Approved on 6 October 2017 with its amount to be confirmed; a later meeting sits. */
const setUp = (proposal = awardBody()) => {
  const ledger = ledgerWithMoney();
  const meetingId = openMeetingOf(ledger);
  const awardId = idOf(ledger.run(proposeAward(proposal), coordinator));
  ledger.run(submitAward(awardId, { meetingId }), coordinator);
  const first = ledger.run(decideAward(awardId, decisionBody(meetingId)), chair);
  const later = openMeetingOf(ledger, { heldOn: laterOn });
  const confirm = (fields: Parameters<typeof decisionBody>[1], id = later) =>
    decideAward(awardId, decisionBody(id, fields));
  return { ledger, meetingId, awardId, first, later, confirm };
};

describe('an award whose amount is to be confirmed', () => {
  it('reserves nothing', () => {
    const { ledger, awardId, meetingId, first } = setUp();

    expect(first).toMatchObject({ postings: [], facts: { outcome: 'approved', kind: 'proposal' } });
    expect(first.facts).not.toHaveProperty('moneyTest');
    expect(ledger.get('award', awardId)).toMatchObject({
      status: 'approved',
      approvals: [{ sequence: first.sequence, meetingId }],
    });
    const other = submit(ledger, meetingId, { amountRequested: '1000' });
    expect(approve(ledger, other, meetingId, { amountApproved: '1000' }).type).toBe('award-decided');
  });

  it('gets its amount at a later meeting, from that day on', () => {
    const { ledger, awardId, later, first, confirm } = setUp();

    const entry = ledger.run(confirm({ amountApproved: '350', minuteReference: '4.2' }), chair);

    expect(entry).toMatchObject({ effectiveOn: laterOn, facts: { kind: 'amount' } });
    expect(asJson(entry.postings)).toMatchObject([{ account: 'commitments', debit: '350.00' }, { credit: '350.00' }]);
    expect(asJson(ledger.get('award', awardId))).toMatchObject({
      approvals: [
        { sequence: first.sequence, decidedOn: '2017-10-06' },
        { sequence: entry.sequence, decidedOn: laterOn, meetingId: later, amountApproved: '350.00' },
      ],
    });
  });

  it('is then an item of that meeting, though it was on no agenda', () => {
    const { ledger, awardId, later, confirm } = setUp();

    const { sequence } = ledger.run(confirm({ amountApproved: '350' }), chair);

    const items = [...ledger.state.all('agendaItem').values()].filter((item) => item.meetingId === later);
    expect(asJson(items)).toEqual([
      {
        meetingId: later,
        awardId,
        sequence,
        kind: 'amount',
        amountRequested: '400.00',
        outcome: 'approved',
        outcomeSequence: sequence,
        amountApproved: '350.00',
        minuteReference: '9.1',
      },
    ]);
  });

  it('may get it at the same meeting', () => {
    const { ledger, meetingId, confirm } = setUp();

    expect(ledger.run(confirm({ amountApproved: '350' }, meetingId), chair).facts).toMatchObject({ kind: 'amount' });
  });

  it('gets none at a meeting before the one that approved it', () => {
    const { ledger, confirm } = setUp();
    const earlier = openMeetingOf(ledger, { heldOn: '2017-10-05' });

    expect(ledger.refusal(confirm({ amountApproved: '350' }, earlier), chair)).toEqual({
      code: 'date-out-of-order',
      date: '2017-10-05',
      notBefore: '2017-10-06',
      of: 'the decision before it',
    });
  });

  it('gets no more than was asked, and any amount where none was', () => {
    const { amountRequested: _, ...withoutAmount } = awardBody();
    const [some, none] = [setUp(), setUp(withoutAmount)];

    const refusal = some.ledger.refusal(some.confirm({ amountApproved: '400.01' }), chair);

    expect(asJson(refusal)).toMatchObject({ code: 'approval-exceeds-request', requested: '400.00' });
    expect(none.ledger.run(none.confirm({ amountApproved: '1000' }), chair).type).toBe('award-decided');
  });

  it('gets no more than is free by then', () => {
    const { ledger, later, confirm } = setUp();
    const other = submit(ledger, later, { amountRequested: '700' });
    approve(ledger, other, later, { amountApproved: '700' });

    expect(asJson(ledger.refusal(confirm({ amountApproved: '300.01' }), chair))).toMatchObject({
      code: 'insufficient-funds',
      available: '300.00',
    });
  });

  it('is refused an approval without an amount, again', () => {
    const { ledger, confirm } = setUp();

    expect(ledger.refusal(confirm({}), chair)).toEqual({
      code: 'amount-not-confirmed',
      award: title,
      isToBeStated: true,
    });
  });

  it.each(['rejected', 'deferred'] as const)('is not %s any more', (outcome) => {
    const { ledger, confirm } = setUp();

    expect(ledger.refusal(confirm({ outcome }), chair)).toEqual({
      code: 'invalid-transition',
      because: 'The award is approved: what is left to decide is its amount.',
    });
  });

  it('is not decided again once it has one', () => {
    const { ledger, confirm } = setUp();
    ledger.run(confirm({ amountApproved: '350' }), chair);

    expect(ledger.refusal(confirm({ amountApproved: '350' }), chair)).toEqual({
      code: 'invalid-transition',
      because: 'The award is approved, and nothing about it waits for a decision.',
    });
  });

  it('is paid nothing, varied nowhere and put on no agenda before', () => {
    const { ledger, awardId, later } = setUp();

    const refusals = [
      ledger.refusal(payAward(awardId, paymentBody())),
      ledger.refusal(varyAward(awardId, awardVariationBody({ meetingId: later })), coordinator),
      ledger.refusal(submitAward(awardId, { meetingId: later }), coordinator),
    ];

    expect(refusals).toEqual([
      { code: 'amount-not-confirmed', award: title },
      { code: 'amount-not-confirmed', award: title },
      {
        code: 'invalid-transition',
        because: 'The award is approved, and no variation of it waits for a decision.',
      },
    ]);
  });

  it('is paid from the day on which it was confirmed', () => {
    const { ledger, awardId, confirm } = setUp();
    ledger.run(confirm({ amountApproved: '350' }), chair);

    expect(ledger.refusal(payAward(awardId, paymentBody({ paidOn: '2018-01-11' })))).toEqual({
      code: 'date-out-of-order',
      date: '2018-01-11',
      notBefore: laterOn,
      of: 'the decision',
    });
    expect(pay(ledger, awardId, { paidOn: laterOn }).effectiveOn).toBe(laterOn);
  });
});
