import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Reply, startTables, type TestTables } from '../api.ts';
import { did } from '../award-calls.ts';
import { checkedApiOver } from './checked-api.ts';
import { freshLedger, type Ledger } from './refusals.ts';
import { fillWithEverything } from './varied-ledger.ts';

type Line = Readonly<Record<string, string>>;
type Posting = Readonly<Record<'account' | 'fundId' | 'grantId' | 'debit' | 'credit', string | undefined>> & {
  on?: string;
};
type Entry = { readonly sequence: number; readonly effectiveOn: string; readonly postings: readonly Posting[] };

const pence = (amount = '0.00'): bigint => BigInt(amount.replace('.', ''));

/** Fills a template's variables from a line. */
const filled = (template: string, line: Line): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(line[name] ?? expect.unreachable(name)));

describe('what stands behind the figures of a statement', () => {
  let tables: TestTables;
  let api: Api;
  let ledger: Ledger;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    ledger = await freshLedger(api);
    await fillWithEverything(ledger);
  });
  afterAll(() => tables.stop());

  async function entriesAt(path: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (let cursor = ''; ; ) {
      const page = await did(api.call({ path: `${path}&limit=100${cursor}`, groups: [`${ledger.id}:auditor`] }));
      entries.push(...page.items);
      if (page.nextCursor === null) return entries;
      cursor = `&cursor=${page.nextCursor}`;
    }
  }

  /** What the postings that a link is for come to, by hand: as its own query says. */
  function comesTo(path: string, entries: readonly Entry[]): bigint {
    const query = new URL(path, 'http://x').searchParams;
    const accounts = query.get('account')?.split(',') ?? [];
    const [postedIn, postedTo, asOf = '9999'] = ['postedIn', 'postedTo', 'asOf'].map(
      (name) => query.get(name) ?? undefined,
    );
    const counts = ({ account, fundId, grantId, on = '' }: Posting, effectiveOn: string): boolean => {
      const date = on === '' ? effectiveOn : on;
      const year = (of: string) => [`${of.slice(0, 4)}-04-01`, `${Number(of.slice(0, 4)) + 1}-03-31`] as const;
      const isIn = postedIn === undefined || (date >= year(postedIn)[0] && date <= year(postedIn)[1]);
      return (
        accounts.includes(account ?? '') &&
        (query.get('fundId') ?? fundId) === fundId &&
        (query.get('grantId') ?? grantId) === grantId &&
        isIn &&
        (postedTo === undefined || date <= year(postedTo)[1]) &&
        date <= asOf
      );
    };
    const postings = entries.flatMap((entry) => entry.postings.filter((one) => counts(one, entry.effectiveOn)));
    return postings.reduce((sum, { debit, credit }) => sum + pence(debit) - pence(credit), 0n);
  }

  /** The figures of a line whose entries, as its links find them, don't come to the figure. */
  async function unsupported(links: Readonly<Record<string, string[]>>, line: Line, more: string): Promise<string[]> {
    const found = await Promise.all(
      Object.entries(links).map(async ([figure, templates]) => {
        const sums = templates.map(async (template) => {
          const path = `${filled(template, line)}${more}`;
          return comesTo(path, await entriesAt(path));
        });
        const sum = (await Promise.all(sums)).reduce((one, other) => one + other, 0n);
        const shown = pence(line[figure]);
        return sum === shown || sum === -shown ? [] : [`${figure} ${shown}, and its entries come to ${sum}`];
      }),
    );
    return found.flat();
  }

  it.each([
    ['as it stands', '', ''],
    ['as of a date', '?asOf=2017-12-31', '&asOf=2017-12-31'],
    ['as known at an entry', '?knownAt=30', '&knownAt=30'],
    ['as of a date, as known at an entry', '?asOf=2017-12-31&knownAt=30', '&asOf=2017-12-31&knownAt=30'],
  ])('comes to each figure of each fund, %s', async (_, query, more) => {
    const { body } = await ledger.statement(query);

    const faults = await Promise.all(body.funds.map((fund: Line) => unsupported(body.sources.funds, fund, more)));

    expect(body.funds.length).toBeGreaterThan(1);
    expect(faults.flat()).toEqual([]);
  });

  it('comes to what each grant was and what it brought', async () => {
    const { body } = await ledger.statement();
    const figures = ['grossAmount', 'topSlicedAmount', 'netAmount', 'grossIncomeInYear', 'topSlicedInYear', 'returned'];
    const links = Object.fromEntries(figures.map((figure) => [figure, body.sources.grants[figure]]));
    // What is shown of a later year's grant, for its cash in advance, is what its own record says was agreed.
    const grants: Line[] = body.grants.filter(
      ({ grantId, financialYear = '' }: Line) => grantId !== null && financialYear <= '2017-18',
    );

    const faults = await Promise.all(grants.map((grant) => unsupported(links, grant, '')));

    expect(grants.length).toBeGreaterThan(0);
    expect(faults.flat()).toEqual([]);
  });

  it('has a link for every figure of every kind of line', async () => {
    const { body } = await ledger.statement();
    const isMoney = (value: unknown): boolean => typeof value === 'string' && /^-?\d+\.\d\d$/.test(value);
    const figuresOf = (line: Line): string[] => Object.keys(line).filter((name) => isMoney(line[name]));
    const { sources, funds, grants, awards, expenditure, totals } = body;

    expect(Object.keys(sources.funds)).toEqual(expect.arrayContaining(funds.flatMap(figuresOf)));
    expect(Object.keys(sources.grants)).toEqual(expect.arrayContaining(grants.flatMap(figuresOf)));
    expect(Object.keys(sources.broughtForward)).toEqual(expect.arrayContaining(grants.flatMap(figuresOf)));
    expect(Object.keys(sources.awards)).toEqual(expect.arrayContaining(awards.flatMap(figuresOf)));
    expect(Object.keys(sources.expenditure)).toEqual(expect.arrayContaining(expenditure.flatMap(figuresOf)));
    expect(Object.keys(sources.totals)).toEqual(expect.arrayContaining(figuresOf(totals)));
  });

  it('leads from each award to its history and to the meeting that decided it', async () => {
    const { body } = await ledger.statement();
    const decided: Line[] = body.awards.filter(({ meetingId }: Line) => meetingId !== null);
    const reach = async (template: string, line: Line): Promise<number> =>
      (await api.call({ path: filled(template, line), groups: [`${ledger.id}:auditor`] })).status;

    const reached = decided.flatMap((award) => [
      reach(body.sources.records.award, award),
      reach(body.sources.records.meeting, award),
      reach(body.sources.records.fund, award),
      reach(body.sources.awards.paidInYear[0], award),
    ]);

    expect(decided.length).toBeGreaterThan(0);
    expect(new Set(await Promise.all(reached))).toEqual(new Set([200]));
  });

  it.each([
    ['an account that there isn’t', 'account=petty-cash', '/query/account/0'],
    ['a grant that can’t be', 'grantId=some', '/query/grantId'],
    ['an entry beyond the head', 'knownAt=999999', '/query/knownAt'],
    ['a year that can’t be', 'postedIn=2017-19', '/query/postedIn'],
  ])('is refused for %s', async (_, query, pointer) => {
    const { status, body }: Reply = await ledger.get(`/journal?${query}`);

    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });
});
