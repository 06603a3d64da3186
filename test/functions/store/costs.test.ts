import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOver, startTables, type TestTables } from '../../api.ts';
import { initiative } from '../../award-calls.ts';
import { partnershipCalls } from '../../partnership.ts';
import { type Cost, countingSender } from './senders.ts';

describe('what operations cost in requests and capacity', () => {
  let tables: TestTables;
  beforeAll(async () => {
    tables = await startTables();
  });
  afterAll(() => tables.stop());

  it('is the same for a statement of today at 10 and at 1,000 entries', async () => {
    const counting = countingSender(tables.client);
    const calls = partnershipCalls(apiOver(tables, counting.sender), 'statement');
    await calls.create();
    await calls.openFund();
    const { body: grant } = await calls.agree();
    for (let entry = 4; entry <= 10; entry += 1) await calls.receive(grant.id, { amount: '0.01' });
    counting.taken();

    const early = await calls.statement();
    const costEarly = withoutEvent(counting.taken());
    for (let entry = 11; entry <= 1000; entry += 1) await calls.receive(grant.id, { amount: '0.01' });
    counting.taken();
    const late = await calls.statement();
    const costLate = withoutEvent(counting.taken());

    expect([early.body.knownAt, late.body.knownAt]).toEqual([10, 1000]);
    expect(late.body.totals.received).toBe('9.97');
    expect(costLate).toEqual(costEarly);
    expect(costLate.length).toBeLessThanOrEqual(4);
  });

  it('is the same for the list of years at 3 entries and at 200, half of them awards', async () => {
    const counting = countingSender(tables.client);
    const calls = partnershipCalls(apiOver(tables, counting.sender), 'years');
    await calls.create();
    await calls.openFund();
    const { body: grant } = await calls.agree();
    const read = async () => {
      counting.taken();
      const { status, body } = await calls.get('/years');
      return { status, years: body.items.length, costs: withoutEvent(counting.taken()) };
    };

    const early = await read();
    for (let entry = 4; entry <= 100; entry += 1) await calls.receive(grant.id, { amount: '0.01' });
    for (let entry = 101; entry <= 200; entry += 1) await calls.post('/awards', initiative);
    const late = await read();

    expect(late).toEqual(early);
    expect([late.status, late.years, late.costs.length]).toEqual([200, 2, 4]);
  });

  it('is two reads and one transaction for a receipt, an expenditure and a top-slice', async () => {
    const counting = countingSender(tables.client);
    const calls = partnershipCalls(apiOver(tables, counting.sender), 'receipt');
    await calls.create();
    await calls.openFund();
    const { body: grant } = await calls.agree();
    const topSlice = { purpose: 'dhr', amount: '1.00', notifiedOn: '2017-05-01', reference: 'L2' };
    const acts = {
      receipt: () => calls.receive(grant.id, { note: 'Illustrative' }),
      expenditure: () => calls.spend(),
      topSlice: () => calls.post(`/grants/${grant.id}/top-slices`, topSlice),
    };

    for (const [name, act] of Object.entries(acts)) {
      counting.taken();
      const { status } = await act();
      const commands = counting.taken().map(({ command }) => command);

      expect([name, status, commands]).toEqual([
        name,
        201,
        ['TransactGetCommand', 'QueryCommand', 'TransactWriteCommand'],
      ]);
    }
  });
});

const withoutEvent = (costs: readonly Cost[]): Cost[] => costs.filter(({ command }) => command !== 'PutCommand');
