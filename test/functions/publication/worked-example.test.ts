import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api as ExampleApi } from '../../../infra/local/example/api.ts';
import { examples } from '../../../infra/local/example/people.ts';
import { loadExample } from '../../../infra/local/example.ts';
import { type Api, type Call, type Reply, startTables, type TestTables } from '../../api.ts';
import { partnershipCalls } from '../../partnership.ts';
import { checkedApiOver } from '../checked-api.ts';

function loaderOver(api: Api): ExampleApi {
  const call = async (as: { subject: string; groups: readonly string[] }, made: Call): Promise<Reply> => {
    const reply = await api.call({ ...made, subject: as.subject, groups: as.groups });
    if (![200, 201, 404].includes(reply.status)) throw new Error(`${made.path}: ${reply.text}`);
    return reply;
  };
  return {
    exists: async (as, path) => (await call(as, { path })).status === 200,
    list: async (as, path) => (await call(as, { path: `${path}?limit=100` })).body.items,
    put: async (as, path, body) => void (await call(as, { method: 'PUT', path, body })),
    post: async (as, path, key, body) => void (await call(as, { method: 'POST', path, key, body })),
  };
}
describe('x', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    await loadExample(loaderOver(api), examples.maldon, () => undefined);
  });
  afterAll(() => tables.stop());
  it('y', async () => {
    const calls = partnershipCalls(api);
    const md = { headers: { accept: 'text/markdown' } };
    for (const [name, path, more] of [
      ['a.json', '/open-data/360giving.json', {}],
      ['a.csv', '/open-data/transparency.csv?financialYear=2017-18', {}],
      ['a.md', '/reports/member-update?from=2017-04-01&to=2018-03-31', md],
      ['a.html', '/reports/member-update?from=2017-04-01&to=2018-03-31', {}],
      ['b.md', '/reports/member-update?from=2017-10-01&to=2017-12-31', md],
      ['c.md', '/reports/member-update?from=2016-04-01&to=2018-03-31', md],
      ['d.md', '/reports/member-update?from=2015-04-01&to=2016-03-31', md],
    ] as const) {
      const reply = await calls.as({ path, ...more });
      expect(reply.status, reply.text).toBe(200);
      writeFileSync(`/tmp/pub-${name}`, reply.text);
      console.log(name, JSON.stringify(reply.headers));
    }
  });
});
