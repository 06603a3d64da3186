import { describe, expect, it } from 'vitest';
import { recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { OpeningBalanceBody } from '../../../domain/fund/opening-balance.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { nameFunder } from '../../../domain/partnership/set-up.ts';
import { agree, essexPcc, ledgerWith, openingBalanceBody, receiptBody, reverse } from '../../builders.ts';
import { asJson, today } from '../test-ledger.ts';

const fundId = 'partnership-fund';
const owed = (amount: string) => [{ funder: essexPcc, amount }];

describe('bringing a balance into a fund', () => {
  it('says what is in the bank, owed to the fund, and owed back', () => {
    const body = openingBalanceBody({ bank: '2500', receivables: owed('800'), repayables: owed('300') });

    const entry = ledgerWith().run(recordOpeningBalance(fundId, body));

    expect(entry).toMatchObject({ type: 'opening-balance-recorded', effectiveOn: '2016-04-01' });
    expect(asJson(entry.postings)).toEqual([
      { account: 'bank', fundId, debit: '2500.00' },
      { account: 'grants-receivable', fundId, funderId: 'essex-pcc', debit: '800.00' },
      { account: 'repayable-to-funder', fundId, funderId: 'essex-pcc', credit: '300.00' },
      { account: 'brought-forward', fundId, credit: '3000.00' },
    ]);
  });

  it('keeps it with the fund, and makes a funder that is new', () => {
    const ledger = ledgerWith();

    ledger.run(recordOpeningBalance(fundId, openingBalanceBody({ receivables: owed('800') })));

    expect(asJson(ledger.get('fund', fundId).openingBalance)).toMatchObject({
      effectiveOn: '2016-04-01',
      reference: 'TB-2016',
      amount: '3300.00',
      sequence: 3,
    });
    expect(ledger.get('funder', 'essex-pcc').names).toEqual([{ name: essexPcc.name }]);
  });

  it('may be worth less than nothing', () => {
    const body = openingBalanceBody({ bank: '100', repayables: owed('250.50') });

    const entry = ledgerWith().run(recordOpeningBalance(fundId, body));

    expect(asJson(entry.postings)).toContainEqual({ account: 'brought-forward', fundId, debit: '150.50' });
  });

  it('may come to nothing', () => {
    const body = openingBalanceBody({ bank: '0', receivables: owed('250'), repayables: owed('250') });

    const entry = ledgerWith().run(recordOpeningBalance(fundId, body));

    expect(entry.postings.map(({ account }) => account)).toEqual(['grants-receivable', 'repayable-to-funder']);
  });

  it('names a known funder by its id alone', () => {
    const ledger = ledgerWith();
    ledger.run(nameFunder('essex-pcc', { names: [{ name: essexPcc.name }] }, undefined));
    const body = openingBalanceBody({ receivables: [{ funder: 'essex-pcc', amount: '10' }] });

    const entry = ledger.run(recordOpeningBalance(fundId, body));

    expect(asJson(entry.facts)).toMatchObject({ receivables: [{ funder: essexPcc, amount: '10.00' }] });
  });

  it('makes a funder once who owes and is owed', () => {
    const ledger = ledgerWith();

    ledger.run(recordOpeningBalance(fundId, openingBalanceBody({ receivables: owed('5'), repayables: owed('3') })));

    expect(ledger.get('funder', 'essex-pcc').revision).toBe(3);
  });

  it('finds no funder by an id that nobody has', () => {
    const body = openingBalanceBody({ receivables: [{ funder: 'kent-pcc', amount: '10' }] });

    const refusal = ledgerWith().refusal(recordOpeningBalance(fundId, body));

    expect(refusal).toEqual({ code: 'not-found', subject: 'funder', id: 'kent-pcc' });
  });

  it('is done once', () => {
    const ledger = ledgerWith();
    ledger.run(recordOpeningBalance(fundId, openingBalanceBody()));

    const refusal = ledger.refusal(recordOpeningBalance(fundId, openingBalanceBody()));

    expect(refusal).toEqual({ code: 'already-exists', subject: 'opening balance', id: fundId });
  });

  it('comes before the fund’s other entries', () => {
    const ledger = ledgerWith();
    agree(ledger);

    const refusal = ledger.refusal(recordOpeningBalance(fundId, openingBalanceBody()));

    expect(refusal).toEqual({ code: 'not-first-entry', fund: 'Partnership fund' });
  });

  it('comes after nothing, also where all that came before was cash in advance', () => {
    const ledger = ledgerWith();
    const grant = agree(ledger, { financialYear: '2018-19', agreedOn: '2018-02-01' });
    ledger.run(recordReceipt(grant, receiptBody({ receivedOn: '2018-03-01' })));

    expect(ledger.refusal(recordOpeningBalance(fundId, openingBalanceBody()))).toMatchObject({
      code: 'not-first-entry',
    });
  });

  it('can be recorded afresh where it was reversed in its own year', () => {
    const ledger = ledgerWith();
    reverse(ledger, ledger.run(recordOpeningBalance(fundId, openingBalanceBody())), '2016-04-01');

    const entry = ledger.run(recordOpeningBalance(fundId, openingBalanceBody({ bank: '2600' })));

    expect(asJson(ledger.get('fund', fundId).openingBalance)).toMatchObject({
      amount: '2600.00',
      sequence: entry.sequence,
    });
  });

  it('wants a fund', () => {
    const refusal = ledgerWith().refusal(recordOpeningBalance('nowhere', openingBalanceBody()));

    expect(refusal).toEqual({ code: 'not-found', subject: 'fund', id: 'nowhere' });
  });

  it.each([
    ['nothing at all', { bank: '0' }],
    ['a date to come', { effectiveOn: '2018-07-01' }],
    ['an overdraft', { bank: '-1.00' }],
    [
      'more than fifty who owe or are owed',
      { receivables: Array(30).fill(owed('1')[0]), repayables: Array(21).fill(owed('1')[0]) },
    ],
    ['something owed that is nothing', { receivables: owed('0.00') }],
  ])('refuses %s', (_, fields) => {
    const given = { effectiveOn: '2016-04-01', reference: 'TB-2016', bank: '1.00', ...fields };

    expect(OpeningBalanceBody({ today }).safeParse(given).success).toBe(false);
  });
});
