import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../../api.ts';
import { did } from '../../award-calls.ts';
import { checkedApiOver } from '../checked-api.ts';
import { freshLedger, type Ledger } from '../refusals.ts';
import { markdownReport, saidInMarkdown } from './report-text.ts';

const spent = '£50.00 was spent from the Partnership fund on partnership posts (note 1).';
const supported = 'is used to support these revenue costs.';
const note = 'Note 1. Illustrative: the amount.';

describe('direct expenditure in a member update', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  /** An expenditure of 1 June 2017 that is reversed on 10 May 2018. */
  async function reversedLater(): Promise<Ledger> {
    const ledger = await freshLedger(api);
    await did(ledger.agree());
    const { sequence } = await did(ledger.spend({ note: 'Illustrative: the amount.' }));
    await did(ledger.post(`/journal/${sequence}/reversal`, { reason: 'A mistake.', effectiveOn: '2018-05-10' }));
    return ledger;
  }

  const said = async (ledger: Ledger, from: string, to: string): Promise<string> =>
    saidInMarkdown((await markdownReport(ledger, from, to)).text);

  it.each([
    ['2017-04-01', '2018-03-31'],
    ['2017-04-01', '2017-12-31'],
    ['2017-06-01', '2018-05-09'],
  ])('from %s to %s has what was reversed later, with its grant and mark', async (from, to) => {
    const text = await said(await reversedLater(), from, to);

    expect([spent, supported, note].filter((one) => !text.includes(one))).toEqual([]);
  });

  it.each([
    ['2017-04-01', '2018-05-10'],
    ['2017-04-01', '2019-03-31'],
  ])('from %s to %s has nothing of what was reversed by then', async (from, to) => {
    const text = await said(await reversedLater(), from, to);

    expect(text).toContain('There was no direct expenditure in the period.');
    expect(text).not.toContain('Illustrative:');
  });

  it('says in the later period that it came back', async () => {
    const text = await said(await reversedLater(), '2018-04-01', '2019-03-31');

    expect(text).toContain('£50.00 came back to the Partnership fund of what was spent on partnership posts.');
  });

  it('is told by category, and not as it was described', async () => {
    const ledger = await freshLedger(api);
    await did(ledger.agree());
    await did(ledger.spend({ description: 'Travel of J. Smith' }));

    const text = await said(ledger, '2017-04-01', '2018-03-31');

    expect(text).toContain('£50.00 was spent from the Partnership fund on partnership posts.');
    expect(text).not.toContain('Smith');
  });
});
