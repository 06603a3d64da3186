import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../api.ts';
import { did } from '../award-calls.ts';
import { doAwardsAtRandom } from './awards-at-random.ts';
import { recordAwardsOfEveryKind } from './awards-of-every-kind.ts';
import { checkedApiOver } from './checked-api.ts';
import { groupLedger } from './group-ledger.ts';
import { freshLedger, type Ledger } from './refusals.ts';
import { headSequence } from './stored.ts';

const years = ['2014-15', '2015-16', '2016-17', '2017-18', '2018-19', '2019-20'];
const first = (year: string): string => `${year.slice(0, 4)}-04-01`;
const last = (year: string): string => `20${year.slice(5)}-03-31`;
/** Days on which something happened, days before and after, and the ends of years. */
const dates = ['2016-11-09', '2016-11-10', '2017-03-31', '2017-09-30', '2017-10-06', '2018-02-20', '2018-04-03'];
const yearOf = (date: string): string => years.find((year) => first(year) <= date && date <= last(year)) ?? 'none';

const pence = (amount: string): bigint => BigInt(amount.replace('.', ''));
type Line = Readonly<Record<string, string>>;
const sumOf = (lines: readonly Line[], name: string): bigint =>
  lines.reduce((sum, line) => sum + pence(line[name] ?? ''), 0n);

describe('statements of years with awards', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  const withAwards = async (): Promise<Ledger> => {
    const ledger = await groupLedger(api);
    await recordAwardsOfEveryKind(ledger);
    return ledger;
  };
  const seeded = async (seed: number, count: number): Promise<Ledger> => {
    const ledger = await freshLedger(api);
    await doAwardsAtRandom(ledger, count, seed);
    return ledger;
  };
  const text = async (ledger: Ledger, year: string, query = ''): Promise<string> => {
    const reply = await ledger.statement(query, year);
    await did(Promise.resolve(reply));
    return reply.text;
  };

  /** What the ways to a statement of a year differ in, where they do. */
  async function differing(ledger: Ledger): Promise<string[]> {
    const head = await headSequence(tables, ledger.id);
    const different: string[] = [];
    for (const year of years) {
      const kept = await text(ledger, year);
      const asOf = `asOf=${last(year)}`;
      for (const query of [`?knownAt=${head}`, `?${asOf}`, `?${asOf}&knownAt=${head}`]) {
        if ((await text(ledger, year, query)) !== kept) different.push(`${year}${query}`);
      }
    }
    for (const date of dates) {
      const [asOf, known] = [`?asOf=${date}`, `?asOf=${date}&knownAt=${head}`];
      if ((await text(ledger, yearOf(date), asOf)) !== (await text(ledger, yearOf(date), known))) different.push(asOf);
    }
    return different;
  }

  it('are the same to the byte, kept, known at an entry and up to a date', async () => {
    const ledger = await withAwards();

    const { body } = await ledger.statement();

    expect(body.awards.length).toBeGreaterThan(4);
    expect(await differing(ledger)).toEqual([]);
  });

  it.each([1, 2, 3, 4])('are the same to the byte every way after any history (%i)', async (seed) => {
    const ledger = await seeded(seed, 120);

    expect(await differing(ledger)).toEqual([]);
    const { body } = await ledger.verify();
    expect(body).toMatchObject({ chainValid: true, balancesMatch: true, trialBalance: '0.00', discrepancies: [] });
  });

  it.each([5, 6])('are for ever what they were when the journal stood there (%i)', async (seed) => {
    const ledger = await freshLedger(api);
    const then = new Map<number, { year: string; kept: string }>();
    let turn = 0;
    await doAwardsAtRandom(ledger, 90, seed, async () => {
      turn += 1;
      const year = years[turn % years.length] ?? '';
      const head = await headSequence(tables, ledger.id);
      then.set(head, { year, kept: await text(ledger, year) });
    });

    const changed: number[] = [];
    for (const [head, { year, kept }] of then) {
      if ((await text(ledger, year, `?knownAt=${head}`)) !== kept) changed.push(head);
    }

    expect(then.size).toBeGreaterThan(20);
    expect(changed).toEqual([]);
  });

  it.each([7, 8, 9])('commit and spend by award what they do by fund, up to any date (%i)', async (seed) => {
    const ledger = await seeded(seed, 120);

    for (const year of years.slice(1)) {
      for (const asOf of [last(year), `${year.slice(0, 4)}-08-15`, `20${year.slice(5)}-01-14`]) {
        const { body } = await ledger.statement(`?asOf=${asOf}`, year);
        const spent = sumOf(body.awards, 'paidInYear') - sumOf(body.awards, 'refundedInYear');
        const { committed, expenditure, closingBalance, uncommitted } = body.totals;
        const direct = body.expenditure.filter(({ category }: Line) => category === 'partnership-posts');
        expect([asOf, sumOf(body.awards, 'committed')]).toEqual([asOf, pence(committed)]);
        expect([asOf, spent + sumOf(direct, 'amount')]).toEqual([asOf, pence(expenditure)]);
        expect(pence(closingBalance) - pence(committed)).toBe(pence(uncommitted));
        for (const award of body.awards) expect(pence(award.committed)).toBeGreaterThanOrEqual(0n);
      }
    }
  });
});
