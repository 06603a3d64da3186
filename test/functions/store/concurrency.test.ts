import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineKind, engineAvailability } from '../../../infra/local/dynamodb.ts';
import { apiOver, type Reply, startTables, type TestTables } from '../../api.ts';
import { partnershipCalls } from '../../partnership.ts';
import { type Faults, faultySender } from './senders.ts';

const engines = ['dynoxide', 'dynamodb-local'] as const satisfies EngineKind[];
const weathers: { weather: string; faults: Faults }[] = [
  { weather: 'in fair weather', faults: {} },
  {
    weather: 'with conflicts, throttles and lost answers',
    faults: { conflicts: 15, throttles: 5, lostAnswers: 15, lostRequests: 5 },
  },
];

for (const kind of engines) {
  const availability = await engineAvailability(kind);
  const why = availability.isAvailable ? '' : ` (skipped: ${availability.why})`;
  describe.skipIf(!availability.isAvailable)(`many at once on ${kind}${why}`, () => {
    let tables: TestTables;
    beforeAll(async () => {
      tables = await startTables(kind);
    });
    afterAll(() => tables.stop());

    describe.each(weathers)('$weather', ({ weather, faults }) => {
      const slug = (name: string): string => `${name}-${weather.length}`;
      /** Two instances of the service that know nothing of each other. */
      const twoInstances = (partnershipId: string) =>
        [0, 1].map(() => partnershipCalls(apiOver(tables, faultySender(tables.client, faults)), partnershipId));

      it('accepts exactly the receipts that there is room for', async () => {
        const id = slug('room');
        const calm = partnershipCalls(apiOver(tables), id);
        await calm.create();
        await calm.openFund();
        const { body: grant } = await calm.agree({ grossAmount: '2000.00', topSlices: [] });
        const instances = twoInstances(id);

        const replies = await Promise.all(
          Array.from({ length: 50 }, (_, place) => instances[place % 2]?.receive(grant.id)),
        );

        const [made, refused] = [201, 409].map((status) => replies.filter((reply) => reply?.status === status));
        expect(statuses(replies)).toEqual({ 201: 20, 409: 30 });
        expect(new Set(refused?.map((reply) => reply?.body.code))).toEqual(new Set(['receipt-exceeds-outstanding']));
        expect(new Set(made?.map((reply) => reply?.body.id)).size).toBe(20);
        const { body: after } = await calm.get(`/grants/${grant.id}`);
        expect(after).toMatchObject({ receivedAmount: '2000.00', outstandingAmount: '0.00' });
        const { body: receipts } = await calm.get(`/grants/${grant.id}/receipts?limit=100`);
        expect(receipts.items).toHaveLength(20);
        expect((await calm.verify()).body).toMatchObject(sound);
      });

      it('records one receipt for one idempotency key, and gives every caller the same answer', async () => {
        const id = slug('same');
        const calm = partnershipCalls(apiOver(tables), id);
        await calm.create();
        await calm.openFund();
        const { body: grant } = await calm.agree();
        const instances = twoInstances(id);
        const receipt = { bankReference: 'EPCC-0001' };

        const replies = await Promise.all(
          Array.from({ length: 10 }, (_, place) => instances[place % 2]?.receive(grant.id, receipt, { key: 'once' })),
        );

        expect(statuses(replies)).toEqual({ 201: 10 });
        expect(new Set(replies.map((reply) => reply?.text)).size).toBe(1);
        const { body: receipts } = await calm.get(`/grants/${grant.id}/receipts`);
        expect(receipts.items).toHaveLength(1);
        expect((await calm.verify()).body).toMatchObject(sound);
      });

      it('loses and doubles nothing that is PUT', async () => {
        const id = slug('put');
        const calm = partnershipCalls(apiOver(tables), id);
        await calm.create();
        const instances = twoInstances(id);

        const replies = await Promise.all(
          Array.from({ length: 10 }, (_, place) =>
            instances[place % 2]?.as({
              method: 'PUT',
              path: `/funders/funder-${place}`,
              body: { names: [{ name: `Funder ${place}` }] },
            }),
          ),
        );

        expect(statuses(replies)).toEqual({ 201: 10 });
        expect((await calm.get('/journal')).body.items).toHaveLength(11);
        expect((await calm.verify()).body).toMatchObject(sound);
      });

      it('never spends the same money twice', async () => {
        const id = slug('spend');
        const calm = partnershipCalls(apiOver(tables), id);
        await calm.create();
        await calm.openFund();
        await calm.agree({ grossAmount: '500.00', topSlices: [] });
        const instances = twoInstances(id);

        const replies = await Promise.all(Array.from({ length: 20 }, (_, place) => instances[place % 2]?.spend()));

        expect(statuses(replies)).toEqual({ 201: 10, 409: 10 });
        const { body: statement } = await calm.statement();
        expect(statement.totals).toMatchObject({ expenditure: '500.00', uncommitted: '0.00' });
        expect((await calm.verify()).body).toMatchObject(sound);
      });
    });
  });
}

const sound = { chainValid: true, balancesMatch: true, trialBalance: '0.00', discrepancies: [] };

function statuses(replies: readonly (Reply | undefined)[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const reply of replies) counts[reply?.status ?? 0] = (counts[reply?.status ?? 0] ?? 0) + 1;
  return counts;
}
