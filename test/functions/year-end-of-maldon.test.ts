import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Person, person } from '../../infra/local/example/people.ts';
import { type Api, type Call, type Reply, startTables, type TestTables } from '../api.ts';
import { did } from '../award-calls.ts';
import { checkedApiOver } from './checked-api.ts';
import { example, loadMaldon } from './loaded-example.ts';

const approval = 'CDSF carry-over letter, 12 March 2018';

/** The worked example, taken through both of its years by the people who do such things. */
describe('the worked example at its year ends', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
  });
  afterAll(() => tables.stop());

  const base = '/v1/partnerships/maldon';
  const officer = person(example, 'financeOfficer');
  const chief = person(example, 'chiefFinanceOfficer');
  const auditor = person(example, 'auditor');
  const as = ({ subject, groups }: Person, call: Call): Promise<Reply> =>
    api.call({ ...call, path: `${base}${call.path}`, subject, groups });
  const post = (who: Person, path: string, body: object): Promise<Reply> => as(who, { method: 'POST', path, body });
  const read = (path: string): Promise<Reply> => as(auditor, { path });

  const statementOf = async (year: string, query = '') => await did(read(`/years/${year}/statement${query}`));
  const coreId = async (): Promise<string> => (await did(read('/grants?financialYear=2017-18'))).items[0].id;
  const fundIn = (statement: Reply['body'], id: string) =>
    statement.funds.find(({ fundId }: { fundId: string }) => fundId === id);

  const carried = (amount: string) => ({
    fundId: 'tru-cam',
    treatment: 'carry-forward',
    amount,
    approvalReference: approval,
  });
  const close = (year: string, disposals: object[]) => post(officer, `/years/${year}/closing`, { disposals });
  const closeSecond = async (returned: string) =>
    close('2017-18', [
      { fundId: 'partnership-fund', treatment: 'return', amount: returned, grantId: await coreId() },
      carried('7000.00'),
    ]);
  const certify = (statementHash: string) =>
    post(chief, '/years/2017-18/certification', { statementHash, name: 'A. Treasurer', role: 'Section 151 officer' });
  const certifyNow = async () => certify((await statementOf('2017-18')).statementHash);
  const reopen = () => post(chief, '/years/2017-18/reopening', { reason: 'A forgotten invoice of 45.50.' });
  const spendForgotten = () =>
    post(officer, '/expenditure', {
      fundId: 'partnership-fund',
      category: 'partnership-posts',
      description: 'A forgotten invoice',
      amount: '45.50',
      spentOn: '2018-03-30',
      paymentReference: 'JNL-0499',
      authorityReference: '2017/18 budget',
    });

  /** The example, closed and certified for the first time. */
  async function certifiedOnce(): Promise<void> {
    tables = await startTables();
    api = checkedApiOver(tables);
    await loadMaldon(api);
    await did(close('2016-17', [carried('7000.00')]));
    await did(closeSecond('1027.00'));
    await did(certifyNow());
  }

  describe('closed, certified, reopened, closed and certified again', () => {
    let first: Reply;
    let before: Reply['body'];
    beforeAll(async () => {
      await certifiedOnce();
      first = await read('/years/2017-18/statement?version=1');
      before = await statementOf('2017-18');
      await did(reopen());
      await did(spendForgotten());
    });

    it('carries the pilot forward with its reference, and nothing of it is disturbed', async () => {
      const pilot = fundIn(await statementOf('2016-17'), 'tru-cam');

      expect(pilot).toMatchObject({ grossIncome: '7000.00', returned: '0.00', closingBalance: '7000.00' });
      expect(pilot.disposals).toEqual([{ treatment: 'carry-forward', amount: '7000.00', approvalReference: approval }]);
    });

    it('returns what is left of core funding', () => {
      expect(fundIn(before, 'partnership-fund')).toMatchObject({
        grossIncome: '14235.00',
        topSliced: '1708.00',
        expenditure: '11500.00',
        returned: '1027.00',
        closingBalance: '0.00',
        cash: '1027.00',
        repayable: '1027.00',
      });
      expect(before).toMatchObject({ status: 'certified', version: 1 });
    });

    it('says in version 1 who signed it', () => {
      expect(first.body.integrity.certification).toMatchObject({ name: 'A. Treasurer', role: 'Section 151 officer' });
      expect(first.body).toMatchObject({ status: 'certified', version: 1, statementHash: before.statementHash });
      expect(first.headers['etag']).toBe(`"${createHash('sha256').update(first.text).digest('hex')}"`);
    });

    it('is a draft again once it was reopened, with the returned money back', async () => {
      const open = await statementOf('2017-18');

      expect(open).toMatchObject({ status: 'open', version: null });
      expect(fundIn(open, 'partnership-fund')).toMatchObject({
        expenditure: '11545.50',
        returned: '0.00',
        closingBalance: '981.50',
        repayable: '0.00',
        disposals: [],
      });
    });

    it('refuses the hash of what was signed before as stale, and certifies what stands', async () => {
      await did(closeSecond('981.50'));

      const stale = await certify(before.statementHash);
      const second = await certifyNow();

      expect([stale.status, stale.body.code]).toEqual([409, 'stale-statement']);
      expect([second.status, second.body.version]).toEqual([201, 2]);
    });

    it('keeps version 1 byte for byte', async () => {
      const again = await read('/years/2017-18/statement?version=1');

      expect(again.text).toBe(first.text);
      expect(again.headers['etag']).toBe(first.headers['etag']);
    });

    it('lists in version 2 exactly the forgotten expenditure and its effects', async () => {
      const { items } = await did(read('/years/2017-18/statements'));
      const { items: entries } = await did(read('/journal?limit=100&financialYear=2017-18'));
      const kinds = entries.slice(-4).map(({ type }: { type: string }) => type);
      const ofFund = items[1].changes.filter(({ section }: { section: string }) => section === 'funds');

      expect(kinds).toEqual(['year-reopened', 'expenditure-recorded', 'year-closed', 'year-certified']);
      expect(items.map(({ version, changes }: Reply['body']) => [version, changes.length > 0])).toEqual([
        [1, false],
        [2, true],
      ]);
      const at = (place: number) => entries.slice(-4)[place].sequence;
      const [reopening, spending, closing] = [at(0), at(1), at(2)];
      expect(
        ofFund.map(({ id, figure, difference, entries: by }: Reply['body']) => [id, figure, difference, by]),
      ).toEqual([
        ['partnership-fund', 'expenditure', '45.50', [spending]],
        ['partnership-fund', 'returned', '-45.50', [reopening, closing]],
        ['partnership-fund', 'cash', '-45.50', [spending]],
        ['partnership-fund', 'repayable', '-45.50', [reopening, closing]],
        ['partnership-fund', 'disposals', undefined, [reopening, closing]],
      ]);
      expect([...new Set(items[1].changes.map(({ section }: Reply['body']) => section))]).toEqual([
        'funds',
        'grants',
        'expenditure',
        'totals',
      ]);
      const named = new Set(items[1].changes.flatMap(({ entries: by }: Reply['body']) => by));
      expect([...named].toSorted()).toEqual([reopening, spending, closing].toSorted());
    });

    it('has the same list in the certified version itself', async () => {
      const { items } = await did(read('/years/2017-18/statements'));
      const second = await statementOf('2017-18', '?version=2');

      expect(second.integrity.changes).toEqual(items[1].changes);
    });

    it('stands up to verification', async () => {
      expect(await did(read('/audit/verification'))).toMatchObject({ chainValid: true, discrepancies: [] });
    });
  });

  describe('after the return was repaid', () => {
    beforeAll(async () => {
      await certifiedOnce();
      const repayment = { amount: '1027.00', paidOn: '2018-05-15', paymentReference: 'REPAY-1' };
      await did(post(officer, `/grants/${await coreId()}/repayments`, repayment));
      await did(reopen());
      await did(spendForgotten());
      await did(closeSecond('981.50'));
      await did(certifyNow());
    });

    const exceptions = async (): Promise<object[]> =>
      (await statementOf('2018-19')).exceptions.filter(({ code }: { code: string }) => code === 'overpaid-to-funder');

    it('leaves 45.50 owed by the funder, as an exception', async () => {
      const fund = fundIn(await statementOf('2018-19'), 'partnership-fund');

      expect(fund).toMatchObject({
        openingBalance: '0.00',
        closingBalance: '0.00',
        cash: '-45.50',
        repayable: '-45.50',
      });
      expect(await exceptions()).toMatchObject([{ fundId: 'partnership-fund', amount: '45.50' }]);
    });

    it('is settled when it comes back', async () => {
      const refund = { amount: '45.50', receivedOn: '2018-07-02', bankReference: 'EPCC-0099' };
      await did(post(officer, `/grants/${await coreId()}/repayment-refunds`, refund));

      expect(await exceptions()).toEqual([]);
      expect(fundIn(await statementOf('2018-19'), 'partnership-fund')).toMatchObject({
        cash: '0.00',
        repayable: '0.00',
      });
    });
  });
});
