import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { statementOperations } from '../../functions/statements/operations.ts';
import { canonicalText } from '../../functions/store/digest.ts';
import { type Api, type Reply, startTables, type TestTables } from '../api.ts';
import { did } from '../award-calls.ts';
import { checkedApiOver } from './checked-api.ts';
import { freshLedger, type Ledger, nowhere, type Refusals, testRefusals } from './refusals.ts';
import { doAtRandom, fillWithEverything } from './varied-ledger.ts';

const refusals: Refusals<keyof typeof statementOperations> = {
  getStatement: { 'not-found': () => nowhere('GET', '/years/2017-18/statement') },
  listStatements: { 'not-found': () => nowhere('GET', '/years/2017-18/statements') },
};

const years = ['1998-99', '2015-16', '2016-17', '2017-18', '2018-19', '2019-20', '2026-27'];

/** In pence, for sums. */
const pence = (amount: string): bigint => BigInt(amount.replace('.', ''));

type Position = Readonly<Record<string, string>>;

/** What must be nothing in every fund, and in all of them. */
const checks = (position: Position): Record<string, bigint> => {
  const of = (name: string): bigint => pence(position[name] ?? '');
  return {
    movement:
      of('openingBalance') +
      of('grossIncome') -
      of('topSliced') -
      of('expenditure') -
      of('returned') -
      of('closingBalance'),
    commitment: of('closingBalance') - of('committed') - of('uncommitted'),
    place: of('closingBalance') - of('cash') - of('receivable') + of('receivedInAdvance') + of('repayable'),
  };
};
const nothing = { movement: 0n, commitment: 0n, place: 0n };

const sumOf = (lines: readonly Position[], name: string): bigint =>
  lines.reduce((sum, line) => sum + pence(line[name] ?? ''), 0n);

describe('the year-end statement', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  const headOf = async ({ verify }: Ledger): Promise<number> => (await verify()).body.head.sequence;

  /** Both ways to the same statement, for the years in which they differ by a byte. */
  async function differing(ledger: Ledger): Promise<string[]> {
    const head = await headOf(ledger);
    const pairs = years.map(async (year) => {
      const [kept, recomputed] = [await ledger.statement('', year), await ledger.statement(`?knownAt=${head}`, year)];
      return kept.status === 200 && kept.text === recomputed.text ? [] : [`${year}\n${kept.text}\n${recomputed.text}`];
    });
    return (await Promise.all(pairs)).flat();
  }

  async function varied(): Promise<Ledger> {
    const ledger = await freshLedger(api);
    await fillWithEverything(ledger);
    return ledger;
  }

  it('is the same to the byte from what is kept and from the journal', async () => {
    expect(await differing(await varied())).toEqual([]);
  });

  it('is the same to the byte both ways where nothing has happened', async () => {
    expect(await differing(await freshLedger(api))).toEqual([]);
  });

  it.each([1, 2, 3, 4])('is the same to the byte both ways after any history (%i)', async (seed) => {
    const ledger = await freshLedger(api);

    await doAtRandom(ledger, 40, seed);

    expect(await differing(ledger)).toEqual([]);
    expect((await ledger.verify()).body).toMatchObject({ chainValid: true, balancesMatch: true, trialBalance: '0.00' });
  });

  it.each([7, 8])('adds up in every year after any history (%i)', async (seed) => {
    const ledger = await freshLedger(api);
    await doAtRandom(ledger, 60, seed);

    for (const year of years) {
      const { body } = await ledger.statement('', year);
      expect(checks(body.totals)).toEqual(nothing);
      expect(body.integrity.trialBalance).toBe('0.00');
      for (const fund of body.funds) {
        const own = body.grants.filter(({ fundId }: Position) => fundId === fund.fundId);
        expect(checks(fund)).toEqual(nothing);
        expect(sumOf(own, 'openingUnspent')).toBe(pence(fund.openingBalance));
        expect(sumOf(own, 'grossIncomeInYear')).toBe(pence(fund.grossIncome));
        expect(sumOf(own, 'topSlicedInYear')).toBe(pence(fund.topSliced));
        expect(sumOf(own, 'spentInYear')).toBe(pence(fund.expenditure));
        expect(sumOf(own, 'closingUnspent')).toBe(pence(fund.closingBalance));
      }
    }
  });

  it('closes each year with what the next one opens with', async () => {
    const ledger = await varied();

    const statements = await Promise.all(
      ['2015-16', '2016-17', '2017-18', '2018-19'].map((year) => ledger.statement('', year)),
    );

    const totals = statements.map(({ body }) => body.totals);
    // The fund that joined brought its balance into the year in which it did.
    expect(totals.slice(2).map(({ openingBalance }) => openingBalance)).toEqual(
      totals.slice(1, -1).map(({ closingBalance }) => closingBalance),
    );
  });

  it('gives the same bytes for the same question with knownAt for ever', async () => {
    const ledger = await varied();
    const knownAt = await headOf(ledger);
    const questions = years.flatMap((year) => [
      `/years/${year}/statement?knownAt=${knownAt}`,
      `/years/${year}/statement?knownAt=${knownAt}&asOf=${year.slice(0, 4)}-10-31`,
      `/years/${year}/statement?knownAt=7`,
    ]);
    const ask = (): Promise<Reply[]> => Promise.all(questions.map((question) => ledger.get(question)));
    const before = await ask();

    await doAtRandom(ledger, 100, 42);
    const coordinator = { groups: [`${ledger.id}:coordinator`] };
    for (let done = await headOf(ledger); done < knownAt + 1000; done += 1) {
      await did(ledger.post('/meetings', { title: 'Another meeting', heldOn: '2017-10-06' }, coordinator));
    }
    const after = await ask();

    expect(await headOf(ledger)).toBeGreaterThanOrEqual(knownAt + 1000);
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    expect(after.map(({ headers }) => headers['etag'])).toEqual(before.map(({ headers }) => headers['etag']));
    expect(before.every(({ status }) => status === 200)).toBe(true);
  }, 120_000);

  it('says which entry it answers for, and when that was recorded', async () => {
    const ledger = await varied();
    const head = await headOf(ledger);

    for (const [query, sequence] of [
      ['', head],
      ['?asOf=2017-12-31', head],
      ['?knownAt=10', 10],
      ['?knownAt=10&asOf=2017-12-31', 10],
    ] as const) {
      const { body, headers } = await ledger.statement(query);
      const { body: entry } = await ledger.get(`/journal/${sequence}`);
      expect(body).toMatchObject({ knownAt: sequence, generatedAt: entry.recordedAt, status: 'open', version: null });
      expect(body.integrity).toMatchObject({ sequence, hash: entry.hash });
      expect(headers['vary']).toBe('Accept');
    }
  });

  it('counts what is recorded late from its own date on, and not as known before it was recorded', async () => {
    const { agree, spend, statement, verify } = await freshLedger(api);
    await agree();
    await spend({ amount: '10.00', spentOn: '2017-10-31' });
    const { sequence } = (await verify()).body.head;

    await spend({ amount: '5.00', spentOn: '2017-06-30' });

    const spent = async (query: string): Promise<string> => (await statement(query)).body.totals.expenditure;
    expect(await spent('?asOf=2017-06-29')).toBe('0.00');
    expect(await spent('?asOf=2017-06-30')).toBe('5.00');
    expect(await spent(`?asOf=2017-06-30&knownAt=${sequence}`)).toBe('0.00');
    expect(await spent(`?knownAt=${sequence}`)).toBe('10.00');
    expect(await spent(`?knownAt=${sequence + 1}`)).toBe('15.00');
  });

  it('counts what is effective on or before the date asked for', async () => {
    const { agree, receive, spend, statement } = await freshLedger(api);
    const { body: grant } = await agree();
    await receive(grant.id, { amount: '6000.00', receivedOn: '2017-05-02' });
    await spend({ amount: '10.00', spentOn: '2017-10-31' });
    await spend({ amount: '5.00', spentOn: '2017-11-01' });

    const totals = await Promise.all(
      ['2017-04-01', '2017-04-03', '2017-05-02', '2017-10-30', '2017-10-31', '2017-11-01', '2018-03-31'].map(
        async (asOf) => {
          const { grossIncome, cash, expenditure } = (await statement(`?asOf=${asOf}`)).body.totals;
          return [asOf, grossIncome, cash, expenditure].join(' ');
        },
      ),
    );

    expect(totals).toEqual([
      '2017-04-01 0.00 0.00 0.00',
      '2017-04-03 14235.00 0.00 0.00',
      '2017-05-02 14235.00 6000.00 0.00',
      '2017-10-30 14235.00 6000.00 0.00',
      '2017-10-31 14235.00 5990.00 10.00',
      '2017-11-01 14235.00 5985.00 15.00',
      '2018-03-31 14235.00 5985.00 15.00',
    ]);
  });

  it.each([
    ['?asOf=2017-03-31', '/query/asOf'],
    ['?asOf=2018-04-01', '/query/asOf'],
    ['?asOf=2017-02-29', '/query/asOf'],
    ['?knownAt=0', '/query/knownAt'],
    ['?knownAt=3', '/query/knownAt'],
    ['?knownAt=999999999999', '/query/knownAt'],
    ['?version=0', '/query/version'],
    ['?version=1&knownAt=1', '/query/version'],
    ['?version=1&asOf=2017-10-06', '/query/version'],
  ])('is refused with 400 for %s', async (query, pointer) => {
    const { statement } = await freshLedger(api);

    const { status, body } = await statement(query);

    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('has a hash over its accounts, which work in another year leaves as it is', async () => {
    const ledger = await varied();
    const { body: before } = await ledger.statement('', '2016-17');
    const { statementHash, generatedAt, knownAt, asOf, status, version, integrity, ...accounts } = before;

    await ledger.agree({ financialYear: '2018-19' });
    const { body: untouched } = await ledger.statement('', '2016-17');
    await ledger.agree({ financialYear: '2016-17' });
    const { body: touched } = await ledger.statement('', '2016-17');

    expect(statementHash).toBe(createHash('sha256').update(canonicalText(accounts)).digest('hex'));
    expect(untouched.statementHash).toBe(statementHash);
    expect(untouched.knownAt).toBe(knownAt + 1);
    expect(touched.statementHash).not.toBe(statementHash);
    expect([generatedAt, asOf, status, version, integrity]).not.toContain(undefined);
  });
});
