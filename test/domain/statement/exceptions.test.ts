import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { meetCondition, notifyTopSlice, varyGrant } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { change } from '../../../domain/ledger/records.ts';
import { Money } from '../../../domain/money.ts';
import {
  agree,
  expenditureBody,
  fulfilmentBody,
  ledgerWith,
  receiptBody,
  reverse,
  topSliceBody,
  variationBody,
} from '../../builders.ts';
import { plain, plainStatement, recomputed } from './statements.ts';

const spend = (amount: string) => recordExpenditure(expenditureBody({ amount, spentOn: '2017-06-01' }));

describe('a fund that is over-committed', () => {
  it.each([
    ['cut', (grantId: string) => varyGrant(grantId, variationBody({ grossAmount: '880' }))],
    ['top-slice', (grantId: string) => notifyTopSlice(grantId, topSliceBody())],
  ])('by a %s says so', (_, change_) => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    ledger.run(spend('900'));

    ledger.run(change_(grantId));

    expect(plainStatement(ledger, '2017-18').exceptions).toEqual([
      {
        code: 'over-committed',
        detail: 'Partnership fund is over-committed by £20.00.',
        fundId: 'partnership-fund',
        uncommitted: '-20.00',
      },
    ]);
    expect(plainStatement(ledger, '2018-19').exceptions).toHaveLength(1);
    expect(recomputed(ledger, '2017-18', '2017-08-31').exceptions).toEqual([]);
  });

  it('is not one that has spent everything', () => {
    const ledger = ledgerWith();
    agree(ledger);
    ledger.run(spend('1000'));

    expect(plainStatement(ledger, '2017-18').exceptions).toEqual([]);
  });
});

describe('a condition that is not met', () => {
  const setUp = () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { title: 'Core', conditions: ['A plan.', 'A report.'] });
    return { ledger, grantId };
  };

  it('is listed with what is unspent of its grant', () => {
    const { ledger, grantId } = setUp();
    ledger.run(meetCondition(grantId, 1, fulfilmentBody()));
    ledger.run(spend('250'));

    expect(plainStatement(ledger, '2017-18').exceptions).toEqual([
      {
        code: 'condition-unmet',
        detail: 'Condition 2 of “Core” is not met, with £750.00 unspent: A report.',
        grantId,
        condition: 2,
        unspent: '750.00',
      },
    ]);
  });

  it('is so until the day on which it was met, and again after that was taken back', () => {
    const { ledger, grantId } = setUp();
    const entry = ledger.run(meetCondition(grantId, 1, fulfilmentBody({ metOn: '2017-09-29' })));
    reverse(ledger, entry, '2017-11-01');

    const unmetAt = (asOf: string) => recomputed(ledger, '2017-18', asOf).exceptions.length;

    expect(['2017-04-02', '2017-04-03', '2017-09-28', '2017-09-29', '2017-10-31', '2017-11-01'].map(unmetAt)).toEqual([
      0, 2, 2, 1, 1, 2,
    ]);
  });

  it('stays one after all the money is spent, when the grant is no longer listed', () => {
    const { ledger } = setUp();
    ledger.run(spend('1000'));

    const { grants, exceptions } = plainStatement(ledger, '2018-19');

    expect(grants).toEqual([]);
    expect(exceptions).toMatchObject([{ code: 'condition-unmet', unspent: '0.00' }, { code: 'condition-unmet' }]);
  });

  it('says how a long one begins', () => {
    const ledger = ledgerWith();
    agree(ledger, { title: 'Core', conditions: ['£'.repeat(201)] });

    const [exception] = plainStatement(ledger, '2017-18').exceptions;

    expect(exception?.detail.endsWith(`unspent: ${'£'.repeat(199)}…`)).toBe(true);
  });

  it('is none of a grant that was reversed', () => {
    const { ledger } = setUp();
    reverse(ledger, ledger.entries[2] ?? expect.unreachable(), '2017-10-01');

    expect(recomputed(ledger, '2017-18', '2017-09-30').exceptions).toHaveLength(2);
    expect(plainStatement(ledger, '2017-18').exceptions).toEqual([]);
  });
});

describe('a stated total that differs', () => {
  it('is kept beside what its parts come to: nine grants and what was retained', () => {
    const ledger = ledgerWith();
    const grossAmount = Money.sum([Money.parse('2735532'), Money.parse('303948')]).text;
    const grantId = agree(ledger, { title: 'Nine grants', grossAmount, statedTotal: '3039479' });

    expect(grossAmount).toBe('3039480.00');
    expect(plainStatement(ledger, '2017-18').exceptions).toEqual([
      {
        code: 'stated-total-differs',
        detail:
          'The stated total of “Nine grants”, £3,039,479.00, differs by -£1.00 from the £3,039,480.00 that its parts come to.',
        grantId,
        stated: '3039479.00',
        computed: '3039480.00',
        difference: '-1.00',
      },
    ]);
  });

  it('differs from what was first agreed, whatever became of that', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { statedTotal: '1000' });
    ledger.run(varyGrant(grantId, variationBody({ grossAmount: '1500' })));

    expect(plainStatement(ledger, '2017-18').exceptions).toEqual([]);
  });

  it('rounded by its source is kept as it was: 30 % of 795,706', () => {
    const ledger = ledgerWith();
    const [match] = Money.parse('795706').split([30, 70]);
    agree(ledger, { grossAmount: match?.text ?? '', statedTotal: '238712' });

    expect(plainStatement(ledger, '2017-18').exceptions).toMatchObject([{ computed: '238711.80', difference: '0.20' }]);
  });
});

describe('more repaid than was to be returned', () => {
  it('is owed by the funder', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger);
    ledger.run(recordReceipt(grantId, receiptBody()));
    const id = `partnership-fund/2017-18/${grantId}`;
    const balance = ledger.get('balance', id);
    const fifty = Money.parse('50');
    const amounts = { ...balance.amounts, 'repayable-to-funder:essex-pcc': fifty, bank: fifty };
    ledger.state.apply([change('balance', id, { ...balance, amounts })]);

    expect(plain(plainStatement(ledger, '2017-18').exceptions)).toMatchObject([
      { code: 'overpaid-to-funder', fundId: 'partnership-fund', amount: '50.00' },
    ]);
  });
});
