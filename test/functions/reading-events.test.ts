import './quiet-log.ts';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditEvent, recordEvent } from '../../functions/store/events.ts';
import { type Api, type Reply, startTables, type TestTables } from '../api.ts';
import { checkedApiOver } from './checked-api.ts';
import { freshLedger, type Ledger } from './refusals.ts';

type Shown = Pick<AuditEvent, 'kind' | 'path' | 'at'> & { readonly code?: string };

describe('reading the audit events', () => {
  let tables: TestTables;
  let api: Api;
  let ledger: Ledger;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  const auditor = () => ({ groups: [`${ledger.id}:auditor`], subject: 'ann' });
  const events = (query = ''): Promise<Reply> =>
    api.call(ledger.to('GET', `/audit/events${query}`, undefined, auditor()));
  const paths = ({ body }: Reply): string[] => body.items.map(({ path }: Shown) => path.replace(ledger.base, ''));

  it('shows who read what and who was refused what, the newest first, this reading included the next time', async () => {
    ledger = await freshLedger(api);
    await ledger.statement();
    await ledger.openFund('partnership-fund');

    const first = await events();
    const second = await events();

    expect(first.body.items).toMatchObject([
      {
        kind: 'refused',
        code: 'already-exists',
        operation: 'POST /v1/partnerships/{partnershipId}/funds',
        by: { subject: 'officer' },
      },
      {
        kind: 'read',
        path: `${ledger.base}/years/2017-18/statement`,
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
    expect(paths(second)).toEqual(['/audit/events', ...paths(first)]);
  });

  it('is itself recorded, also where it is refused', async () => {
    ledger = await freshLedger(api);

    const refused = await ledger.get('/audit/events');

    expect(refused.status).toBe(403);
    expect((await events()).body.items).toMatchObject([
      { kind: 'refused', code: 'forbidden', path: `${ledger.base}/audit/events` },
    ]);
  });

  it('goes on from page to page, over months without any', async () => {
    ledger = await freshLedger(api);
    const hence = (months: number): number => Date.now() + months * 31 * 86_400_000;
    const later: Api = checkedApiOver(tables, undefined, { now: () => hence(5) });
    for (const [place, months] of [0, 0, 1, 4, 4, 4].entries()) {
      const event = {
        kind: 'read',
        operation: 'GET /x',
        path: `/${place}`,
        query: '',
        by: { subject: 'ann' },
        requestId: 'r',
      } as const;
      await recordEvent(
        api.deps.database,
        { ...event, partnershipId: ledger.id },
        hence(months) + place,
        `id-${place}`,
      );
    }
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const call = ledger.to(
        'GET',
        `/audit/events?limit=2&to=2999-12-31${cursor && `&cursor=${cursor}`}`,
        undefined,
        auditor(),
      );
      const { body }: Reply = await later.call(call);
      seen.push(...body.items.map(({ path }: Shown) => path).filter((path: string) => /^\/\d$/.test(path)));
      cursor = body.nextCursor;
    }

    expect(seen).toEqual(['/5', '/4', '/3', '/2', '/1', '/0']);
  });

  it('shows one kind, and certain days', async () => {
    ledger = await freshLedger(api);
    await ledger.statement();
    await ledger.openFund('partnership-fund');
    const today = new Date().toISOString().slice(0, 10);

    expect((await events('?kind=refused')).body.items.map(({ kind }: Shown) => kind)).toEqual(['refused']);
    expect((await events('?kind=read')).body.items.length).toBeGreaterThan(0);
    expect((await events(`?from=${today}&to=${today}`)).body.items.length).toBeGreaterThan(2);
    expect((await events('?from=2099-01-01')).body.items).toEqual([]);
    expect((await events('?to=2017-10-06')).body.items).toEqual([]);
  });

  it('takes no cursor but its own', async () => {
    ledger = await freshLedger(api);
    await ledger.statement();
    await ledger.statement();
    const cursor: string = (await events('?limit=1')).body.nextCursor;
    const other = (await ledger.get('/journal?limit=1')).body.nextCursor;

    const refused = [
      await events(`?cursor=${other}`),
      await events(`?cursor=${cursor}A`),
      await events(`?kind=read&cursor=${cursor}`),
    ];

    expect(refused.map(({ status, body }) => [status, body.errors[0].pointer])).toEqual(
      refused.map(() => [400, '/query/cursor']),
    );
    expect((await events(`?limit=1&cursor=${cursor}`)).status).toBe(200);
  });

  it('shows nothing of another partnership', async () => {
    const other = await freshLedger(api);
    await other.statement();
    ledger = await freshLedger(api);

    const { text } = await events();

    expect(text).not.toContain(other.id);
  });
});
