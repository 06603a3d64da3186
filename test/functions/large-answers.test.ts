import './quiet-log.ts';

import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryNoteId } from '../../domain/ledger/records.ts';
import { DocumentStore } from '../../functions/documents/document-store.ts';
import type { Answer, Event } from '../../functions/http/bound.ts';
import { asProblem, chain } from '../../functions/http/chain.ts';
import { withinLimit } from '../../functions/http/large-answer.ts';
import { recordItem } from '../../functions/store/items.ts';
import { type Api, type Reply, startTables, type TestTables } from '../api.ts';
import { checkedApiOver } from './checked-api.ts';
import { freshLedger, type Ledger } from './refusals.ts';
import { storedItems } from './stored.ts';

const limit = 4_000_000;

describe('an answer of more than 4 MB', () => {
  let tables: TestTables;
  let api: Api;
  let ledger: Ledger;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    ledger = await freshLedger(api);
    await note(800);
  });
  afterAll(() => tables.stop());

  /** Long notes, as many commands would leave them: what a statement is longest of. */
  async function note(count: number): Promise<void> {
    const common = { type: 'shared-fund-noted', financialYear: '2017-18', effectiveOn: '2017-06-01' };
    const items = Array.from({ length: count }, (_, place) => {
      const sequence = 1000 + place;
      const value = { ...common, sequence, note: `${sequence} ${'“€”'.repeat(660)}` };
      return recordItem(ledger.id, { type: 'entryNote', id: entryNoteId('2017-18', sequence), value });
    });
    for (let from = 0; from < count; from += 25) {
      const requests = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
      await tables.client.send(new BatchWriteCommand({ RequestItems: { [tables.names.records]: requests } }));
    }
  }

  const get = (headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
    ledger.as({ path: '/years/2017-18/statement', headers });

  it('is a link, which gives the same bytes as what they are', async () => {
    const reply = await get();

    expect(reply.status).toBe(303);
    expect(reply.headers).toEqual({
      location: expect.stringMatching(/^http:/),
      vary: 'Accept',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(reply.text).toBe('');
    const response = await fetch(reply.headers['location'] ?? '');
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="statement.json"');
    expect(Buffer.byteLength(text)).toBeGreaterThan(limit);
    const { notes, ...rest } = JSON.parse(text);
    expect(notes).toHaveLength(800);
    expect(rest).toMatchObject({ financialYear: '2017-18', partnershipId: ledger.id });
    expect(await (await fetch((await get()).headers['location'] ?? '')).text()).toBe(text);
  });

  it('may be in another form, under its own name', async () => {
    const { status, headers } = await get({ accept: 'text/csv' });

    const response = await fetch(headers['location'] ?? '');

    expect(status).toBe(303);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(limit);
  });

  it('is recorded as a read', async () => {
    const count = async () => (await storedItems(tables, 'events')).filter(({ kind }) => kind === 'read').length;
    const before = await count();

    await get();

    expect(await count()).toBe(before + 1);
  });

  it('is put aside under the partnership’s name', async () => {
    const { pathname } = new URL((await get()).headers['location'] ?? '');

    expect(pathname).toMatch(new RegExp(`/answers/${ledger.id}/[0-9a-f-]{36}$`));
  });

  it('is a fault of ours where the function has no place to put it', async () => {
    const documents = new DocumentStore(tables.storage.client, {
      archive: 'archive',
      get answers(): string {
        throw new Error('this function has no ANSWERS_BUCKET');
      },
    });
    const reply = await checkedApiOver(tables, tables.client, { documents }).call({
      path: `${ledger.base}/years/2017-18/statement`,
      groups: [`${ledger.id}:auditor`],
    });

    expect([reply.status, reply.body.code]).toEqual([500, 'internal-error']);
  });
});

describe('the limit of an answer', () => {
  const event = { rawPath: '/v1/partnerships/maldon/years/2017-18/statement', pathParameters: {} } as Event;
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  const limited = (body: unknown): Promise<Answer> => withinLimit({ status: 200, body }, event, api.deps);

  it.each([
    ['text', 'x'.repeat(limit), 'x'.repeat(limit + 1)],
    ['text in bytes, not in characters', '€'.repeat(limit / 3), '€'.repeat(limit / 3 + 1)],
    ['bytes', Buffer.alloc(limit), Buffer.alloc(limit + 1)],
    ['what is yet to be written as JSON', ['x'.repeat(limit - 4)], ['x'.repeat(limit - 3)]],
  ])('counts %s', async (_, fitting, longer) => {
    expect((await limited(fitting)).status).toBe(200);
    expect((await limited(longer)).status).toBe(303);
  });
});

describe('an answer as Lambda hands it on', () => {
  const sixMegabytes = 6 * 1024 * 1024;
  const handedOn = async (body: unknown) => chain(async () => ({ status: 200, body }))({} as Event, {} as Context);

  it.each([
    ['text of quotes', '"'.repeat(limit)],
    ['text of quotes that is just not long', '"'.repeat(3_000_000)],
    ['bytes', Buffer.alloc(limit, 1)],
  ])('is no more than that takes, of the longest %s, and says the same', async (_, body) => {
    const result = await handedOn(body);

    expect(Buffer.byteLength(JSON.stringify(result))).toBeLessThan(sixMegabytes);
    const sent = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
    expect(sent.equals(Buffer.from(body))).toBe(true);
  });
});

describe('storage that fails', () => {
  const named = (name: string, httpStatusCode: number) =>
    Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });

  it.each([
    ['is busy', named('SlowDown', 503), 503],
    ['has a fault of its own', named('InternalError', 500), 503],
    ['is written to by another at the same moment', named('ConditionalRequestConflict', 409), 503],
    ['took too long to receive', named('RequestTimeout', 400), 503],
    ['has too many jobs', named('TooManyRequestsException', 429), 503],
    ['is not reached', Object.assign(new Error('reset'), { code: 'ECONNRESET' }), 503],
    ['does not let us', named('AccessDenied', 403), 500],
    ['has lost what was kept', named('NoSuchKey', 404), 500],
  ])('because it %s is answered %#', (_, error, status) => {
    expect(asProblem(error).document.status).toBe(status);
  });
});
