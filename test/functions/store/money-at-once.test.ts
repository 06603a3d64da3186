import '../quiet-log.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, apiOver, type Reply, startTables, type TestTables } from '../../api.ts';
import { awardCalls, did } from '../../award-calls.ts';
import { partnershipCalls } from '../../partnership.ts';
import { faultySender } from './senders.ts';

const partnerships = ['maldon', 'chelmsford', 'braintree'];
const faults = { conflicts: 15, throttles: 5, lostAnswers: 15, lostRequests: 5 };

/** Calls begin a minute ahead of the store's clock, and so have that much longer: on a busy machine none runs out of time. */
const patient = { now: () => Date.now() + 60_000 };

const callsTo = (api: Api, id: string) => {
  const calls = partnershipCalls(api, id);
  return { ...calls, group: awardCalls(calls, id) };
};
type Calls = ReturnType<typeof callsTo>;
type Kind = 'approved' | 'paid' | 'refunded' | 'released' | 'received';
type Done = { readonly id: string; readonly kind: Kind; readonly reply: Reply };

const times = (length: number): number[] => Array.from({ length }, (_, place) => place);

/** A fund of £2,000, with £600 committed and £200 paid; awards to approve, to pay, to refund and to close. */
async function setUp(calls: Calls) {
  const { group } = calls;
  await did(calls.create());
  await did(calls.openFund());
  const { id: grantId } = await did(calls.agree({ grossAmount: '2000.00', topSlices: [] }));
  await group.setTerms();
  const meetingId = await group.openMeeting();
  const approved = async (): Promise<string> => {
    const awardId = await group.proposeTo(meetingId);
    await did(group.decide(awardId, meetingId, { amountApproved: '200.00' }));
    return awardId;
  };
  const paid = async (): Promise<string> => {
    const awardId = await approved();
    await did(group.pay(awardId, { amount: '200.00' }));
    return awardId;
  };
  return {
    grantId,
    meetingId,
    waiting: await Promise.all(times(15).map(() => group.proposeTo(meetingId))),
    payable: [await approved(), await approved()],
    closable: await approved(),
    refundable: await paid(),
  };
}
type World = Awaited<ReturnType<typeof setUp>>;

/** Everything at once: more of each than there is room for. */
function everything({ group, receive }: Calls, world: World): [Kind, () => Promise<Reply>][] {
  const { grantId, meetingId, waiting, payable, closable, refundable } = world;
  const refund = (place: number) =>
    group.refund(refundable, { amount: '45.00', bankReference: `BACK-${place}`, receivedOn: '2018-02-01' });
  return [
    ...waiting.map((awardId): [Kind, () => Promise<Reply>] => [
      'approved',
      () => group.decide(awardId, meetingId, { amountApproved: '123.45' }),
    ]),
    ...[...payable, closable].flatMap((awardId) =>
      times(5).map((): [Kind, () => Promise<Reply>] => ['paid', () => group.pay(awardId, { amount: '60.00' })]),
    ),
    ...times(6).map((place): [Kind, () => Promise<Reply>] => ['refunded', () => refund(place)]),
    ['released', () => group.closeAward(closable, { closedOn: '2018-03-01' })],
    ...times(8).map((): [Kind, () => Promise<Reply>] => ['received', () => receive(grantId, { amount: '310.10' })]),
  ];
}

const amounts: Record<Kind, (reply: Reply) => string> = {
  approved: ({ body }) => body.amountApproved,
  paid: ({ body }) => body.amount,
  refunded: ({ body }) => body.amount,
  released: ({ body }) => body.released,
  received: ({ body }) => body.amount,
};

const pence = (amount: string): number => Math.round(Number(amount) * 100);

/** What the answers say was done to a partnership's money, in pence. */
function tally(done: readonly Done[]): Record<Kind, number> {
  const sums = { approved: 0, paid: 0, refunded: 0, released: 0, received: 0 };
  for (const { kind, reply } of done) if (reply.status === 201) sums[kind] += pence(amounts[kind](reply));
  return sums;
}

/** No other refusals than these, whoever was faster. */
const expected = [
  '201',
  'insufficient-funds',
  'payment-exceeds-commitment',
  'invalid-transition',
  'refund-exceeds-paid',
  'receipt-exceeds-outstanding',
];

describe('approvals, payments, refunds, a closure and receipts at once, in three partnerships', () => {
  let tables: TestTables;
  let done: Done[];
  beforeAll(async () => {
    tables = await startTables();
    const calm = apiOver(tables);
    const worlds = await Promise.all(partnerships.map((id) => setUp(callsTo(calm, id))));
    const instances = [0, 1].map(() => apiOver(tables, faultySender(tables.client, faults), patient));
    const acts = partnerships.flatMap((id, place) => {
      const [one = [], other = []] = instances.map((api) => everything(callsTo(api, id), worlds[place] as World));
      // Each instance has every other act.
      return one.map((act, at) => ({ id, act: (at % 2 === 0 ? undefined : other[at]) ?? act }));
    });
    done = await Promise.all(acts.map(async ({ id, act: [kind, act] }) => ({ id, kind, reply: await act() })));
  });
  afterAll(() => tables.stop());

  it('are all answered, and refused for want of money or commitment alone', () => {
    const codes = new Set(done.map(({ reply }) => String(reply.body.code ?? reply.status)));

    expect(done).toHaveLength(3 * 45);
    expect([...codes].filter((code) => !expected.includes(code))).toEqual([]);
  });

  it.each(partnerships)('leave the books of %s as the answers say', async (id) => {
    const own = done.filter((one) => one.id === id);

    const { approved, paid, refunded, released, received } = tally(own);
    const { body } = await callsTo(apiOver(tables), id).statement();

    const [fund] = body.funds;
    const spent = 200_00 + paid - refunded;
    const committed = 600_00 + approved - paid - released;
    expect(pence(fund.committed)).toBe(committed);
    expect(pence(fund.expenditure)).toBe(spent);
    expect(pence(fund.uncommitted)).toBe(2000_00 - spent - committed);
    expect(pence(fund.uncommitted)).toBeGreaterThanOrEqual(0);
    expect(pence(fund.cash)).toBe(received - spent);
    expect(pence(body.totals.received)).toBe(received);
    expect([received, refunded]).toEqual([6 * 310_10, 4 * 45_00]);
  });

  it.each(partnerships)('leave nothing in %s that verification finds', async (id) => {
    const { body } = await callsTo(apiOver(tables), id).verify();

    expect(body).toMatchObject({ chainValid: true, balancesMatch: true, trialBalance: '0.00', discrepancies: [] });
  });

  it('leave every award of a partnership with the sum of its payments', async () => {
    const { get, group } = callsTo(apiOver(tables), 'maldon');
    const { body } = await get('/awards?status=approved&limit=100');

    for (const { id: awardId, paidAmount, amountApproved, committedAmount } of body.items) {
      const { history } = await group.award(awardId);
      const paid = history.filter(({ type }: { type: string }) => type === 'award-paid');
      const sum = paid.reduce((so: number, { facts }: { facts: { amount: string } }) => so + pence(facts.amount), 0);
      expect(pence(paidAmount)).toBe(sum);
      expect(pence(committedAmount)).toBe(pence(amountApproved) - sum);
    }
  });
});
