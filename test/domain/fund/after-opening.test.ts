import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { agreeGrant } from '../../../domain/grant/agree-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import {
  agree,
  expenditureBody,
  fundBody,
  grantBody,
  ledgerWith,
  openingBalanceBody,
  receiptBody,
  reverse,
} from '../../builders.ts';

const fundId = 'partnership-fund';
const opening = (effectiveOn: string) => recordOpeningBalance(fundId, openingBalanceBody({ effectiveOn }));
const spend = (spentOn: string, fund = fundId) =>
  recordExpenditure(expenditureBody({ fundId: fund, amount: '1', spentOn }));

describe('what is dated before the opening balance of a fund', () => {
  it('is refused, since that holds it already', () => {
    const ledger = ledgerWith();
    ledger.run(opening('2016-04-02'));

    expect(ledger.refusal(spend('2016-04-01'))).toEqual({
      code: 'date-out-of-order',
      date: '2016-04-01',
      notBefore: '2016-04-02',
      of: 'the opening balance of its fund',
    });
    expect(ledger.run(spend('2016-04-02')).type).toBe('expenditure-recorded');
  });

  it('is the grant of an earlier year, or its cash in advance', () => {
    const ledger = ledgerWith();
    ledger.run(opening('2017-04-01'));
    const grantId = agree(ledger);
    const earlier = grantBody({ financialYear: '2016-17', agreedOn: '2017-05-01' });

    expect(ledger.refusal(agreeGrant(earlier))).toMatchObject({ code: 'date-out-of-order', date: '2017-03-31' });
    expect(ledger.refusal(recordReceipt(grantId, receiptBody({ receivedOn: '2017-03-31' })))).toMatchObject({
      code: 'date-out-of-order',
    });
  });

  it('is fine in another fund, and once the opening balance is taken back', () => {
    const ledger = ledgerWith(fundBody(), fundBody({ id: 'other', name: 'Other' }));
    const opened = ledger.run(opening('2017-04-01'));
    for (const fund of [fundId, 'other']) agree(ledger, { fundId: fund });
    const inOther = { financialYear: '2016-17', agreedOn: '2016-05-01', fundId: 'other' };

    expect(agree(ledger, inOther)).not.toBe('');
    reverse(ledger, opened, '2017-04-01');
    expect(agree(ledger, { ...inOther, fundId })).not.toBe('');
  });
});

describe('entering an opening balance afresh', () => {
  it('may come after entries of its year, and not after those of an earlier one', () => {
    const ledger = ledgerWith();
    reverse(ledger, ledger.run(opening('2017-04-01')), '2017-04-01');
    agree(ledger);

    expect(ledger.refusal(opening('2018-04-01'))).toEqual({ code: 'not-first-entry', fund: 'Partnership fund' });
    expect(ledger.run(opening('2017-04-01')).type).toBe('opening-balance-recorded');
    expect(ledger.refusal(opening('2017-04-01'))).toMatchObject({ code: 'already-exists' });
  });

  it('is refused on any day but its own for the one that it replaces', () => {
    const ledger = ledgerWith();
    const opened = ledger.run(opening('2016-04-01'));

    expect(() => reverse(ledger, opened, '2016-04-02')).toThrow('not-reversible');
  });
});
