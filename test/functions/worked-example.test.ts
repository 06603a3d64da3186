import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../api.ts';
import { partnershipCalls } from '../partnership.ts';
import { checkedApiOver } from './checked-api.ts';
import { example, loadMaldon } from './loaded-example.ts';

describe('the worked example', () => {
  let tables: TestTables;
  let api: Api;
  const calls = () => partnershipCalls(api);
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    await loadMaldon(api);
  });
  afterAll(() => tables.stop());

  const sums = example.sums['2017-18']['partnership-fund'];
  const fundOf = async (year: string, fundId: string) => {
    const { body } = await calls().statement('', year);
    return body.funds.find((fund: { fundId: string }) => fund.fundId === fundId);
  };

  it('has the figures of the report for the core grant', async () => {
    const { body } = await calls().get('/grants?financialYear=2017-18');

    expect(body.items).toMatchObject([
      {
        grossAmount: '14235.00',
        topSlicedAmount: '1708.00',
        netAmount: '12527.00',
        receivedAmount: '12527.00',
        outstandingAmount: '0.00',
      },
    ]);
    expect(body.items[0].instalments).toEqual([
      { dueOn: '2017-05-02', amount: '6263.50' },
      { dueOn: '2017-11-02', amount: '6263.50' },
    ]);
  });

  it('has them in the statement of 2017/18', async () => {
    const { body } = await calls().statement();
    const line = body.grants.find(({ reference }: { reference: string }) => reference === 'CORE-2017-18');
    const posts = body.expenditure.find(({ category }: { category: string }) => category === 'partnership-posts');

    expect(await fundOf('2017-18', 'partnership-fund')).toMatchObject({
      grossIncome: sums.gross,
      topSliced: sums.topSliced,
      receivable: '0.00',
    });
    expect(body.totals).toMatchObject({ netIncome: sums.net, received: sums.net });
    expect(line).toMatchObject({
      netAmount: sums.net,
      topSlices: [{ purpose: 'dhr', amount: '1708.00' }],
      receivedInYear: sums.net,
    });
    expect(line.funder.name).toBe('Police, Fire and Crime Commissioner for Essex');
    expect(posts).toEqual({ fundId: 'partnership-fund', category: 'partnership-posts', amount: sums.posts });
  });

  it('has the six awards of the meeting, each with its minute and recipient, decided and then paid', async () => {
    const { items } = example.awards;
    const { body: meetings } = await calls().get('/meetings');
    const meeting = meetings.items.find(({ heldOn }: { heldOn: string }) => heldOn === '2017-10-06');

    const { awards } = (await calls().statement()).body;

    expect(awards).toMatchObject(
      items.map(({ title, recipient, amountApproved, minuteReference }) => ({
        title,
        recipient: { name: recipient.name },
        meetingId: meeting.id,
        decidedOn: '2017-10-06',
        minuteReference,
        amountApproved,
        paidInYear: amountApproved,
        paidToDate: amountApproved,
        committed: '0.00',
      })),
    );
    expect(await fundOf('2017-18', 'partnership-fund')).toMatchObject({
      expenditure: '11500.00',
      committed: '0.00',
      closingBalance: sums.closing,
      uncommitted: '1027.00',
    });
  });

  it('commits 6500.00 of 7000.00 asked on the day of the meeting', async () => {
    const { body } = await calls().statement('?asOf=2017-10-06');
    const { body: awards } = await calls().get('/awards');
    const asked = awards.items.map(({ amountRequested }: { amountRequested: string }) => Number(amountRequested));

    expect(body.totals.committed).toBe('6500.00');
    expect(body.awards.map(({ committed, paidToDate }: Record<string, string>) => [committed, paidToDate])).toEqual(
      example.awards.items.map(({ amountApproved }) => [amountApproved, '0.00']),
    );
    expect(asked.reduce((sum: number, one: number) => sum + one, 0)).toBe(7000);
  });

  it('has its priorities adopted at the meeting of 17 March 2017', async () => {
    const { body } = await calls().get('/years/2017-18/priorities');

    const { body: meeting } = await calls().get(`/meetings/${body.adoptedAtMeetingId}`);

    expect(meeting).toMatchObject({ heldOn: '2017-03-17', status: 'closed', quorum: { isMet: true } });
  });

  it('carries the Tru-Cam pilot forward from 2016/17', async () => {
    const [first, next] = [await fundOf('2016-17', 'tru-cam'), await fundOf('2017-18', 'tru-cam')];

    expect(first).toMatchObject({ grossIncome: '7000.00', closingBalance: example.sums['2016-17']['tru-cam'].closing });
    expect(next).toMatchObject({ openingBalance: '7000.00', grossIncome: '0.00', closingBalance: '7000.00' });
  });

  it('notes the shared fund with the shares that are not stated, and counts it nowhere', async () => {
    const { body } = await calls().statement('', '2016-17');

    expect(body.sharedFunds).toMatchObject([
      { totalAmount: '200000.00', areaCount: 6, areas: [{ name: 'Chelmsford' }], shares: 'not-stated' },
    ]);
    expect(body.totals.grossIncome).toBe('7000.00');
  });

  it('says in the statement what is illustrative', async () => {
    const { body } = await calls().statement();

    expect(JSON.stringify(body.notes)).toContain('Illustrative');
  });

  it('gives the same statements both ways, and stands up to verification', async () => {
    const { body: report } = await calls().verify();
    const pairs = await Promise.all(
      ['2016-17', '2017-18', '2018-19'].map(async (year) => [
        (await calls().statement('', year)).text,
        (await calls().statement(`?knownAt=${report.head.sequence}`, year)).text,
      ]),
    );

    expect(pairs.map(([kept]) => kept)).toEqual(pairs.map(([, recomputed]) => recomputed));
    expect(report).toMatchObject({ chainValid: true, balancesMatch: true, trialBalance: '0.00', discrepancies: [] });
  });

  it('is loaded once', async () => {
    const loaded = await loadMaldon(api);

    expect(loaded).toBe(0);
  });
});
