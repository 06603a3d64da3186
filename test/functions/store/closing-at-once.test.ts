import '../quiet-log.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineKind, engineAvailability } from '../../../infra/local/dynamodb.ts';
import { type Api, apiOver, type Reply, startTables, type TestTables } from '../../api.ts';
import { awardCalls, did } from '../../award-calls.ts';
import { partnershipCalls } from '../../partnership.ts';
import { type Faults, faultySender } from './senders.ts';

/** Amazon's engine is several times as slow. */
const engines = [
  { kind: 'dynoxide', rounds: 4 },
  { kind: 'dynamodb-local', rounds: 2 },
] as const satisfies { kind: EngineKind; rounds: number }[];

const weathers: { weather: string; faults: Faults }[] = [
  { weather: 'fair weather', faults: {} },
  {
    weather: 'conflicts, throttles and lost answers',
    faults: { conflicts: 15, throttles: 5, lostAnswers: 15, lostRequests: 5 },
  },
];

/** Calls begin a minute ahead of the store's clock, and so have that much longer: on a busy machine none runs out of time. */
const patient = { now: () => Date.now() + 60_000 };
const year = '2017-18';

const callsTo = (api: Api, id: string) => {
  const calls = partnershipCalls(api, id);
  return { ...calls, group: awardCalls(calls, id) };
};
type Calls = ReturnType<typeof callsTo>;

/** A fund of £1,000.00 with an award of £400.00 approved of it, £100.00 of it paid, and another before an open meeting. */
async function setUp(calls: Calls) {
  const { group } = calls;
  await did(calls.create());
  await did(calls.openFund());
  const { id: grantId } = await did(calls.agree({ grossAmount: '1000.00', topSlices: [] }));
  await group.setTerms();
  const meetingId = await group.openMeeting();
  const awardId = await group.proposeTo(meetingId);
  await did(group.decide(awardId, meetingId));
  await did(group.pay(awardId));
  return { grantId, meetingId, awardId, waiting: await group.proposeTo(meetingId) };
}
type World = Awaited<ReturnType<typeof setUp>>;

/** Everything that could be posted to the year, each once. */
const postings = ({ group, ...calls }: Calls, { grantId, meetingId, awardId, waiting }: World) => [
  () => calls.receive(grantId, { amount: '250.00' }),
  () => calls.spend({ amount: '60.00' }),
  () => group.decide(waiting, meetingId, { amountApproved: '120.00' }),
  () => group.pay(awardId, { amount: '50.00' }),
  () => group.refund(awardId, { amount: '30.00' }),
  () =>
    calls.post(`/grants/${grantId}/variations`, {
      grossAmount: '1100.00',
      effectiveOn: '2017-10-02',
      reference: 'V-1',
      reason: 'An uplift.',
    }),
  () => calls.agree({ grossAmount: '77.00', topSlices: [] }),
];

type Closing = { readonly last: Reply; readonly codes: readonly string[] };

/** Closes the year over what its statement says at the moment; again, where that is no longer what there is. */
async function close({ post }: Calls, { statement }: Calls, world: World): Promise<Closing> {
  const codes: string[] = [];
  for (;;) {
    const { funds } = await did(statement());
    const last = await post(`/years/${year}/closing`, {
      disposals: disposalsOf(pence(funds[0].closingBalance), world),
    });
    codes.push(codeOf(last));
    if (codes.at(-1) !== 'disposals-do-not-sum') return { last, codes };
  }
}

function disposalsOf(balance: number, { grantId }: World): object[] {
  const fundId = 'partnership-fund';
  return [
    { fundId, treatment: 'return', grantId, amount: '50.00' },
    { fundId, treatment: 'carry-forward', amount: written(balance - 50_00) },
  ];
}

async function inTurn(acts: readonly (() => Promise<Reply>)[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const act of acts) replies.push(await act());
  return replies;
}

const pence = (amount: string): number => Math.round(Number(amount) * 100);
const written = (amount: number): string => (amount / 100).toFixed(2);
const codeOf = ({ status, body }: Reply): string => body.code ?? String(status);

for (const { kind, rounds } of engines) {
  const availability = await engineAvailability(kind);
  const why = availability.isAvailable ? '' : ` (skipped: ${availability.why})`;
  describe.skipIf(!availability.isAvailable)(`closing a year while things are posted to it, on ${kind}${why}`, () => {
    let tables: TestTables;
    beforeAll(async () => {
      tables = await startTables(kind);
    });
    afterAll(() => tables.stop());

    describe.each(weathers)('in $weather', ({ weather, faults }) => {
      it.each(Array.from({ length: rounds }, (_, round) => round))(
        'has one of the two come first (%i)',
        async (round) => {
          const id = `closing-${weather.length}-${round}`;
          const calm = callsTo(apiOver(tables), id);
          const world = await setUp(calm);
          const instances = [0, 1].map(() =>
            callsTo(apiOver(tables, faultySender(tables.client, faults), patient), id),
          );
          const [one = [], other = []] = instances.map((calls) => postings(calls, world));
          // Each instance has every other act.
          const acts = one.map((act, place) => (place % 2 === 0 ? undefined : other[place]) ?? act);

          // Some begin before the closing reads what there is; the others follow one another while it is tried.
          const first = acts.splice(0, round % 4);
          const [before, closings, after] = await Promise.all([
            Promise.all(first.map((act) => act())),
            Promise.all(instances.map((calls) => close(calls, calm, world))),
            inTurn(acts),
          ]);

          const posted = [...before, ...after];
          expect(posted.map(codeOf).filter((code) => !['201', 'year-closed'].includes(code))).toEqual([]);
          expect(closings.map(({ codes }) => codes.at(-1)).toSorted()).toEqual(['201', 'year-closed']);
          await expectInOrder(calm, posted, closings);
        },
      );
    });

    it('closes it once, whoever is faster, and nothing posts to it afterwards', async () => {
      const calm = callsTo(apiOver(tables), 'twice');
      const world = await setUp(calm);
      const instances = [0, 1, 2].map(() => callsTo(apiOver(tables, undefined, patient), 'twice'));

      const closings = await Promise.all(instances.map((calls) => close(calls, calm, world)));
      const posted = await Promise.all(instances.flatMap((calls) => postings(calls, world).map((act) => act())));

      expect(closings.map(({ codes }) => codes).toSorted()).toEqual([['201'], ['year-closed'], ['year-closed']]);
      expect(new Set(posted.map(codeOf))).toEqual(new Set(['year-closed']));
      await expectInOrder(calm, posted, closings);
    });
  });
}

/** What was posted is in the journal before the closing, whose disposals sum to what it left; verification finds nothing. */
async function expectInOrder(calls: Calls, posted: readonly Reply[], closings: readonly Closing[]): Promise<void> {
  const { last: closing } = closings.find(({ last }) => last.status === 201) ?? expect.unreachable('nobody closed it');
  const { items } = await did(calls.get(`/journal?limit=100&financialYear=${year}`));
  const types: string[] = items.map(({ type }: { type: string }) => type);
  const accepted = posted.filter(({ status }) => status === 201).map(({ body }) => body.sequence);
  expect(types.at(-1)).toBe('year-closed');
  expect(accepted.filter((sequence) => sequence > closing.body.sequence)).toEqual([]);
  const { funds, status } = await did(calls.statement());
  const [{ closingBalance, returned, disposals }] = funds;
  const disposed = disposals.reduce((sum: number, { amount }: { amount: string }) => sum + pence(amount), 0);
  expect([status, disposed]).toEqual(['closed', pence(closingBalance) + pence(returned)]);
  const { body } = await calls.verify();
  expect(body).toMatchObject({ chainValid: true, balancesMatch: true, trialBalance: '0.00', discrepancies: [] });
}
