import { describe, expect, it } from 'vitest';
import { agreeGrant } from '../../../domain/grant/agree-grant.ts';
import { GrantBody } from '../../../domain/grant/grant.ts';
import { nameFunder } from '../../../domain/partnership/set-up.ts';
import { agree, essexPcc, fundBody, grantBody, ledgerWith } from '../../builders.ts';
import { asJson, idOf, TestLedger, today } from '../test-ledger.ts';

const dhr = { purpose: 'dhr', description: 'Centralised domestic homicide reviews', amount: '1708' };
const core = { grossAmount: '14235', topSlices: [dhr] };

describe('agreeing a grant', () => {
  it('takes the gross amount as income, and what is kept at source off it', () => {
    const entry = ledgerWith().run(agreeGrant(grantBody(core)));

    const place = { fundId: 'partnership-fund', grantId: idOf(entry) };
    const receivable = { account: 'grants-receivable', ...place, funderId: 'essex-pcc' };
    expect(entry).toMatchObject({ type: 'grant-agreed', effectiveOn: '2017-04-03', financialYear: '2017-18' });
    expect(asJson(entry.postings)).toEqual([
      { ...receivable, debit: '14235.00' },
      { account: 'grant-income', ...place, credit: '14235.00' },
      { account: 'top-slices', ...place, purpose: 'dhr', debit: '1708.00' },
      { ...receivable, credit: '1708.00' },
    ]);
  });

  it('keeps gross, top-sliced and net apart', () => {
    const ledger = ledgerWith();

    const id = agree(ledger, core);

    expect(asJson(ledger.get('grant', id))).toMatchObject({
      nature: 'revenue',
      effectiveOn: '2017-04-03',
      grossAmount: '14235.00',
      topSlicedAmount: '1708.00',
      netAmount: '12527.00',
      receivedAmount: '0.00',
      agreed: { grossAmount: '14235.00', instalments: [] },
    });
    expect([...ledger.state.all('topSlice').values()].map((one) => asJson(one))).toMatchObject([
      {
        purpose: 'dhr',
        amount: '1708.00',
        grantId: id,
        notifiedOn: '2017-04-03',
        reference: 'CORE-2017-18',
        sequence: 3,
      },
    ]);
  });

  it('never works a stated top-slice out again', () => {
    const ledger = ledgerWith();

    const id = agree(ledger, { grossAmount: '14235', topSlices: [{ purpose: 'dhr', amount: '1708.20' }] });

    expect(ledger.get('grant', id).netAmount.text).toBe('12526.80');
  });

  it('may be kept at source altogether', () => {
    const ledger = ledgerWith();

    const id = agree(ledger, { topSlices: [{ purpose: 'dhr', amount: '1000' }] });

    expect(ledger.get('grant', id).netAmount.text).toBe('0.00');
  });

  it.each([
    ['in its year', '2017-10-06', '2017-10-06'],
    ['on its first day', '2017-04-01', '2017-04-01'],
    ['on its last day', '2018-03-31', '2018-03-31'],
    ['before it', '2017-03-31', '2017-04-01'],
    ['after it', '2018-04-01', '2018-03-31'],
  ])('counts in its financial year where it was agreed %s', (_, agreedOn, effectiveOn) => {
    const entry = ledgerWith().run(agreeGrant(grantBody({ agreedOn })));

    expect(entry).toMatchObject({ effectiveOn, financialYear: '2017-18' });
  });

  it('takes its nature from its fund', () => {
    const ledger = ledgerWith(fundBody({ nature: 'capital' }));

    expect(ledger.get('grant', agree(ledger)).nature).toBe('capital');
    expect(ledger.refusal(agreeGrant(grantBody({ nature: 'revenue' })))).toEqual({
      code: 'nature-mismatch',
      of: 'grant',
      nature: 'revenue',
      fundNature: 'capital',
    });
  });

  it('makes a funder that is new, and leaves one that is known alone', () => {
    const ledger = ledgerWith();
    ledger.run(nameFunder('essex-pcc', { names: [{ name: 'Known before' }] }, undefined));

    agree(ledger);
    agree(ledger, { funder: { id: 'home-office', name: 'Home Office' } });

    expect(ledger.get('funder', 'essex-pcc')).toMatchObject({ names: [{ name: 'Known before' }], revision: 3 });
    expect(ledger.get('funder', 'home-office')).toMatchObject({ names: [{ name: 'Home Office' }], revision: 5 });
  });

  it.each([
    ['straddles two years', { start: '2017-10-01', end: '2018-09-30' }],
    ['began the year before', { start: '2016-10-01', end: '2017-04-01' }],
    ['ends with the day on which the year ends', { start: '2018-03-31', end: '2018-03-31' }],
  ])('may have a period that %s', (_, fundingPeriod) => {
    const ledger = ledgerWith();

    expect(ledger.get('grant', agree(ledger, { fundingPeriod })).fundingPeriod).toEqual(fundingPeriod);
  });

  it.each([
    { start: '2016-04-01', end: '2017-03-31' },
    { start: '2018-04-01', end: '2019-03-31' },
  ])('refuses a period without a day in its year: $start to $end', (fundingPeriod) => {
    const refusal = ledgerWith().refusal(agreeGrant(grantBody({ fundingPeriod })));

    expect(refusal).toEqual({ code: 'period-mismatch', financialYear: '2017-18' });
  });

  it('refuses top-slices of more than the gross amount', () => {
    const topSlices = [
      { purpose: 'dhr', amount: '600' },
      { purpose: 'hub', amount: '400.01' },
    ];

    const refusal = ledgerWith().refusal(agreeGrant(grantBody({ topSlices })));

    expect(asJson(refusal)).toEqual({
      code: 'top-slice-exceeds-outstanding',
      amount: '1000.01',
      outstanding: '1000.00',
    });
  });

  it('refuses instalments that do not sum to the net amount', () => {
    const instalments = [{ dueOn: '2017-05-02', amount: '14235' }];

    const refusal = ledgerWith().refusal(agreeGrant(grantBody({ ...core, instalments })));

    expect(asJson(refusal)).toEqual({ code: 'instalments-do-not-sum', sum: '14235.00', netAmount: '12527.00' });
  });

  it('works out equal instalments of the net amount', () => {
    const ledger = ledgerWith();

    const id = agree(ledger, { ...core, instalments: { count: 2, firstDueOn: '2017-05-02', everyMonths: 6 } });

    expect(asJson(ledger.get('grant', id).instalments)).toEqual([
      { dueOn: '2017-05-02', amount: '6263.50' },
      { dueOn: '2017-11-02', amount: '6263.50' },
    ]);
  });

  it('finds no fund that is not there', () => {
    const refusal = ledgerWith().refusal(agreeGrant(grantBody({ fundId: 'nowhere' })));

    expect(refusal).toEqual({ code: 'not-found', subject: 'fund', id: 'nowhere' });
  });

  it('wants a partnership', () => {
    expect(new TestLedger().refusal(agreeGrant(grantBody()))).toMatchObject({ subject: 'partnership' });
  });

  it.each([
    ['nothing', { grossAmount: '0.00' }],
    ['a number', { grossAmount: 14235 }],
    ['an agreement to come', { agreedOn: '2018-07-01' }],
    ['a year beyond ten ahead', { financialYear: '2029-30' }],
    ['a period that ends before it starts', { fundingPeriod: { start: '2017-10-01', end: '2017-09-30' } }],
    ['a misspelt field', { topslices: [] }],
    ['121 instalments', { instalments: { count: 121, firstDueOn: '2017-05-02', everyMonths: 1 } }],
    ['no instalments in a list of them', { instalments: [] }],
    ['a funder without a name', { funder: { id: 'essex-pcc' } }],
  ])('does not read %s', (_, fields) => {
    const given = { ...asJson<object>(grantBody()), funder: essexPcc, ...fields };

    expect(GrantBody({ today }).safeParse(given).success).toBe(false);
  });
});
