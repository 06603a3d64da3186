import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../api.ts';
import { checkedApiOver } from './checked-api.ts';
import { freshLedger, type Ledger } from './refusals.ts';

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('what a reader accepts', () => {
  let tables: TestTables;
  let api: Api;
  let ledger: Ledger;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    ledger = await freshLedger(api);
  });
  afterAll(() => tables.stop());

  it.each([
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['application/json; charset=utf-8', 'application/json'],
    ['text/csv; charset=utf-8', 'text/csv'],
    ['text/csv;header=present;q=0.5, application/pdf;q=0.4', 'text/csv'],
    ['text/csv; q=0.4, application/pdf; q=0.5', 'application/pdf'],
    ['text/*', 'text/csv'],
    ['application/json;q=0, text/html', 'text/html'],
    [sheet, sheet],
  ])('of a statement as “%s” is answered with %s', async (accept, type) => {
    const call = ledger.to('GET', '/years/2017-18/statement', undefined, { headers: { accept } });

    const { status, headers } = await api.call(call);

    expect([status, headers['content-type']?.split(';')[0], headers['vary']]).toEqual([200, type, 'Accept']);
  });

  it.each(['image/png', 'text/plain; charset=utf-8', 'application/json;q=0', 'nonsense'])(
    'as “%s” is refused with 406',
    async (accept) => {
      const { status } = await api.call(
        ledger.to('GET', '/years/2017-18/statement', undefined, { headers: { accept } }),
      );

      expect(status).toBe(406);
    },
  );
});
