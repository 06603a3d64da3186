import { describe, expect, it } from 'vitest';
import { ExpenditureBody } from '../../../domain/expenditure/expenditure.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { varyGrant } from '../../../domain/grant/change-grant.ts';
import { change } from '../../../domain/ledger/records.ts';
import { Money } from '../../../domain/money.ts';
import {
  agree,
  expenditureBody,
  fundBody,
  ledgerWith,
  restrictedFundBody,
  reverse,
  variationBody,
} from '../../builders.ts';
import { asJson, idOf, TestLedger, today, unknownId } from '../test-ledger.ts';

const fundId = 'partnership-fund';
const spend = (fields: Parameters<typeof expenditureBody>[0]) => recordExpenditure(expenditureBody(fields));

describe('direct expenditure', () => {
  it('is paid from the bank, by category', () => {
    const ledger = ledgerWith();
    agree(ledger);

    const entry = ledger.run(spend({ amount: '400' }));

    expect(entry).toMatchObject({ type: 'expenditure-recorded', effectiveOn: '2018-03-29' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'direct-expenditure', fundId, category: 'partnership-posts', debit: '400.00' },
      { account: 'bank', fundId, credit: '400.00' },
    ]);
    expect(asJson(ledger.get('expenditure', idOf(entry)))).toMatchObject({ amount: '400.00', sequence: 4 });
  });

  it('may name the grant that pays for it', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);

    const entry = ledger.run(spend({ amount: '400', grantId }));

    expect(entry.postings.map((posting) => posting.grantId)).toEqual([grantId, grantId]);
  });

  it('is within what is free', () => {
    const ledger = ledgerWith();
    agree(ledger);
    ledger.run(spend({ amount: '999.99' }));

    const refusal = ledger.refusal(spend({ amount: '0.02' }));

    expect(asJson(refusal)).toEqual({
      code: 'insufficient-funds',
      of: 'Partnership fund',
      needed: '0.02',
      available: '0.01',
      financialYear: '2017-18',
    });
    expect(ledger.run(spend({ amount: '0.01' })).type).toBe('expenditure-recorded');
  });

  it('may be paid before the cash has come', () => {
    const ledger = ledgerWith();
    agree(ledger);

    expect(ledger.run(spend({ amount: '1000', spentOn: '2017-04-03' })).type).toBe('expenditure-recorded');
  });

  it('is never paid from next year’s grant', () => {
    const ledger = ledgerWith();
    agree(ledger, { financialYear: '2018-19', agreedOn: '2018-03-01' });

    const refusal = ledger.refusal(spend({ amount: '1', spentOn: '2018-03-31' }));

    expect(refusal).toMatchObject({ code: 'insufficient-funds', financialYear: '2017-18' });
    expect(ledger.run(spend({ amount: '1', spentOn: '2018-04-01' })).type).toBe('expenditure-recorded');
  });

  it('dated back sees what was spent since', () => {
    const ledger = ledgerWith();
    agree(ledger, { financialYear: '2016-17', agreedOn: '2016-05-01', grossAmount: '1000' });
    ledger.run(spend({ amount: '900', spentOn: '2018-05-01' }));

    const refusal = ledger.refusal(spend({ amount: '100.01', spentOn: '2016-12-01' }));

    expect(asJson(refusal)).toMatchObject({ available: '100.00', financialYear: '2018-19' });
    expect(ledger.run(spend({ amount: '100', spentOn: '2016-12-01' })).type).toBe('expenditure-recorded');
  });

  it('sees the least of all later years', () => {
    const ledger = ledgerWith();
    agree(ledger, { financialYear: '2015-16', agreedOn: '2015-05-01', grossAmount: '500' });
    ledger.run(spend({ amount: '400', spentOn: '2017-04-02' }));
    agree(ledger, { financialYear: '2018-19', agreedOn: '2018-05-01', grossAmount: '1000' });

    const refusal = ledger.refusal(spend({ amount: '101', spentOn: '2015-06-01' }));

    expect(asJson(refusal)).toMatchObject({ available: '100.00', financialYear: '2017-18' });
  });

  it('dated back sees what was committed since, as a balance says', () => {
    const ledger = ledgerWith();
    agree(ledger, { financialYear: '2016-17', agreedOn: '2016-05-01', grossAmount: '1000' });
    const amounts = { commitments: Money.parse('700'), 'commitments-mirror': Money.parse('-700') };
    const committed = { fundId, financialYear: '2017-18', amounts };
    ledger.state.apply([change('balance', `${fundId}/2017-18/`, committed)]);

    const refusal = ledger.refusal(spend({ amount: '300.01', spentOn: '2016-12-01' }));

    expect(asJson(refusal)).toMatchObject({ available: '300.00', financialYear: '2017-18' });
  });

  it('that names a grant stays within that grant', () => {
    const ledger = ledgerWith();
    const [small] = [agree(ledger, { grossAmount: '100', title: 'Small' }), agree(ledger)];

    const refusal = ledger.refusal(spend({ amount: '100.01', grantId: small }));

    expect(asJson(refusal)).toMatchObject({ code: 'insufficient-funds', of: 'the grant “Small”', available: '100.00' });
    expect(ledger.run(spend({ amount: '100', grantId: small })).type).toBe('expenditure-recorded');
  });

  it('is refused after a cut below what is spent', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    ledger.run(spend({ amount: '800' }));
    ledger.run(varyGrant(grantId, variationBody({ grossAmount: '700' })));

    expect(asJson(ledger.refusal(spend({ amount: '0.01' })))).toMatchObject({ available: '-100.00' });
  });

  it('from a restricted fund says how it serves its purpose', () => {
    const ledger = ledgerWith(restrictedFundBody());
    agree(ledger, { fundId: 'tru-cam' });

    expect(ledger.refusal(spend({ fundId: 'tru-cam' }))).toEqual({ code: 'purpose-required', fund: 'Tru-Cam pilot' });
    expect(ledger.run(spend({ fundId: 'tru-cam', purposeStatement: 'Camera hire.' })).type).toBe(
      'expenditure-recorded',
    );
  });

  it('takes no other fund’s money', () => {
    const ledger = ledgerWith(fundBody(), fundBody({ id: 'other', name: 'Other' }));
    agree(ledger, { fundId: 'other' });

    expect(ledger.refusal(spend({ amount: '1' }))).toMatchObject({ code: 'insufficient-funds' });
  });

  it('finds no grant of another fund, none that was reversed, and none that is not there', () => {
    const ledger = ledgerWith(fundBody(), fundBody({ id: 'other', name: 'Other' }));
    const [elsewhere, reversed] = [agree(ledger, { fundId: 'other' }), agree(ledger), agree(ledger)];
    reverse(ledger, ledger.entries[4] ?? expect.unreachable());

    const codes = [elsewhere, reversed, unknownId].map((grantId) => ledger.refusal(spend({ grantId })).code);

    expect(codes).toEqual(['not-found', 'already-reversed', 'not-found']);
  });

  it('finds no fund and no partnership that is not there', () => {
    expect(ledgerWith().refusal(spend({ fundId: 'nowhere' }))).toMatchObject({ subject: 'fund', id: 'nowhere' });
    expect(new TestLedger().refusal(spend({}))).toMatchObject({ subject: 'partnership' });
  });

  it.each([
    ['nothing', { amount: '0' }],
    ['a payment to come', { spentOn: '2018-07-01' }],
    ['no authority', { authorityReference: undefined }],
  ])('does not read %s', (_, fields) => {
    const given = { ...asJson<object>(expenditureBody()), ...fields };

    expect(ExpenditureBody({ today }).safeParse(given).success).toBe(false);
  });
});
