import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../../api.ts';
import { did } from '../../award-calls.ts';
import { partnershipCalls } from '../../partnership.ts';
import { checkedApiOver } from '../checked-api.ts';
import { groupLedger } from '../group-ledger.ts';
import { loadMaldon } from '../loaded-example.ts';
import { markdownReport, saidInMarkdown, totalOf } from './report-text.ts';

const approvalReference = 'EPCC letter of 20 April 2017';

describe('a member update of years that are closed', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  it('says which are closed and which certified, and what was returned', async () => {
    await loadMaldon(api);
    const calls = partnershipCalls(api);
    const chief = { groups: ['maldon:chief-finance-officer'], subject: 'chief' };
    const pilot = { fundId: 'tru-cam', treatment: 'carry-forward', amount: '7000.00', approvalReference };
    const { body: grants } = await calls.get('/grants?financialYear=2017-18');
    const core = { fundId: 'partnership-fund', treatment: 'return', amount: '1027.00', grantId: grants.items[0].id };
    await did(calls.post('/years/2016-17/closing', { disposals: [pilot] }));
    const { statementHash } = (await calls.statement('', '2016-17')).body;
    const signed = { statementHash, name: 'Chief', role: 'Section 151 officer' };
    await did(calls.post('/years/2016-17/certification', signed, chief));
    await did(calls.post('/years/2017-18/closing', { disposals: [pilot, core] }));

    const { text } = await markdownReport(calls, '2016-04-01', '2018-03-31');

    expect(text).toContain('The accounts for 2016/17 are certified (version 1).');
    expect(text).toContain('The accounts for 2017/18 are closed and not yet certified.');
    expect(totalOf(text, 'Returned to funders')).toBe('1027.00');
    expect(totalOf(text, 'Balance at')).toBe('7000.00');
  });

  it('says what came back of direct expenditure', async () => {
    const ledger = await groupLedger(api);
    const { sequence } = await did(ledger.spend());
    await did(ledger.post(`/journal/${sequence}/reversal`, { reason: 'A mistake.', effectiveOn: '2018-05-01' }));

    const text = saidInMarkdown((await markdownReport(ledger, '2018-04-01', '2019-03-31')).text);

    expect(text).toContain('£50.00 came back to the Partnership fund of what was spent on partnership posts.');
  });
});
