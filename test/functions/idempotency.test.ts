import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../functions/operations.ts';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { partnershipCalls } from '../partnership.ts';
import { checkedApiOver } from './checked-api.ts';
import { type ChangingName, completeBodies, type PostName } from './complete-bodies.ts';
import { rightGroups } from './right-groups.ts';
import { ledgerDigest, storedItems } from './stored.ts';
import { setUp, validCalls } from './valid-calls.ts';

const posts = (Object.keys(completeBodies) as ChangingName[]).filter(
  (name): name is PostName => operations[name].method === 'POST',
);

describe('an Idempotency-Key', () => {
  let tables: TestTables;
  let api: Api;
  const calls = () => partnershipCalls(api);
  const valid = async (name: ChangingName): Promise<Call> => ({
    ...(await made[name]()),
    groups: rightGroups(name, 'maldon'),
  });
  let made: ReturnType<typeof validCalls>;
  let fund: Call;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    await setUp(api, 'maldon');
    await setUp(api, 'dengie');
    made = validCalls(api, 'maldon');
    fund = await valid('openFund');
  });
  afterAll(() => tables.stop());

  const openFund = async (id: string, more: Partial<Call> = {}) => {
    const body = { ...completeBodies.openFund, id };
    return api.call({ ...fund, body, ...more });
  };

  describe.each(posts)('of %s', (name) => {
    it('gives the same request the first answer again, byte for byte, and does nothing twice', async () => {
      const call = { ...(await valid(name)), key: `twice-${name}` };
      const first = await api.call(call);
      const before = await ledgerDigest(tables);

      const [second, third] = [await api.call(call), await api.call(reordered(call))];

      expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
      expect([second.text, third.text]).toEqual([first.text, first.text]);
      expect([first, second, third].map(({ headers }) => headers['idempotent-replayed'])).toEqual([
        undefined,
        'true',
        'true',
      ]);
      expect(await ledgerDigest(tables)).toBe(before);
    });

    it('is refused with 422 for any other request, and nothing is done', async () => {
      const call = { ...(await valid(name)), key: `other-${name}` };
      await api.call(call);
      const before = await ledgerDigest(tables);

      const changed = { ...call, body: { ...(call.body as object), note: 'Another note.' } };
      const replies = [
        await api.call(changed),
        await api.call({ ...call, path: `${call.path}?dryRun=true` }),
        await openFund('x', { key: call.key, ...by(call) }),
      ];

      const expected = '422 idempotency-key-reused';
      expect(replies.slice(0, 2).map(said)).toEqual([expected, expected]);
      // A partnership is the platform's to create: its keys are not the partnership's.
      expect(said(replies.at(-1))).toBe(name === 'createPartnership' ? '201 ' : expected);
      if (name !== 'createPartnership') expect(await ledgerDigest(tables)).toBe(before);
    });

    it('with dryRun=true is answered as the call would be, and nothing is changed or recorded', async () => {
      const call = { ...(await valid(name)), key: `dry-${name}` };
      const before = await ledgerDigest(tables);

      const dry = await api.call({ ...call, path: `${call.path}?dryRun=true` });
      const isUnchanged = (await ledgerDigest(tables)) === before;
      const real = await api.call(call);

      expect([dry.status, dry.headers['dry-run'], dry.headers['idempotent-replayed']]).toEqual([
        201,
        'true',
        undefined,
      ]);
      expect(isUnchanged).toBe(true);
      expect([real.status, real.headers['dry-run'], real.headers['idempotent-replayed']]).toEqual([
        201,
        undefined,
        undefined,
      ]);
      expect(withoutFresh(dry.body)).toEqual(withoutFresh(real.body));
    });
  });

  it('gives a request without a body the first answer again where it was sent with an empty one', async () => {
    const { body: _, ...bare } = await valid('openMeeting');
    const call = { ...bare, key: 'bare', headers: { 'content-type': '(none)' } };

    const first = await api.call(call);
    const again = await api.call({ ...call, body: {}, headers: {} });

    expect([first.status, again.status]).toEqual([201, 201]);
    expect([again.text, again.headers['idempotent-replayed']]).toEqual([first.text, 'true']);
  });

  it('with dryRun=true gives the refusal that the call would', async () => {
    const missing = { ...(await valid('reverseEntry')), path: '/v1/partnerships/maldon/journal/9999/reversal' };
    const before = await ledgerDigest(tables);

    const [dry, real] = [await api.call({ ...missing, path: `${missing.path}?dryRun=true` }), await api.call(missing)];

    expect([said(dry), dry.text]).toEqual(['404 not-found', real.text]);
    expect(await ledgerDigest(tables)).toBe(before);
  });

  it('with dryRun=false is the call itself', async () => {
    const reply = await openFund('really', { path: `${fund.path}?dryRun=false` });

    expect([reply.status, reply.headers['dry-run']]).toEqual([201, undefined]);
    expect((await calls().get('/funds/really')).status).toBe(200);
  });

  it('of a refused command is free: it is decided afresh', async () => {
    const reversal = { reason: 'A mistake.', effectiveOn: '2018-02-01' };
    const again = { key: 'afresh' };
    const { body: grant } = await calls().agree({ ...completeBodies.agreeGrant });
    const { body: receipt } = await calls().receive(grant.id);
    const refused = await calls().post(`/journal/${grant.sequence}/reversal`, reversal, again);
    await calls().post(`/journal/${receipt.sequence}/reversal`, reversal);

    const accepted = await calls().post(`/journal/${grant.sequence}/reversal`, reversal, again);

    expect([said(refused), accepted.status]).toEqual(['409 not-reversible', 201]);
    expect(accepted.headers['idempotent-replayed']).toBeUndefined();
  });

  it('of a refused command may be used for another', async () => {
    const refused = await openFund('slug-funded', { key: 'another' });

    const accepted = await openFund('not-there-yet', { key: 'another' });

    expect([said(refused), accepted.status]).toEqual(['409 already-exists', 201]);
  });

  it('belongs to the caller', async () => {
    const replies = [
      await openFund('of-ann', { key: 'mine', subject: 'ann' }),
      await openFund('of-bob', { key: 'mine', subject: 'bob' }),
      await openFund('of-ann-mine', { key: 'x', subject: 'ann#mine' }),
      await openFund('of-mine', { key: 'mine#x', subject: 'ann' }),
    ];

    expect(replies.map(said)).toEqual(['201 ', '201 ', '201 ', '201 ']);
  });

  it('belongs to the partnership', async () => {
    const groups = ['maldon:finance-officer', 'dengie:finance-officer'];
    const path = '/v1/partnerships/dengie/funds';

    const replies = [
      await openFund('here', { key: 'place', groups }),
      await openFund('here', { key: 'place', groups, path }),
    ];

    expect(replies.map(said)).toEqual(['201 ', '201 ']);
    expect(replies.map(({ headers }) => headers['idempotent-replayed'])).toEqual([undefined, undefined]);
  });

  it('replays only for who might make the call now', async () => {
    await openFund('rights', { key: 'rights', subject: 'ann' });

    const replies = await Promise.all(
      [['maldon:auditor'], [], ['dengie:finance-officer']].map((groups) =>
        openFund('rights', { key: 'rights', subject: 'ann', groups }),
      ),
    );

    expect(replies.map(said)).toEqual(['403 forbidden', '403 forbidden', '403 forbidden']);
  });

  it('is kept for longer than a day, with what was answered and not with what was asked', async () => {
    const { text } = await openFund('kept', { key: 'kept', subject: 'ann' });

    const item = (await storedItems(tables, 'records')).find(({ pk, sk }) => pk === 'P#maldon#I#ann' && sk === 'kept');

    expect(item).toMatchObject({ status: 201, body: text });
    expect(item?.['expiresAt']).toBeGreaterThan(Date.now() / 1000 + 24 * 60 * 60);
  });

  it('is of 1 to 255 visible ASCII characters, whichever they are', async () => {
    const keys = ['a', '~', '!'.repeat(255), '"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}'];

    const replies = await Promise.all(keys.map((key, place) => openFund(`visible-${place}`, { key })));

    expect(replies.map(said)).toEqual(['201 ', '201 ', '201 ', '201 ']);
  });
});

const said = (reply?: { status: number; body: { code?: string } }): string =>
  `${reply?.status} ${reply?.body.code ?? ''}`;

/** Keys are their caller's own. */
const by = ({ subject }: Call): Partial<Call> => (subject === undefined ? {} : { subject });

/** The same JSON in other words: members in another order, and space between them. */
function reordered(call: Call): Call {
  const members = Object.entries(call.body as object).toReversed();
  return { ...call, text: JSON.stringify(Object.fromEntries(members), undefined, 2) };
}

/** Without what every decision makes afresh. */
const withoutFresh = (body: unknown): unknown =>
  JSON.parse(
    JSON.stringify(body, (name, value) =>
      ['id', 'entryId', 'recordedAt', 'hash'].includes(name) && value !== undefined ? '' : value,
    ),
  );
