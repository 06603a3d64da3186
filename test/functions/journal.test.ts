import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { journalOperations } from '../../functions/journal/operations.ts';
import { type Api, startTables, type TestTables } from '../api.ts';
import { did } from '../award-calls.ts';
import { approvedAward } from './approved-award.ts';
import { checkedApiOver } from './checked-api.ts';
import { completeBodies } from './complete-bodies.ts';
import { inGroup } from './group-ledger.ts';
import { freshLedger, type Ledger, nowhere, type Refusals, testRefusals } from './refusals.ts';
import { fillWithEverything } from './varied-ledger.ts';

const reversal = { reason: 'A mistake.', effectiveOn: '2018-02-01' };

const refusals: Refusals<keyof typeof journalOperations> = {
  listEntries: { 'not-found': () => nowhere('GET', '/journal') },
  getEntry: { 'not-found': ({ to }) => to('GET', '/journal/3') },
  reverseEntry: {
    'not-found': ({ to }) => to('POST', '/journal/3/reversal', reversal),
    'already-reversed': async ({ agree, post, to }) => {
      const { body: grant } = await agree();
      await post(`/journal/${grant.sequence}/reversal`, reversal);
      return to('POST', `/journal/${grant.sequence}/reversal`, reversal);
    },
    'not-reversible': ({ to }) => to('POST', '/journal/1/reversal', reversal),
    'date-out-of-order': async ({ agree, to }) => {
      const { body: grant } = await agree();
      return to('POST', `/journal/${grant.sequence}/reversal`, { ...reversal, effectiveOn: '2017-04-02' });
    },
    'insufficient-funds': async ({ agree, spend, to }) => {
      const { body: grant } = await agree();
      await spend();
      return to('POST', `/journal/${grant.sequence}/reversal`, reversal);
    },
    // The chair who decided the award may well be a finance officer too.
    'separation-of-duties': inGroup(async (group, { to }) => {
      const { awardId } = await approvedAward(group);
      const { sequence } = await did(group.pay(awardId));
      return to('POST', `/journal/${sequence}/reversal`, reversal, { subject: group.chair.subject });
    }),
    'variation-below-received': async ({ agree, receive, post, to }) => {
      const { body: grant } = await agree();
      const uplift = { effectiveOn: '2017-05-01', reference: 'R', reason: 'An uplift.', grossAmount: '14335.00' };
      const { body: variation } = await post(`/grants/${grant.id}/variations`, uplift);
      await receive(grant.id, { amount: '12527.01' });
      return to('POST', `/journal/${variation.sequence}/reversal`, reversal);
    },
  },
};

type Entry = Readonly<Record<string, unknown>> & { readonly sequence: number; readonly hash: string };

/** RFC 8785, for the values that entries hold: text, whole numbers, arrays and objects. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the journal', () => {
  let tables: TestTables;
  let api: Api;
  let ledger: Ledger;
  let entries: Entry[];
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    ledger = await freshLedger(api);
    await fillWithEverything(ledger);
    entries = (await ledger.get('/journal?limit=100')).body.items;
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  it('numbers its entries from 1 without gaps, in order of time', () => {
    const times = entries.map(({ recordedAt }) => String(recordedAt));

    expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, place) => place + 1));
    expect(times).toEqual(times.toSorted());
  });

  it('has hashes that follow from what it answers alone, and a chain that begins with zeros', () => {
    const computed = entries.map(({ hash: _, reversedBy: __, ...rest }) => sha256(canonical(rest)));

    expect(computed).toEqual(entries.map(({ hash }) => hash));
    expect(entries.map(({ previousHash }) => previousHash)).toEqual(['0'.repeat(64), ...computed.slice(0, -1)]);
  });

  it('shows beside an entry what reversed it', () => {
    const pairs = entries.flatMap(({ sequence, reverses }) => (reverses === undefined ? [] : [[reverses, sequence]]));

    const shown = entries.flatMap(({ sequence, reversedBy }) =>
      reversedBy === undefined ? [] : [[sequence, reversedBy]],
    );

    expect(shown.toSorted()).toEqual(pairs.toSorted());
    expect(shown.length).toBeGreaterThan(2);
  });

  it('gives each entry by its number as it gives it in the list, with an ETag', async () => {
    const replies = await Promise.all(entries.map(({ sequence }) => ledger.get(`/journal/${sequence}`)));

    expect(replies.map(({ body }) => body)).toEqual(entries);
    expect(new Set(replies.map(({ headers }) => headers['etag'])).size).toBe(entries.length);
  });

  it('has entries of every type that can be made yet', () => {
    const types = new Set(entries.map(({ type }) => type));

    expect([...types].toSorted()).toEqual([
      'attendance-recorded',
      'award-closed',
      'award-decided',
      'award-paid',
      'award-proposed',
      'award-refunded',
      'award-submitted',
      'award-variation-proposed',
      'award-withdrawn',
      'chairs-action-ratified',
      'chairs-action-taken',
      'condition-met',
      'entry-reversed',
      'expenditure-recorded',
      'fund-opened',
      'funder-named',
      'grant-agreed',
      'grant-varied',
      'interest-declared',
      'meeting-closed',
      'meeting-opened',
      'meeting-scheduled',
      'minutes-confirmed',
      'opening-balance-recorded',
      'opening-receipt-recorded',
      'opening-repayment-recorded',
      'partnership-created',
      'priorities-set',
      'receipt-recorded',
      'shared-fund-noted',
      'terms-set',
      'top-slice-notified',
    ]);
  });

  const postingsOf = (entry: object): Posting[] => (entry as { postings?: Posting[] }).postings ?? [];

  it('mirrors the postings of what is reversed', () => {
    const reversed = entries.flatMap(({ reverses, postings }) => {
      const original = entries.find(({ sequence }) => sequence === reverses);
      return original === undefined ? [] : [{ mirror: postings as Posting[], original }];
    });

    const sums = reversed.map(({ mirror, original }) =>
      mirror.slice(0, postingsOf(original).length).map(({ debit, credit }) => [debit, credit]),
    );

    expect(sums).toEqual(
      reversed.map(({ original }) => postingsOf(original).map(({ debit, credit }) => [credit, debit])),
    );
    expect(sums.flat().length).toBeGreaterThan(10);
  });

  it('adds to the mirror only what releases again a commitment that was refused', () => {
    const reversals = entries.filter(({ reverses }) => reverses !== undefined);
    const original = (sequence: unknown) => postingsOf(entries.find((entry) => entry.sequence === sequence) ?? {});

    const added = reversals.flatMap(({ postings, reverses }) =>
      (postings as Posting[]).slice(original(reverses).length),
    );

    expect(added.every(({ account }) => account.startsWith('commitments'))).toBe(true);
    expect(added.length).toBeGreaterThan(0);
  });

  it('gives the entries of a financial year', async () => {
    const { body } = await ledger.get('/journal?financialYear=2017-18&limit=100');

    expect(body.items).toEqual(entries.filter(({ financialYear }) => financialYear === '2017-18'));
    expect(body.items.length).toBeGreaterThan(5);
  });

  it('gives the entries of a type', async () => {
    const { body } = await ledger.get('/journal?type=entry-reversed&limit=100');

    expect(body.items).toEqual(entries.filter(({ type }) => type === 'entry-reversed'));
  });

  it('gives the entries that post to a fund or speak of it, reversals without postings included', async () => {
    const { body } = await ledger.get('/journal?fundId=partnership-fund&limit=100');

    const found = new Set(body.items.map(({ sequence }: Entry) => sequence));
    const expected = entries.filter((entry) => JSON.stringify(entry).includes('"partnership-fund"'));
    expect(
      expected.map(({ sequence, type }) => `${sequence} ${type}`).filter((one) => !found.has(Number.parseInt(one, 10))),
    ).toEqual([]);
    expect(found.size).toBe(expected.length);
  });

  it('answers a reversal with its entry', async () => {
    const { agree, post, get } = await freshLedger(api);
    const { body: grant } = await agree({ ...completeBodies.agreeGrant, fundId: 'partnership-fund' });

    const { body } = await post(`/journal/${grant.sequence}/reversal`, reversal);

    expect(body).toMatchObject({
      type: 'entry-reversed',
      reverses: grant.sequence,
      effectiveOn: '2018-02-01',
      financialYear: '2017-18',
    });
    expect((await get(`/journal/${body.sequence}`)).body).toEqual(body);
    expect((await get(`/grants/${grant.id}`)).body.reversedOn).toBe('2018-02-01');
  });

  it('says who recorded an entry, with the name of the token where it is one', async () => {
    const { to, get, verify } = await freshLedger(api);
    const names = ['Ann Example', '', ' ', 'x'.repeat(201), 'a\nb', 'a\ufffdb', 'a\ud800b', 'Zoë O’Brien'];

    for (const [place, name] of names.entries()) {
      const { groups = [] } = to('GET', '');
      const claims = { sub: 'ann', token_use: 'access', name, 'cognito:groups': `[${groups.join(' ')}]` };
      await api.call(to('POST', '/funds', { ...completeBodies.openFund, id: `fund-${place}` }, { claims }));
    }

    const { body } = await get('/journal?type=fund-opened');
    const shown = body.items.slice(1).map(({ recordedBy }: { recordedBy: { name?: string } }) => recordedBy.name);
    expect(shown).toEqual([
      'Ann Example',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'Zoë O’Brien',
    ]);
    expect((await verify()).body.chainValid).toBe(true);
  });
});

type Posting = { readonly account: string; readonly debit?: string; readonly credit?: string };
