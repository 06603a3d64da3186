import '../quiet-log.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineKind, engineAvailability } from '../../../infra/local/dynamodb.ts';
import { apiOver, type Reply, startTables, type TestTables } from '../../api.ts';
import { type AwardCalls, awardCalls, did } from '../../award-calls.ts';
import { partnershipCalls } from '../../partnership.ts';
import { type Faults, faultySender } from './senders.ts';

/** Amazon's engine is several times as slow, and a call has twenty seconds. */
const engines = [
  { kind: 'dynoxide', count: 200 },
  { kind: 'dynamodb-local', count: 60 },
] as const satisfies { kind: EngineKind; count: number }[];
const room = 37;
const weathers: { weather: string; faults: Faults }[] = [
  { weather: 'fair weather', faults: {} },
  {
    weather: 'conflicts, throttles and lost answers',
    faults: { conflicts: 15, throttles: 5, lostAnswers: 15, lostRequests: 5 },
  },
];

for (const { kind, count } of engines) {
  const availability = await engineAvailability(kind);
  const why = availability.isAvailable ? '' : ` (skipped: ${availability.why})`;
  describe.skipIf(!availability.isAvailable)(`${count} approvals at once on ${kind}${why}`, () => {
    let tables: TestTables;
    beforeAll(async () => {
      tables = await startTables(kind);
    });
    afterAll(() => tables.stop());

    /** A partnership whose open meeting has this many awards of £100 before it, and £50 more than is enough for some. */
    async function setUp(id: string) {
      const calls = partnershipCalls(apiOver(tables), id);
      const group = awardCalls(calls, id);
      await did(calls.create());
      await did(calls.openFund());
      await did(calls.agree({ grossAmount: `${room}50.00`, topSlices: [] }));
      await group.setTerms();
      const meetingId = await group.openMeeting();
      const awardIds = await Promise.all(Array.from({ length: count }, () => group.proposeTo(meetingId)));
      return { calls, meetingId, awardIds };
    }

    it.each(weathers)(`are ${room}, which is what there is money for, in $weather`, async ({ weather, faults }) => {
      const id = `at-once-${weather.length}`;
      const { calls, meetingId, awardIds } = await setUp(id);
      const instances = [0, 1].map(() =>
        awardCalls(partnershipCalls(apiOver(tables, faultySender(tables.client, faults)), id), id),
      );

      const replies = await Promise.all(
        awardIds.map((awardId, place) =>
          sentAgain(() => decideOn(instances[place % 2], awardId, meetingId, `approve-${place}`)),
        ),
      );

      expect(answersOf(replies)).toEqual({ 201: room, [noMoney]: count - room });
      const { fund, awards } = await stated(calls);
      expect(fund).toMatchObject({ closingBalance: '3750.00', committed: '3700.00', uncommitted: '50.00' });
      expect(awards.toSorted()).toEqual(awardIds.filter((_, place) => replies[place]?.status === 201).toSorted());
      const { body: list } = await calls.get('/awards?status=approved&limit=100');
      expect(list.items).toHaveLength(room);
      const { body } = await calls.verify();
      expect(body).toMatchObject({ chainValid: true, balancesMatch: true, trialBalance: '0.00', discrepancies: [] });
    });
  });
}

const decideOn = (instance: AwardCalls | undefined, awardId: string, meetingId: string, key: string) =>
  instance?.decide(awardId, meetingId, { amountApproved: '100.00' }, { ...instance.chair, key });

/** What is answered with 503 is sent again under the same key, as its words ask: on a slow machine, calls run out of time. */
async function sentAgain(send: () => Promise<Reply> | undefined): Promise<Reply | undefined> {
  const reply = await send();
  return reply?.status === 503 ? sentAgain(send) : reply;
}

const noMoney =
  'The uncommitted balance of Partnership fund is £50.00 at the end of 2017/18; this award needs £100.00.';

/** How many were answered how: by their status, or by the words of a refusal. */
function answersOf(replies: readonly (Reply | undefined)[]): Record<string, number> {
  const groups = Map.groupBy(replies, (reply) => (reply?.status === 201 ? '201' : reply?.body.detail));
  return Object.fromEntries([...groups].map(([answer, all]) => [answer, all.length]));
}

/** The fund and the awards, as the year's statement has them. */
async function stated({ statement }: ReturnType<typeof partnershipCalls>) {
  const { body } = await statement();
  const awards: string[] = body.awards.map(({ awardId }: { awardId: string }) => awardId);
  return { fund: body.funds[0], awards };
}
