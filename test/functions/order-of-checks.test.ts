import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { attendance, awardCalls, did } from '../award-calls.ts';
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
const notAcceptable: Fault = { status: 406, make: (call) => withHeader(call, 'accept', 'image/png') };
const noKey: Fault = { status: 428, make: (call) => ({ ...call, key: '(none)' }) };
const unknownMember: Fault = { status: 400, make: (call) => withBody(call, { unknown: 1 }) };
const unknownQuery: Fault = { status: 400, make: (call) => ({ ...call, path: `${call.path}?unknown=1` }) };
const usedKey: Fault = { status: 422, make: (call) => (call.key === '(none)' ? call : { ...call, key: 'used' }) };
const noSuchThing: Fault = {
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
const nowhere = ['nowhere:finance-officer', 'nowhere:coordinator', 'nowhere:auditor'];
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
  noSuchThing,
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
const nobodyPresides: Fault = {
  status: 409,
  make: (call) => withBody(call, { presiding: { subject: 'somebody', name: 'Somebody' } }),
};
const ofGet = [noToken, outsider, notAcceptable, unknownQuery, noPartnership];

const posts = ['a receipt', 'a refund of an award'] as const;
const puts = { 'a funder': ofPut, 'the attendance of a meeting': [...ofPut, nobodyPresides] };
type Put = keyof typeof puts;
const putNames = Object.keys(puts) as Put[];

describe('where several things are wrong with a request', () => {
  let tables: TestTables;
  let api: Api;
  let post: Record<(typeof posts)[number], Call>;
  let put: Record<Put, Call>;
  let recorded: unknown[];
  const get: Call = { path: '/v1/partnerships/maldon/years/2017-18/statement', groups: ['maldon:auditor'] };
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    const calls = partnershipCalls(api);
    const by = awardCalls(calls);
    await calls.create();
    await calls.openFund();
    const { body: grant } = await calls.agree();
    await calls.receive(grant.id, { bankReference: 'USED' }, { key: 'used' });
    await by.setTerms();
    const meetingId = await by.openMeeting();
    const awardId = await by.proposeTo(meetingId);
    await did(by.decide(awardId, meetingId));
    await did(by.pay(awardId));
    const making = (path: string): Call => ({
      ...by.officer,
      method: 'POST',
      path: `${calls.base}${path}`,
      body: { amount: '1.00', receivedOn: '2018-01-12', bankReference: `NEW ${path}`.slice(0, 20) },
    });
    post = {
      'a receipt': making(`/grants/${grant.id}/receipts`),
      'a refund of an award': making(`/awards/${awardId}/refunds`),
    };
    const replacing = async (path: string, what: string, body: object): Promise<Call> => {
      const { headers } = await calls.get(path);
      return {
        method: 'PUT',
        path: `${calls.base}${path}${what}`,
        body,
        headers: { 'if-match': headers['etag'] ?? '' },
      };
    };
    const { body: funder } = await calls.get('/funders/essex-pcc');
    put = {
      'a funder': { ...by.officer, ...(await replacing('/funders/essex-pcc', '', { names: funder.names })) },
      'the attendance of a meeting': {
        ...by.coordinator,
        ...(await replacing(`/meetings/${meetingId}`, '/attendance', { ...attendance, reason: 'R.' })),
      },
    };
    recorded = await journal();
  });
  afterAll(() => tables.stop());

  const journal = async (): Promise<unknown[]> => (await partnershipCalls(api).get('/journal')).body.items;

  async function statusWith(call: Call, ...faults: Fault[]): Promise<number> {
    // The earlier fault is made last: what it takes away stays away.
    const faulty = faults.toReversed().reduce((made, { make }) => make(made), call);
    return (await api.call(faulty)).status;
  }

  describe.each(posts)('to POST %s', (what) => {
    it.each(ofPost)('it alone is answered $status', async (fault) => {
      expect(await statusWith(post[what], fault)).toBe(fault.status);
    });

    it.each(pairsOf(ofPost))('it is answered $pair', async ({ first, later }) => {
      expect(await statusWith(post[what], first, later)).toBe(first.status);
    });

    it('it is answered by the first of all', async () => {
      expect(await statusWith(post[what], ...ofPost)).toBe(401);
      expect(await statusWith(post[what], ...ofPost.slice(1))).toBe(403);
      expect(await statusWith(post[what], ...ofPost.slice(2))).toBe(413);
    });
  });

  describe.each(putNames)('to PUT %s', (what) => {
    it.each(puts[what])('it alone is answered $status', async (fault) => {
      expect(await statusWith(put[what], fault)).toBe(fault.status);
    });

    it.each(pairsOf(puts[what]).filter(({ pair }) => !['428 before 404', '428 before 412'].includes(pair)))(
      'it is answered $pair',
      async ({ first, later }) => {
        expect(await statusWith(put[what], first, later)).toBe(first.status);
      },
    );
  });

  it.each(ofGet)('a GET alone is answered $status', async (fault) => {
    expect(await statusWith(get, fault)).toBe(fault.status);
  });

  it.each(pairsOf(ofGet))('a GET is answered $pair', async ({ first, later }) => {
    expect(await statusWith(get, first, later)).toBe(first.status);
  });

  it('the interest of somebody else is refused before anything is looked up: 403 before 422 and 404', async () => {
    const call: Call = {
      method: 'POST',
      path: put['the attendance of a meeting'].path.replace('attendance', 'interests'),
      body: { awardId: post['a refund of an award'].path.split('/').at(-2), subject: 'ann', nature: 'A trustee.' },
      subject: 'officer',
    };
    const answered = (groups: string[]) =>
      Promise.all([usedKey, noSuchThing].map((fault) => statusWith({ ...call, groups }, fault)));

    const statuses = [await answered(['maldon:finance-officer']), await answered(['maldon:coordinator'])];

    expect(statuses).toEqual([
      [403, 403],
      [422, 404],
    ]);
  });

  it('nothing is recorded that was refused', async () => {
    expect(await journal()).toEqual(recorded);
    expect(recorded).toHaveLength(12);
  });

  it.each(posts)('%s that would have succeeded under a used key is refused for the key alone', async (what) => {
    expect(await statusWith(post[what], usedKey)).toBe(422);
    expect(await statusWith(post[what])).toBe(201);
  });

  it.each(putNames)('%s is put where nothing is wrong', async (what) => {
    expect(await statusWith(put[what])).toBe(200);
  });
});
