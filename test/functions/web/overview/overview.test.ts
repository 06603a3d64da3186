import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiCalls, apiCalls } from '../../../browser/api-calls.ts';
import { type RunningPages, startPages } from '../running-pages.ts';

const years = '/partnerships/maldon/years';
const title = 'Lights for the <skate park>';

const people = {
  'finance-officer': 'maldon-finance-officer',
  coordinator: 'maldon-community-safety-manager',
  chair: 'maldon-rag-chair',
  'chief-finance-officer': 'maldon-section-151-officer',
  auditor: 'maldon-auditor',
} as const;

describe('the overview of a year', () => {
  let running: RunningPages;
  let api: ApiCalls;
  let awardId: string;
  const seen = async (role: keyof typeof people, year: string) =>
    (await running.visitor(people[role], `maldon:${role}`)).get(`${years}/${year}`);

  beforeAll(async () => {
    running = await startPages('maldon');
    api = apiCalls(running.origin);
    const initiative = {
      fundId: 'partnership-fund',
      recipient: { name: 'Skaters', kind: 'other' },
      amountRequested: '100.00',
      purpose: 'Light',
      proposedOn: '2018-03-10',
    };
    ({ id: awardId } = await api.act('coordinator', '/awards', { ...initiative, title }));
    const action = { amountApproved: '100.00', reason: 'Before the clocks change.', decidedOn: '2018-03-15' };
    await api.act('chair', `/awards/${awardId}/chairs-action`, action);
    await api.act('coordinator', '/awards', { ...initiative, title: 'Not on an agenda yet' });
    await api.act('finance-officer', '/grants', {
      kind: 'core-allocation',
      title: 'Late grant',
      funder: { id: 'essex-pcc', name: 'Police and Crime Commissioner for Essex' },
      fundId: 'partnership-fund',
      financialYear: '2017-18',
      grossAmount: '500.00',
      topSlices: [],
      reference: 'LATE-1',
      agreedOn: '2017-05-01',
      underspend: 'carry-forward',
      instalments: [{ dueOn: '2017-06-01', amount: '500.00' }],
    });
  });
  afterAll(() => running?.stop());

  it('says what was awarded, paid to awards and spent, and that some of it is illustrative', async () => {
    const { text } = await seen('auditor', '2017-18');

    expect(text).toMatch(/Awarded £6,600\.00/);
    expect(text).toMatch(/Paid to awards £6,500\.00/);
    expect(text).toMatch(/Spent £11,500\.00/);
    expect(text).toContain('Some figures here are illustrative');
  });

  it('asks the chair to ratify what the chair did alone, in whichever year', async () => {
    const [own, other] = await Promise.all([seen('chair', '2017-18'), seen('chair', '2016-17')]);

    expect(own.text).toContain(`Chair’s action to ratify: ${title} by 13 July 2018 Overdue`);
    expect(other.text).toContain(`Chair’s action to ratify: ${title}`);
    expect(own.text).not.toContain('Pay: ');
  });

  it('asks the coordinator for drafts', async () => {
    const { text } = await seen('coordinator', '2017-18');

    expect(text).toContain('Submit to a meeting: Not on an agenda yet');
    expect(text).not.toContain('to ratify: ');
  });

  it('asks nothing of those who only read', async () => {
    expect((await seen('auditor', '2017-18')).text).toContain('Nothing waits for you now.');
  });

  it('shows the finance officer late money and unpaid awards in every year', async () => {
    const [own, other] = await Promise.all([seen('finance-officer', '2017-18'), seen('finance-officer', '2016-17')]);

    for (const { text } of [own, other]) {
      expect(text).toMatch(/Receive from [^:]*: Late grant £500\.00 due on 1 June 2017 Late/);
      expect(text).toContain(`Pay: ${title} £100.00 committed and unpaid`);
    }
  });

  it('ties what each task says to its link, by ids that are there once', async () => {
    const { html } = await seen('finance-officer', '2017-18');

    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const named = [...html.matchAll(/aria-describedby="([^"]*)"/g)].flatMap(([, of = '']) => of.split(' '));
    expect(new Set(ids).size).toBe(ids.length);
    expect(named.length).toBeGreaterThan(2);
    expect(ids).toEqual(expect.arrayContaining(named));
  });

  it('counts balances apart from what is to be settled before closing', async () => {
    const [first, second] = await Promise.all([seen('finance-officer', '2016-17'), seen('finance-officer', '2017-18')]);

    expect(first.text).toMatch(/Close 2016\/17 1 balance to carry forward or return/);
    expect(second.text).toMatch(/Close 2017\/18 1 to settle first, 2 balances to carry forward or return, \d+ to know/);
  });

  it('offers to close no year in which nothing was', async () => {
    const officer = await running.visitor(people['finance-officer'], 'maldon:finance-officer');
    const [overview, checklist] = [
      await officer.get(`${years}/2014-15`),
      await officer.get(`${years}/2014-15/closing-checklist`),
    ];

    expect(overview.text).not.toContain('Close 2014/15');
    expect(checklist.text).toContain('There is nothing in this year to close.');
    expect(checklist.text).not.toContain('Close the year');
  });

  it('lists no award any more that was paid since, also in the year in which it was unpaid', async () => {
    const payment = { amount: '100.00', paidOn: '2018-06-01', paymentReference: 'BACS-1' };
    await api.act('finance-officer', `/awards/${awardId}/payments`, payment);

    const { text } = await seen('finance-officer', '2017-18');

    expect(text).toContain('Close 2017/18');
    expect(text).not.toContain('Pay: ');
  });

  it('asks to certify a year that was closed', async () => {
    const balances = await api.read<{ funds: { fundId: string; closingBalance: string }[] }>(
      '/years/2016-17/statement',
    );
    const disposals = balances.funds
      .filter(({ closingBalance }) => closingBalance !== '0.00')
      .map(({ fundId, closingBalance: amount }) => ({
        fundId,
        treatment: 'carry-forward',
        amount,
        approvalReference: 'CDSF letter',
      }));
    await api.act('finance-officer', '/years/2016-17/closing', { disposals });

    expect((await seen('chief-finance-officer', '2016-17')).text).toContain('Certify the statement of 2016/17');
    expect((await seen('finance-officer', '2016-17')).text).not.toContain('Close 2016/17');
  });
});
