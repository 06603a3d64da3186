import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { financialYearOf } from '../../domain/financial-year.ts';
import { londonDate } from '../../domain/plain-date.ts';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { did } from '../award-calls.ts';
import { checkedApiOver } from './checked-api.ts';
import { groupLedger } from './group-ledger.ts';
import { loadMaldon } from './loaded-example.ts';
import { freshLedger, type Ledger, nowhere, type Refusals, testRefusals } from './refusals.ts';
import { storedItems } from './stored.ts';

const year = '2017-18';
const current = financialYearOf(londonDate(new Date().toISOString()));
const open = (financialYear: string) => ({ financialYear, status: 'open', versions: 0 });

const refusals: Refusals<'listYears'> = { listYears: { 'not-found': () => nowhere('GET', '/years') } };

describe('the years of a partnership', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());
  testRefusals(refusals, () => ({ api, tables }));

  const yearsOf = async (ledger: Pick<Ledger, 'get'>) => (await did(ledger.get('/years'))).items;
  const chief = ({ id }: Ledger): Partial<Call> => ({ groups: [`${id}:chief-finance-officer`], subject: 'treasurer' });

  /** Read at a moment, by whoever may read. */
  const readAt = async ({ id, to }: Ledger, moment: string) => {
    const then = checkedApiOver(tables, tables.client, { now: () => Date.parse(moment) });
    return (await did(then.call(to('GET', '/years', undefined, { groups: [`${id}:auditor`] })))).items;
  };

  it('are this year alone where nothing has happened yet', async () => {
    const { status, body } = await (await freshLedger(api)).get('/years');

    expect([status, body]).toEqual([200, { items: [open(current)] }]);
  });

  it('are, of the worked example, those of its grants and spending, and this one', async () => {
    await loadMaldon(api);

    const { body } = await api.call({ path: '/v1/partnerships/maldon/years', groups: ['maldon:auditor'] });

    expect(body.items).toEqual(['2016-17', year, current].map(open));
  });

  it('go on with the new one on 1 April in London, when it is still 31 March elsewhere', async () => {
    const ledger = await freshLedger(api);

    expect(await readAt(ledger, '2018-03-31T22:59:59Z')).toEqual([open(year)]);
    expect(await readAt(ledger, '2018-03-31T23:00:00Z')).toEqual([open('2018-19')]);
  });

  it('say where each stands, and how many times it was certified', async () => {
    const ledger = await freshLedger(api);
    const told = async () => (await yearsOf(ledger))[0];
    const close = () => did(ledger.post(`/years/${year}/closing`, { disposals: [] }));
    const certify = async () => {
      const { statementHash } = await did(ledger.statement());
      const signature = { statementHash, name: 'A. Treasurer', role: 'Treasurer' };
      await did(ledger.post(`/years/${year}/certification`, signature, chief(ledger)));
    };

    await close();
    expect(await told()).toEqual({ financialYear: year, status: 'closed', versions: 0 });
    await certify();
    expect(await told()).toEqual({ financialYear: year, status: 'certified', versions: 1 });
    await did(ledger.post(`/years/${year}/reopening`, { reason: 'A forgotten invoice.' }, chief(ledger)));
    expect(await told()).toEqual({ financialYear: year, status: 'open', versions: 1 });
    await close();
    await certify();
    expect(await yearsOf(ledger)).toEqual([{ financialYear: year, status: 'certified', versions: 2 }, open(current)]);
  });

  it('are those of grants and decisions, and not those of instalments and meetings to come', async () => {
    const { group, ...ledger } = await groupLedger(api);
    const start = Number(current.slice(0, 4));
    await did(
      ledger.agree({ topSlices: [], instalments: { count: 5, firstDueOn: `${start}-05-02`, everyMonths: 12 } }),
    );
    await group.proposeTo(await group.schedule({ heldOn: `${start + 3}-10-06` }));
    const meetingId = await group.openMeeting({ heldOn: '2015-10-06' });
    const awardId = await group.proposeTo(meetingId, { proposedOn: '2015-09-01' });
    expect(await yearsOf(ledger)).toEqual([year, current].map(open));

    await did(group.decide(awardId, meetingId, { outcome: 'rejected', amountApproved: undefined }));

    expect(await yearsOf(ledger)).toEqual(['2015-16', year, current].map(open));
  });

  it('are nobody’s of another partnership', async () => {
    const [ledger, other] = [await freshLedger(api), await freshLedger(api)];
    await did(other.agree({ financialYear: '2014-15' }));

    const { status, body } = await api.call(other.to('GET', '/years', undefined, { groups: [`${ledger.id}:auditor`] }));

    expect([status, body.code]).toEqual([403, 'forbidden']);
    expect(await yearsOf(ledger)).toEqual([open(current)]);
  });

  it('are asked for with no query', async () => {
    const ledger = await freshLedger(api);

    const { status } = await ledger.get('/years?limit=1');

    expect(status).toBe(400);
  });

  it('change their ETag with where a year stands, and with nothing else', async () => {
    const ledger = await freshLedger(api);
    const etag = async () => (await ledger.get('/years')).headers['etag'];
    await did(ledger.agree());
    const before = await etag();

    await did(ledger.spend({ amount: '1.00' }));
    expect(await etag()).toBe(before);
    await did(ledger.post('/years/2010-11/closing', { disposals: [] }));

    expect(await etag()).not.toBe(before);
  });

  it('are read on the record', async () => {
    const ledger = await freshLedger(api);

    await yearsOf(ledger);

    const events = (await storedItems(tables, 'events')).filter(({ pk }) => String(pk).includes(`#${ledger.id}#`));
    expect(events).toMatchObject([{ kind: 'read', path: `${ledger.base}/years`, by: { subject: 'officer' } }]);
  });
});
