import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../../api.ts';
import { did } from '../../award-calls.ts';
import { partnershipCalls } from '../../partnership.ts';
import { checkedApiOver } from '../checked-api.ts';
import { type GroupLedger, groupLedger } from '../group-ledger.ts';
import { loadMaldon } from '../loaded-example.ts';
import type { Ledger } from '../refusals.ts';

describe('the list of the Transparency Code', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  const list = (ledger: Pick<Ledger, 'get'>, year = '2017-18') =>
    ledger.get(`/open-data/transparency.csv?financialYear=${year}`);
  const rowsOf = async (ledger: Ledger, year?: string): Promise<string[][]> =>
    (parse((await list(ledger, year)).text) as string[][]).slice(1);
  const award = async (ledger: GroupLedger, more: object = {}, heldOn = '2017-10-06', decision: object = {}) => {
    const meetingId = await ledger.group.openMeeting({ heldOn });
    const awardId = await ledger.group.proposeTo(meetingId, { proposedOn: undefined, ...more });
    await did(ledger.group.decide(awardId, meetingId, decision));
    return awardId;
  };

  it('has the worked example’s awards to voluntary bodies, and none to public ones', async () => {
    await loadMaldon(api);

    const { text, headers } = await list(partnershipCalls(api));
    const rows = parse(text) as string[][];

    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="maldon-grants-2017-18.csv"',
      vary: 'Accept',
    });
    expect(rows).toEqual([
      [
        'Date awarded',
        'Time period',
        'Awarding department',
        'Beneficiary',
        'Registration number',
        'Summary of purpose',
        'Amount',
      ],
      [
        '2017-10-06',
        '',
        'Maldon District Council: Maldon Community Safety Partnership',
        'Community football organiser',
        '',
        expect.stringMatching(/^Just Play football initiative .*\[Illustrative: /),
        '1200.00',
      ],
      expect.arrayContaining(['Domestic abuse charity', '450.00']),
    ]);
  });

  it('says for which period, to whom by which number, and for what', async () => {
    const ledger = await groupLedger(api);
    const recipient = { name: 'A Company', kind: 'vcse', organisationId: 'GB-COH-00123456' };
    const period = { start: '2017-11-01', end: '2018-03-31' };
    await award(ledger, { recipient, period, title: 'Just Play', purpose: 'Extend\r\nto Burnham.' });

    const [row] = await rowsOf(ledger);

    expect(row?.slice(1)).toEqual([
      '2017-11-01 to 2018-03-31',
      expect.any(String),
      'A Company',
      '00123456',
      'Just Play: Extend to Burnham.',
      '400.00',
    ]);
  });

  it('has the awards of the year in which they were decided, in that order', async () => {
    const ledger = await groupLedger(api);
    await award(ledger, { title: 'Of the last day' }, '2018-03-31');
    await award(ledger, { title: 'Of the next' }, '2018-04-01');
    const titles = async (year: string) => (await rowsOf(ledger, year)).map((row) => row[5]?.split(':')[0]);

    expect(await titles('2016-17')).toEqual([]);
    expect(await titles('2017-18')).toEqual(['Of the last day']);
    expect(await titles('2018-19')).toEqual(['Of the next']);
  });

  it('leaves out what has no amount yet', async () => {
    const ledger = await groupLedger(api);
    await award(ledger, { amountRequested: undefined }, undefined, { amountApproved: undefined });

    expect(await rowsOf(ledger)).toEqual([]);
  });

  it.each(['=HYPERLINK("https://x.example")', '+44', '-1+1', '@SUM(A1)'])('keeps a name like %s text', async (name) => {
    const ledger = await groupLedger(api);
    await award(ledger, { recipient: { name, kind: 'vcse' }, title: name, purpose: name });

    const [row] = await rowsOf(ledger);

    expect(row?.[3]).toBe(`'${name}`);
    expect(row?.[5]).toBe(`'${name}`);
  });
});
