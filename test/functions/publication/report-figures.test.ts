import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { financialYearOf, startOf } from '../../../domain/financial-year.ts';
import { addDays } from '../../../domain/plain-date.ts';
import { type Api, startTables, type TestTables } from '../../api.ts';
import { doAwardsAtRandom } from '../awards-at-random.ts';
import { checkedApiOver } from '../checked-api.ts';
import { freshLedger, type Ledger } from '../refusals.ts';
import { doAtRandom, fillWithEverything } from '../varied-ledger.ts';
import { markdownReport, sterling, totalOf } from './report-text.ts';

/** Ends of years, of months, and days on which something happens. */
const ends = [
  '2016-03-31',
  '2016-11-10',
  '2017-03-31',
  '2017-09-30',
  '2017-10-06',
  '2018-03-31',
  '2018-06-15',
  '2019-12-31',
];

const lines = [
  ['openingBalance', 'Balance brought forward'],
  ['grossIncome', 'Gross grant income'],
  ['topSliced', 'Top-sliced at source'],
  ['returned', 'Returned to funders'],
  ['closingBalance', 'Balance at'],
  ['committed', 'Of which committed'],
  ['uncommitted', 'Uncommitted'],
] as const;

const pence = (amount: string): number => Math.round(Number(amount) * 100);

describe('the figures of a member update', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  const reportOf = async (ledger: Ledger, from: string, to: string): Promise<string> =>
    (await markdownReport(ledger, from, to)).text;

  const filled: Record<string, () => Promise<Ledger>> = {
    'something of every kind': async () => {
      const ledger = await freshLedger(api);
      await fillWithEverything(ledger);
      return ledger;
    },
    'money at random': async () => {
      const ledger = await freshLedger(api);
      await doAtRandom(ledger, 80, 7);
      return ledger;
    },
    'awards at random': async () => {
      const ledger = await freshLedger(api);
      await doAwardsAtRandom(ledger, 120, 3);
      return ledger;
    },
  };

  describe.each(Object.keys(filled))('after %s', (what) => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = (await filled[what]?.()) as Ledger;
    });

    it.each(ends)('are those of the statement from the start of the year to %s', async (to) => {
      const year = financialYearOf(to);
      const { body } = await ledger.statement(`?asOf=${to}`, year);

      const report = await reportOf(ledger, startOf(year), to);

      const total = (title: string): string => totalOf(report, title) || '0.00';
      expect(Object.fromEntries(lines.map(([figure, title]) => [figure, total(title)]))).toEqual(
        Object.fromEntries(lines.map(([figure]) => [figure, body.totals[figure]])),
      );
      expect(pence(total('Awards paid')) + pence(total('Direct expenditure'))).toBe(pence(body.totals.expenditure));
      expect(sterling(/In all, (\S+) was received/.exec(report)?.[1] ?? '')).toBe(body.totals.received);
      const paid = body.awards.reduce(
        (sum: number, { paidInYear }: { paidInYear: string }) => sum + pence(paidInYear),
        0,
      );
      expect(pence(sterling(/(\S+) was paid to recipients/.exec(report)?.[1] ?? ''))).toBe(paid);
    });

    it('go on from one period to the next', async () => {
      const periods = ends.slice(1).map((to, place) => [addDays(ends[place] ?? '', 1), to] as const);
      const reports: string[] = [];
      for (const [from, to] of periods) reports.push(await reportOf(ledger, from, to));

      const opening = reports.slice(1).map((report) => totalOf(report, 'Balance brought forward'));

      expect(opening).toEqual(reports.slice(0, -1).map((report) => totalOf(report, 'Balance at')));
    });
  });
});
