import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiOver, startTables, type TestTables } from '../../api.ts';
import { partnershipCalls } from '../../partnership.ts';
import { distantSender } from './senders.ts';

describe('fifty instances at once, as Lambda runs them', () => {
  let tables: TestTables;
  beforeAll(async () => {
    tables = await startTables();
  });
  afterAll(() => tables.stop());

  it('accept exactly the receipts that there is room for, and answer everybody', async () => {
    const calm = partnershipCalls(apiOver(tables));
    await calm.create();
    await calm.openFund();
    const { body: grant } = await calm.agree({ grossAmount: '2000.00', topSlices: [] });
    const instances = Array.from({ length: 50 }, () =>
      partnershipCalls(apiOver(tables, distantSender(tables.client, 5))),
    );

    const replies = await Promise.all(instances.map((instance) => instance.receive(grant.id)));

    const codes = replies.map(({ status, body }) => (status === 201 ? 'made' : body.code)).toSorted();
    expect(codes).toEqual([
      ...Array.from({ length: 20 }, () => 'made'),
      ...Array.from({ length: 30 }, () => 'receipt-exceeds-outstanding'),
    ]);
    expect((await calm.verify()).body).toMatchObject({ chainValid: true, balancesMatch: true, discrepancies: [] });
  });
});
