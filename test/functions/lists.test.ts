import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationName, operations } from '../../functions/operations.ts';
import { type Api, type Reply, startTables, type TestTables } from '../api.ts';
import { did } from '../award-calls.ts';
import { partnershipCalls } from '../partnership.ts';
import { checkedApiOver } from './checked-api.ts';
import { completeBodies } from './complete-bodies.ts';
import { makeAwards } from './listed-awards.ts';
import { setUp } from './valid-calls.ts';

/**
 * All but the audit events, which grow by every reading: `reading-events.test.ts` pages through those. And the years, of
 * which there are so few that they come at once.
 */
type ListName = Exclude<Extract<OperationName, `list${string}`>, 'listAuditEvents' | 'listYears'>;

/** Every list, with how many things stand in it; `{grant}` is the grant that has most. */
const lists = {
  listPartnerships: { path: '/v1/partnerships', count: 4 },
  listTermsOfReference: { path: '/terms-of-reference', count: 6 },
  listFunders: { path: '/funders', count: 5 },
  listFunds: { path: '/funds', count: 5 },
  listGrants: { path: '/grants', count: 6 },
  listReceipts: { path: '/grants/{grant}/receipts', count: 5 },
  listTopSlices: { path: '/grants/{grant}/top-slices', count: 4 },
  listVariations: { path: '/grants/{grant}/variations', count: 3 },
  listExpenditure: { path: '/expenditure', count: 5 },
  listSharedFunds: { path: '/shared-funds', count: 3 },
  listMeetings: { path: '/meetings', count: 5 },
  listAwards: { path: '/awards', count: 6 },
  listEntries: { path: '/journal', count: 62 },
  listStatements: { path: '/years/2010-11/statements', count: 2 },
} satisfies Record<ListName, { readonly path: string; readonly count: number }>;

/** Lists that can be filtered, and two filters of each that go together. */
const filters = [
  { path: '/journal', filter: 'financialYear=2017-18', other: 'financialYear=2016-17', more: 'type=grant-agreed' },
  { path: '/awards', filter: 'status=draft', other: 'status=approved', more: 'priority=road-safety' },
];

const names = Object.keys(lists) as ListName[];
const filtered = [
  { path: '/grants', filter: 'financialYear=2016-17', count: 3 },
  { path: '/grants', filter: 'financialYear=1999-00', count: 0 },
  { path: '/awards', filter: 'status=draft', count: 2 },
  { path: '/awards', filter: 'status=approved', count: 1 },
  { path: '/awards', filter: 'status=closed', count: 0 },
  { path: '/awards', filter: 'meetingId={meeting}', count: 3 },
  { path: '/awards', filter: 'fundId=fund-c', count: 2 },
  { path: '/awards', filter: 'priority=road-safety', count: 3 },
  { path: '/awards', filter: 'priority=rural-crime', count: 1 },
  { path: '/awards', filter: 'status=draft&fundId=fund-c&priority=road-safety', count: 1 },
  { path: '/awards', filter: 'meetingId={meeting}&status=submitted', count: 1 },
  { path: '/journal', filter: 'type=receipt-recorded', count: 5 },
  { path: '/journal', filter: 'fundId=fund-b', count: 1 },
  { path: '/journal', filter: 'financialYear=2016-17', count: 6 },
  { path: '/journal', filter: 'financialYear=2017-18&type=grant-agreed', count: 3 },
  { path: '/journal', filter: 'fundId=nothing', count: 0 },
];

describe('a list', () => {
  let tables: TestTables;
  let api: Api;
  let grantId: string;
  let meetingId: string;
  const calls = () => partnershipCalls(api);
  const everything = ['maldon', 'dengie', 'a-first', 'z-last'].map((id) => `${id}:finance-officer`);
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    for (const id of ['z-last', 'dengie', 'a-first']) await setUp(api, id);
    grantId = await fill();
    meetingId = await makeAwards(calls(), ['partnership-fund', 'fund-c']);
  });
  afterAll(() => tables.stop());

  async function fill(): Promise<string> {
    const { create, openFund, agree, receive, spend, post, as } = calls();
    await create();
    for (const fundId of ['partnership-fund', 'fund-d', 'fund-b', 'fund-a', 'fund-c']) await openFund(fundId);
    const { body: grant } = await agree({ topSlices: [{ purpose: 'dhr', amount: '1708.00' }] });
    for (let place = 0; place < 5; place += 1) {
      const year = place % 2 === 0 ? '2016-17' : '2017-18';
      await agree({ financialYear: year, funder: { id: `funder-${4 - (place % 4)}`, name: 'Another funder' } });
      await receive(grant.id);
      await spend();
      const path = `/terms-of-reference/201${place}-04-01`;
      await as({ method: 'PUT', path, body: { quorum: 2 }, groups: ['platform:administrator'] });
    }
    for (let place = 0; place < 3; place += 1) {
      const dated = { reference: `${place}`, reason: 'A reason' };
      await post(`/grants/${grant.id}/top-slices`, {
        purpose: 'x',
        amount: '1.00',
        notifiedOn: '2017-06-01',
        reference: 'x',
      });
      await post(`/grants/${grant.id}/variations`, { ...dated, effectiveOn: '2017-06-01', underspend: 'return' });
      await post('/shared-funds', sharedFund);
    }
    await certifyTwice();
    return grant.id;
  }

  /** A year before everything else, so that there is nothing to dispose of. */
  async function certifyTwice(): Promise<void> {
    const { post, statement } = calls();
    const path = (what: string) => `/years/2010-11/${what}`;
    const chief = { groups: ['maldon:chief-finance-officer'], subject: 'treasurer' };
    const certify = async () => {
      const { statementHash } = (await statement('', '2010-11')).body;
      await did(post(path('certification'), { statementHash, name: 'A. Treasurer', role: 'Treasurer' }, chief));
    };
    await did(post(path('closing'), { disposals: [] }));
    await certify();
    await did(post(path('reopening'), { reason: 'A forgotten note.' }, chief));
    await did(post(path('closing'), { disposals: [] }));
    await certify();
  }

  const read = (path: string, query: string, groups = everything): Promise<Reply> => {
    const whole = path.startsWith('/v1') ? path : calls().base + path;
    const asked = `${whole}?${query}`.replace('{grant}', grantId).replace('{meeting}', meetingId);
    return api.call({ path: asked, groups });
  };

  async function pages(path: string, limit: number, filter = ''): Promise<Reply['body'][][]> {
    const all: Reply['body'][][] = [];
    for (let cursor = ''; ; ) {
      const { status, body } = await read(
        path,
        `${filter && `${filter}&`}limit=${limit}${cursor && `&cursor=${cursor}`}`,
      );
      if (status !== 200) throw new Error(JSON.stringify(body));
      all.push(body.items);
      if (body.nextCursor === null) return all;
      cursor = body.nextCursor;
    }
  }

  it('is an operation whose name begins so', () => {
    const paged = Object.entries(operations).filter(
      ([, { answer }]) => 'nextCursor' in ((answer.schema as { shape?: object }).shape ?? {}),
    );

    expect(paged.map(([name]) => name).toSorted()).toEqual([...names, 'listAuditEvents'].toSorted());
  });

  describe.each(names)('%s', (name) => {
    const { path, count } = lists[name];

    it('gives everything exactly once in the same order, whatever the limit', async () => {
      const [whole = []] = await pages(path, 100);

      for (const limit of [1, 2, 3, 5, count - 1, count, count + 1]) {
        const found = await pages(path, limit);
        expect(found.flat()).toEqual(whole);
        expect(found.slice(0, -1).every((page) => page.length === limit)).toBe(true);
      }
      expect(whole).toHaveLength(count);
      expect(new Set(whole.map((item) => JSON.stringify(item))).size).toBe(count);
    });

    it('takes no cursor but its own', async () => {
      const { body } = await read(path, 'limit=1');
      const cursor: string = body.nextCursor;
      const others = names.filter((other) => other !== name);
      const otherPartnership = path.replace('{grant}', grantId).replace(/^\//, '/v1/partnerships/dengie/');
      const forged = [
        ...[0, 20, 42, 43, -1].map(
          (at) =>
            cursor.slice(0, at < 0 ? -1 : at) +
            (cursor.at(at) === 'A' ? 'B' : 'A') +
            cursor.slice(at < 0 ? cursor.length : at + 1),
        ),
        `${cursor}A`,
        cursor.slice(0, -4),
        cursor.slice(0, 43),
        cursor.toLowerCase(),
        `${cursor}%3D`,
      ];

      const refused = await Promise.all([
        ...others.map((other) => read(lists[other].path, `cursor=${cursor}`)),
        ...(path.startsWith('/v1') ? [] : [read(otherPartnership, `cursor=${cursor}`)]),
        ...forged.map((one) => read(path, `cursor=${one}`)),
      ]);

      expect(new Set(refused.map(said))).toEqual(new Set(['400 /query/cursor']));
    });

    it('takes its own cursor with another limit, and as often as wanted', async () => {
      const { body: first } = await read(path, 'limit=1');

      const [one, same] = [
        await read(path, `limit=2&cursor=${first.nextCursor}`),
        await read(path, `limit=2&cursor=${first.nextCursor}`),
      ];

      expect(one.status).toBe(200);
      expect(same.text).toBe(one.text);
    });
  });

  it.each(filtered)('of $path with $filter gives the $count that it should', async ({ path, filter, count }) => {
    const [whole = []] = await pages(path, 100, filter);

    expect(whole).toHaveLength(count);
    for (const limit of [1, 2, 3]) expect((await pages(path, limit, filter)).flat()).toEqual(whole);
  });

  it.each(filters)('takes no cursor of $path with other filters', async ({ path, filter, other, more }) => {
    const { body } = await read(path, `limit=1&${filter}`);
    const cursor = `cursor=${body.nextCursor}`;

    const refused = await Promise.all([
      read(path, cursor),
      read(path, `${cursor}&${other}`),
      read(path, `${cursor}&${filter}&${more}`),
    ]);

    expect(refused.map(said)).toEqual(['400 /query/cursor', '400 /query/cursor', '400 /query/cursor']);
    expect((await read(path, `${cursor}&${filter}`)).status).toBe(200);
  });

  it('gives 50 where no limit is given, and at most 100', async () => {
    const many = partnershipCalls(api, 'dengie');
    for (let place = 0; place < 110; place += 1) await many.post('/shared-funds', sharedFund);

    const sizes = await Promise.all(
      ['', '?limit=100'].map(async (query) => (await many.get(`/shared-funds${query}`)).body.items.length),
    );

    expect(sizes).toEqual([50, 100]);
  });

  it.each(['/grants', '/journal'])('of %s gives no more at once than can be answered', async (path) => {
    const big = partnershipCalls(api, 'z-last');
    const conditions = Array.from({ length: 50 }, (_, place) => `${place} ${'é'.repeat(1990)}`);
    for (let place = 0; place < 12; place += 1) await big.agree({ fundId: 'slug-funded', conditions });

    const sizes: number[] = [];
    const found: string[] = [];
    for (let cursor = ''; ; ) {
      const { text, body } = await big.get(`${path}?limit=100${cursor && `&cursor=${cursor}`}`);
      sizes.push(Buffer.byteLength(text));
      found.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.nextCursor === null) break;
      cursor = body.nextCursor;
    }

    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThan(3_000_000);
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThanOrEqual(12);
  });

  it('goes on where it was, also after something was added', async () => {
    const { body: first } = await read('/shared-funds', 'limit=2');
    await calls().post('/shared-funds', sharedFund);

    const { body: rest } = await read('/shared-funds', `cursor=${first.nextCursor}`);

    expect([...first.items, ...rest.items]).toHaveLength(4);
  });
});

const said = ({ status, body }: Reply): string => `${status} ${body.errors?.[0]?.pointer}`;

const sharedFund = { ...completeBodies.noteSharedFund, funder: { id: 'essex-pcc', name: 'Essex PCC' } };
