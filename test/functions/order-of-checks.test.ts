import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { partnershipCalls } from '../partnership.ts';
import { checkedApiOver } from './checked-api.ts';

type Fault = { readonly status: number; readonly make: (call: Call) => Call };

const withBody = (call: Call, more: object): Call => ({ ...call, body: { ...(call.body as object), ...more } });
const withHeader = (call: Call, name: string, value: string): Call => ({
  ...call,
  headers: { ...call.headers, [name]: value },
});

const noToken: Fault = { status: 401, make: (call) => ({ ...call, claims: {} }) };
const outsider: Fault = { status: 403, make: (call) => ({ ...call, groups: ['dengie:finance-officer'] }) };
const tooLarge: Fault = { status: 413, make: (call) => withBody(call, { padding: 'x'.repeat(257 * 1024) }) };
const noJson: Fault = { status: 415, make: (call) => withHeader(call, 'content-type', 'text/plain') };
const notAcceptable: Fault = { status: 406, make: (call) => withHeader(call, 'accept', 'text/html') };
const noKey: Fault = { status: 428, make: (call) => ({ ...call, key: '(none)' }) };
const unknownMember: Fault = { status: 400, make: (call) => withBody(call, { unknown: 1 }) };
const unknownQuery: Fault = { status: 400, make: (call) => ({ ...call, path: `${call.path}?unknown=1` }) };
const usedKey: Fault = { status: 422, make: (call) => (call.key === '(none)' ? call : { ...call, key: 'used' }) };
const noSuchGrant: Fault = {
  status: 404,
  make: (call) => ({ ...call, path: call.path.replace(/[0-9a-f-]{36}/, '01932f1c-7a2b-7c3d-8e4f-0123456789ab') }),
};
const usedReference: Fault = { status: 409, make: (call) => withBody(call, { bankReference: 'USED' }) };
const noPartnership: Fault = {
  status: 404,
  make: (call) => ({
    ...call,
    path: call.path.replace('/maldon/', '/nowhere/'),
    groups: [...(call.groups ?? []), ...nowhere],
  }),
};
const nowhere = ['nowhere:finance-officer', 'nowhere:auditor'];
const noRevision: Fault = { status: 428, make: (call) => withHeader(call, 'if-match', '(none)') };
const otherRevision: Fault = {
  status: 412,
  make: (call) => (call.headers?.['if-match'] === '(none)' ? call : withHeader(call, 'if-match', '"r99"')),
};

/** Each pair of faults in the contract's order. Of faults of one kind, one call can have only one. */
const pairsOf = (faults: readonly Fault[]) =>
  faults.flatMap((first, place) =>
    faults
      .slice(place + 1)
      .filter((later) => later.status !== first.status)
      .map((later) => ({ first, later, pair: `${first.status} before ${later.status}` })),
  );

const ofPost = [
  noToken,
  outsider,
  tooLarge,
  noJson,
  notAcceptable,
  noKey,
  unknownMember,
  usedKey,
  noSuchGrant,
  usedReference,
];
const ofPut = [
  noToken,
  outsider,
  tooLarge,
  noJson,
  notAcceptable,
  noRevision,
  unknownMember,
  noPartnership,
  otherRevision,
];
const ofGet = [noToken, outsider, notAcceptable, unknownQuery, noPartnership];

describe('where several things are wrong with a request', () => {
  let tables: TestTables;
  let api: Api;
  let post: Call;
  let put: Call;
  const get: Call = { path: '/v1/partnerships/maldon/years/2017-18/statement', groups: ['maldon:auditor'] };
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    const calls = partnershipCalls(api);
    await calls.create();
    await calls.openFund();
    const { body: grant } = await calls.agree();
    await calls.receive(grant.id, { bankReference: 'USED' }, { key: 'used' });
    const body = { amount: '1.00', receivedOn: '2017-05-02', bankReference: 'NEW' };
    const as = { groups: ['maldon:finance-officer'], subject: 'officer' };
    post = { ...as, method: 'POST', path: `${calls.base}/grants/${grant.id}/receipts`, body };
    const { body: funder, headers } = await calls.get('/funders/essex-pcc');
    const ifMatch = { 'if-match': headers['etag'] ?? '' };
    put = {
      ...as,
      method: 'PUT',
      path: `${calls.base}/funders/essex-pcc`,
      body: { names: funder.names },
      headers: ifMatch,
    };
  });
  afterAll(() => tables.stop());

  async function statusWith(call: Call, ...faults: Fault[]): Promise<number> {
    // The earlier fault is made last: what it takes away stays away.
    const faulty = faults.toReversed().reduce((made, { make }) => make(made), call);
    return (await api.call(faulty)).status;
  }

  it.each(ofPost)('a POST alone is answered $status', async (fault) => {
    expect(await statusWith(post, fault)).toBe(fault.status);
  });

  it.each(pairsOf(ofPost))('a POST is answered $pair', async ({ first, later }) => {
    expect(await statusWith(post, first, later)).toBe(first.status);
  });

  it('a POST with everything wrong is answered by the first of all', async () => {
    expect(await statusWith(post, ...ofPost)).toBe(401);
    expect(await statusWith(post, ...ofPost.slice(1))).toBe(403);
    expect(await statusWith(post, ...ofPost.slice(2))).toBe(413);
  });

  it.each(ofPut)('a PUT alone is answered $status', async (fault) => {
    expect(await statusWith(put, fault)).toBe(fault.status);
  });

  it.each(pairsOf(ofPut).filter(({ pair }) => !['428 before 404', '428 before 412'].includes(pair)))(
    'a PUT is answered $pair',
    async ({ first, later }) => {
      expect(await statusWith(put, first, later)).toBe(first.status);
    },
  );

  it.each(ofGet)('a GET alone is answered $status', async (fault) => {
    expect(await statusWith(get, fault)).toBe(fault.status);
  });

  it.each(pairsOf(ofGet))('a GET is answered $pair', async ({ first, later }) => {
    expect(await statusWith(get, first, later)).toBe(first.status);
  });

  it('nothing is recorded that was refused', async () => {
    const { body: journal } = await partnershipCalls(api).get('/journal');

    expect(journal.items.map(({ type }: { type: string }) => type)).toEqual([
      'partnership-created',
      'fund-opened',
      'grant-agreed',
      'receipt-recorded',
    ]);
  });

  it('a command that would have succeeded under a used key is refused for the key alone', async () => {
    expect(await statusWith(post, usedKey)).toBe(422);
    expect(await statusWith(post)).toBe(201);
  });
});
