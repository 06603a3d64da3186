import './quiet-log.ts';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { partnershipCalls } from '../partnership.ts';
import { checkedApiOver } from './checked-api.ts';
import { freshLedger, type Ledger } from './refusals.ts';
import { withoutEvents } from './senders.ts';
import { type StoredItem, storedItems } from './stored.ts';

const secret = 'What nobody else may read.';
const receipt = { amount: '1.00', receivedOn: '2017-05-02', bankReference: 'SECRET-REFERENCE', note: secret };
const anyId = '01932f1c-7a2b-7c3d-8e4f-0123456789ab';

describe('audit events', () => {
  let tables: TestTables;
  let api: Api;
  let ledger: Ledger;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    ledger = await freshLedger(api);
    await ledger.agree({ title: secret });
  });
  afterAll(() => tables.stop());

  /** The events that a call leaves. */
  async function eventsOf(call: Call): Promise<StoredItem[]> {
    const before = new Set((await storedItems(tables, 'events')).map(({ sk }) => sk));
    await api.call(call);
    return (await storedItems(tables, 'events')).filter(({ sk }) => !before.has(sk));
  }

  const officer = (): Partial<Call> => ({ groups: [`${ledger.id}:finance-officer`], subject: 'ben' });
  const auditor = (): Partial<Call> => ({ groups: [`${ledger.id}:auditor`], subject: 'ann' });

  it.each([
    ['the statement', '/years/2017-18/statement', ''],
    ['the statement of a date', '/years/2017-18/statement', 'asOf=2017-10-31&knownAt=3'],
    ['the journal', '/journal', 'limit=1&type=grant-agreed'],
    ['an entry of the journal', '/journal/3', ''],
    ['verification', '/audit/verification', ''],
    ['the awards', '/awards', 'status=draft'],
    ['the meetings', '/meetings', 'limit=10'],
  ])('tell who read %s and when, once', async (_, path, query) => {
    const events = await eventsOf(ledger.to('GET', `${path}${query && `?${query}`}`, undefined, auditor()));

    expect(events).toEqual([
      {
        pk: `P#${ledger.id}#E#${new Date().toISOString().slice(0, 7)}`,
        sk: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z#[0-9a-f-]{36}$/),
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        kind: 'read',
        operation: expect.stringMatching(/^GET \/v1\/partnerships\/\{partnershipId\}\//),
        path: `${ledger.base}${path}`,
        query,
        by: { subject: 'ann' },
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
  });

  it.each([
    ['by role', 403, 'forbidden', () => ledger.to('POST', '/shared-funds', receipt, auditor())],
    [
      'by partnership',
      403,
      'forbidden',
      () => ledger.to('POST', '/shared-funds', receipt, { groups: ['dengie:finance-officer'] }),
    ],
    ['for what is not there', 404, 'not-found', () => ledger.to('POST', `/grants/${anyId}/receipts`, receipt)],
    [
      'by a rule',
      409,
      'already-exists',
      () =>
        ledger.to('POST', '/funds', {
          id: 'partnership-fund',
          name: secret,
          restriction: 'unrestricted',
          nature: 'revenue',
        }),
    ],
    [
      'since the interest is somebody else’s',
      403,
      'forbidden',
      () =>
        ledger.to(
          'POST',
          `/meetings/${anyId}/interests`,
          { awardId: anyId, subject: secret, nature: secret },
          officer(),
        ),
    ],
    ['of an award', 404, 'not-found', () => ledger.to('POST', `/awards/${anyId}/withdrawal`, { reason: secret })],
    [
      'for what was read',
      412,
      'revision-mismatch',
      () => ledger.to('PUT', '/funders/essex-pcc', { names: [{ name: secret }] }, { headers: { 'if-match': '"r1"' } }),
    ],
  ])('tell who was refused %s (%i), once, and not what was in the request', async (_, status, code, call) => {
    const events = await eventsOf(call());

    expect(events).toMatchObject([
      { kind: 'refused', code, path: call().path, by: { subject: expect.any(String) }, requestId: expect.any(String) },
    ]);
    expect((await api.call(call())).status).toBe(status);
    expect(JSON.stringify(events)).not.toMatch(/nobody else|SECRET/);
  });

  it('tell of a key that was used for something else', async () => {
    await ledger.post(
      '/funds',
      { id: 'one', name: 'One', restriction: 'unrestricted', nature: 'revenue' },
      { key: 'used' },
    );

    const events = await eventsOf(
      ledger.to(
        'POST',
        '/funds',
        { id: 'two', name: secret, restriction: 'unrestricted', nature: 'revenue' },
        { key: 'used' },
      ),
    );

    expect(events).toMatchObject([{ kind: 'refused', code: 'idempotency-key-reused' }]);
    expect(JSON.stringify(events)).not.toContain('nobody else');
  });

  it('of a partnership that was to be created stand with the platform', async () => {
    const events = await eventsOf({
      method: 'POST',
      path: '/v1/partnerships',
      body: { id: secret },
      groups: ['maldon:chair'],
    });

    expect(events).toMatchObject([{ pk: expect.stringMatching(/^P#platform#E#/), kind: 'refused', code: 'forbidden' }]);
  });

  it('are left by reading any of a partnership’s books, and not by what was done or only tried dry', async () => {
    const fund = { id: 'another', name: 'Another', restriction: 'unrestricted', nature: 'revenue' };

    const done = [
      ...(await eventsOf(ledger.to('POST', '/funds', fund))),
      ...(await eventsOf(ledger.to('POST', '/funds?dryRun=true', fund))),
    ];
    const read = [
      ...(await eventsOf(ledger.to('GET', '/funds'))),
      ...(await eventsOf(ledger.to('GET', '/grants'))),
      ...(await eventsOf(ledger.to('GET', ''))),
    ];

    expect(done).toEqual([]);
    expect(read).toMatchObject([{ kind: 'read' }, { kind: 'read' }, { kind: 'read' }]);
  });

  it.each([
    ['a strange error', new Error(`the table ${secret} is gone`)],
    ['a throttle', Object.assign(new Error('slow'), { name: 'ProvisionedThroughputExceededException' })],
    ['a broken connection', Object.assign(new Error('reset'), { code: 'ECONNRESET' })],
  ])('that cannot be written for %s leave a read unanswered: 503 with Retry-After', async (_, error) => {
    const deaf = partnershipCalls(checkedApiOver(tables, withoutEvents(tables, error)), ledger.id);

    const replies = await Promise.all(
      [
        '/years/2017-18/statement',
        '/years/2017-18/statement?knownAt=3',
        '/journal',
        '/journal/3',
        '/audit/verification',
      ].map((path) => deaf.get(path)),
    );

    expect(replies.map(({ status, headers, body }) => [status, headers['retry-after'], body.code])).toEqual(
      replies.map(() => [503, '1', 'unavailable']),
    );
    expect(replies.map(({ text }) => text).join()).not.toMatch(/nobody else|14235/);
  });

  it('that cannot be written keep nobody from being refused, or from recording', async () => {
    const deaf = partnershipCalls(checkedApiOver(tables, withoutEvents(tables, new Error('no'))), ledger.id);

    const refused = await deaf.openFund('partnership-fund');
    const [read, done] = [await deaf.get('/funds'), await deaf.openFund('yet-another')];

    expect([refused.status, read.status, done.status]).toEqual([409, 503, 201]);
  });
});
