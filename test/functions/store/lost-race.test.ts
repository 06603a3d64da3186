import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOver, type Sender, startTables, type TestTables } from '../../api.ts';
import { partnershipCalls } from '../../partnership.ts';

type Send = (command: unknown) => Promise<unknown>;
const nameOf = (command: unknown): string => (command as object).constructor.name;

describe('what happens between deciding and writing', () => {
  let tables: TestTables;
  beforeAll(async () => {
    tables = await startTables();
  });
  afterAll(() => tables.stop());

  const senderOf = (send: Send): Sender => ({ send }) as unknown as Sender;
  const through: Send = (command) => (tables.client.send as Send)(command);
  async function setUp(id: string) {
    const calm = partnershipCalls(apiOver(tables), id);
    await calm.create();
    await calm.openFund();
    await calm.agree({ grossAmount: '100.00', topSlices: [] });
    return calm;
  }

  it('a lost race to create a thing by PUT is 412', async () => {
    const calm = await setUp('race');
    const put = { method: 'PUT', path: '/funders/both', body: { names: [{ name: 'Both' }] } } as const;
    let isFirst = true;
    const slow = senderOf(async (command) => {
      if (nameOf(command) === 'TransactWriteCommand' && isFirst) {
        isFirst = false;
        await calm.as(put);
      }
      return through(command);
    });

    const late = await partnershipCalls(apiOver(tables, slow), 'race').as(put);

    expect([late.status, late.body.code]).toEqual([412, 'revision-mismatch']);
  });

  it('a transaction that lands late is answered as done, and not refused by its own effect', async () => {
    const calm = await setUp('late');
    let held: unknown;
    let isFirst = true;
    const late = senderOf(async (command) => {
      if (nameOf(command) === 'TransactWriteCommand' && isFirst) {
        isFirst = false;
        held = command;
        throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
      }
      // After the head was read again, and before the fund is.
      if (nameOf(command) === 'QueryCommand' && held !== undefined) {
        const landing = held;
        held = undefined;
        await through(landing);
      }
      return through(command);
    });

    const { status } = await partnershipCalls(apiOver(tables, late), 'late').spend({ amount: '80.00' });

    expect(status).toBe(201);
    expect((await calm.get('/expenditure')).body.items).toHaveLength(1);
    expect((await calm.verify()).body).toMatchObject({ chainValid: true, balancesMatch: true });
  });
});
