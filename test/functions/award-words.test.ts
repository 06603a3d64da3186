import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Reply, startTables, type TestTables } from '../api.ts';
import { did } from '../award-calls.ts';
import { checkedApiOver } from './checked-api.ts';
import { type GroupLedger, groupLedger } from './group-ledger.ts';

type At = GroupLedger & { readonly meetingId: string; readonly awardId: string };

const attendee = { authorityId: 'maldon-district-council', name: 'A council officer' };
const rejected = { outcome: 'rejected', amountApproved: undefined };
const unconfirmed = { amountApproved: undefined };
const approve = ({ group, awardId, meetingId }: At, more: object = {}) => did(group.decide(awardId, meetingId, more));
/** Something done to an award on the agenda of an open meeting, after what comes before it. */
const after =
  (first: (at: At) => Promise<unknown>, then: (at: At) => Promise<Reply>) =>
  async (at: At): Promise<Reply> => {
    await first(at);
    return then(at);
  };

/** What a chair, a coordinator or a finance officer reads where something is refused. */
const sentences: [string, (at: At) => Promise<Reply>][] = [
  [
    'The uncommitted balance of Partnership fund is £1,027.00 at the end of 2017/18; this award needs £1,200.00.',
    async ({ group, meetingId, spend }) => {
      await did(spend({ amount: '11500.00' }));
      const dear = await group.proposeTo(meetingId, { amountRequested: '1200.00' });
      return group.decide(dear, meetingId, { amountApproved: '1200.00' });
    },
  ],
  [
    'The uncommitted balance of Partnership fund is £12,127.00 at the end of 2017/18; this award needs £12,127.01.',
    after(approve, async ({ group, meetingId }) => {
      const dear = await group.proposeTo(meetingId, { amountRequested: '20000' });
      return group.decide(dear, meetingId, { amountApproved: '12127.01' });
    }),
  ],
  [
    'The quorum is 2 authorities. 1 counts, 1 more is recused from this item; people of one authority count once.',
    after(
      ({ group, meetingId, awardId }) => did(group.declare(meetingId, { awardId, attendee })),
      ({ group, meetingId, awardId }) => group.decide(awardId, meetingId),
    ),
  ],
  [
    'The quorum is 2 authorities. 0 count; people of one authority count once.',
    async ({ group }) => group.open(await group.schedule()),
  ],
  [
    'Responsible Authorities Group of 2017-10-06 is closed, not open.',
    after(
      ({ group, meetingId }) => did(group.close(meetingId)),
      ({ group, meetingId, awardId }) => group.decide(awardId, meetingId),
    ),
  ],
  [
    'The chair presides over this, and nobody else decides it.',
    ({ group, meetingId, awardId }) => group.decide(awardId, meetingId, {}, group.viceChair),
  ],
  [
    'An interest of yours in this award is declared, so somebody else decides it.',
    after(
      ({ group, meetingId, awardId }) => did(group.declare(meetingId, { awardId }, group.chair)),
      ({ group, meetingId, awardId }) => group.decide(awardId, meetingId),
    ),
  ],
  [
    'The award is not on the agenda of this meeting.',
    async ({ group, awardId }) => group.decide(awardId, await group.openMeeting()),
  ],
  [
    'The award is approved, and nothing about it waits for a decision.',
    after(approve, ({ group, meetingId, awardId }) => group.decide(awardId, meetingId)),
  ],
  [
    'The award is rejected: a meeting can’t decide it.',
    after(
      (at) => approve(at, rejected),
      ({ group, meetingId, awardId }) => group.decide(awardId, meetingId),
    ),
  ],
  [
    '£400.00 was asked for; £400.01 would be approved.',
    ({ group, meetingId, awardId }) => group.decide(awardId, meetingId, { amountApproved: '400.01' }),
  ],
  [
    'The terms of reference allow chair’s action up to £500.00; this is £500.01.',
    async ({ group }) => {
      const dear = await group.propose({ amountRequested: '600' });
      return group.act(dear, { amountApproved: '500.01' });
    },
  ],
  [
    'The terms of reference set no limit for chair’s action, so none may be taken.',
    after(
      ({ group }) => group.setTerms({ chairsActionLimit: undefined }, '2017-10-07'),
      async ({ group }) => group.act(await group.propose(), { decidedOn: '2017-10-10' }),
    ),
  ],
  [
    'You proposed this award, so somebody else decides it.',
    async ({ group }) => {
      const own = await group.propose({}, { ...group.chair, groups: group.coordinator.groups });
      return group.act(own);
    },
  ],
  [
    '£400.00 is committed to this award and unpaid from 2017-11-17 on; this payment is £1,400.00.',
    after(approve, ({ group, awardId }) => group.pay(awardId, { amount: '1400' })),
  ],
  [
    '“Just Play football initiative” is approved without an amount. A meeting sets the amount first.',
    after(
      (at) => approve(at, unconfirmed),
      ({ group, awardId }) => group.pay(awardId),
    ),
  ],
  [
    '2017-10-05 is before the decision, which is dated 2017-10-06.',
    after(approve, ({ group, awardId }) => group.pay(awardId, { paidOn: '2017-10-05' })),
  ],
  [
    '£100.00 was paid already; £99.99 would be approved.',
    after(
      async (at) => {
        await approve(at);
        await did(at.group.pay(at.awardId));
        await did(at.group.vary(at.awardId, at.meetingId));
      },
      ({ group, meetingId, awardId }) => group.decide(awardId, meetingId, { amountApproved: '99.99' }),
    ),
  ],
  [
    'A variation of this award waits for a decision: it is decided or withdrawn first.',
    after(
      async (at) => {
        await approve(at);
        await did(at.group.vary(at.awardId, at.meetingId));
      },
      ({ group, awardId }) => group.closeAward(awardId),
    ),
  ],
  [
    'A decision relies on this attendance, or the meeting is closed: give the reason for correcting it.',
    after(approve, ({ group, meetingId }) => group.attend(meetingId, undefined, '*')),
  ],
  [
    '2017-10-06 is before the day after the meeting, which is dated 2017-10-07.',
    after(
      ({ group, meetingId }) => did(group.close(meetingId)),
      async ({ group, meetingId }) => group.confirm(meetingId, await group.openMeeting()),
    ),
  ],
  [
    'A meeting or decision of 2017-10-06 relied on the terms of reference in force that day; they can’t be changed from 2017-10-06 on, only from a later date than that.',
    after(approve, async ({ as }) =>
      as({
        method: 'PUT',
        path: '/terms-of-reference/2017-10-06',
        body: { quorum: 1 },
        groups: ['platform:administrator'],
      }),
    ),
  ],
];

describe('a refusal of the group’s business', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  it.each(sentences)('reads: %s', async (sentence, attempt) => {
    const ledger = await groupLedger(api);
    const meetingId = await ledger.group.openMeeting();
    const awardId = await ledger.group.proposeTo(meetingId);

    const { status, body } = await attempt({ ...ledger, meetingId, awardId });

    expect([status, body.detail]).toEqual([409, sentence]);
  });

  it('does not call an award unconfirmed whose variation is approved without an amount', async () => {
    const { group } = await groupLedger(api);
    const meetingId = await group.openMeeting();
    const awardId = await group.proposeTo(meetingId);
    await did(group.decide(awardId, meetingId));
    await did(group.vary(awardId, meetingId));

    const { body } = await group.decide(awardId, meetingId, unconfirmed);

    expect(body.code).toBe('amount-not-confirmed');
    expect(body.detail).not.toContain('is approved without an amount');
  });
});
