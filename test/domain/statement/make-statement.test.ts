import { describe, expect, it } from 'vitest';
import { noteSharedFund, openFund, recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { LedgerState } from '../../../domain/ledger/ledger-state.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import { YearEndStatement } from '../../../domain/statement/statement.ts';
import {
  agree,
  fundBody,
  ledgerWith,
  openingBalanceBody,
  receiptBody,
  reversalBody,
  reverse,
  sharedFundBody,
} from '../../builders.ts';
import { asJson, recordTypes, stored, type TestLedger } from '../test-ledger.ts';
import { illustrative, maldon, opcc, pfcc } from './maldon.ts';
import { plainStatement, recomputed, statementOf } from './statements.ts';

const fundOf = (ledger: TestLedger, year: string, fundId: string) =>
  plainStatement(ledger, year).funds.find((fund) => fund.fundId === fundId);

describe('the statement of the worked example', () => {
  it('shows what was allocated, what was kept at source and what was left: £14,235, £1,708, £12,527', () => {
    const { ledger } = maldon();

    const { totals, grants } = plainStatement(ledger, '2017-18');

    expect(totals).toMatchObject({
      grossIncome: '14235.00',
      topSliced: '1708.00',
      netIncome: '12527.00',
      received: '12527.00',
    });
    expect(grants.find(({ kind }) => kind === 'core-allocation')).toMatchObject({
      grossAmount: '14235.00',
      topSlices: [{ purpose: 'dhr', amount: '1708.00' }],
      topSlicedAmount: '1708.00',
      netAmount: '12527.00',
      receivedInYear: '12527.00',
      receivedToDate: '12527.00',
      outstandingAmount: '0.00',
      openingUnspent: '0.00',
      spentInYear: '5000.00',
      closingUnspent: '7527.00',
    });
  });

  it('carries the pilot of 2016/17 forward', () => {
    const { ledger, pilot } = maldon();
    const { grants } = plainStatement(ledger, '2017-18');

    expect(fundOf(ledger, '2016-17', 'tru-cam')).toMatchObject({
      openingBalance: '0.00',
      grossIncome: '7000.00',
      closingBalance: '7000.00',
    });
    expect(fundOf(ledger, '2017-18', 'tru-cam')).toMatchObject({
      openingBalance: '7000.00',
      grossIncome: '0.00',
      expenditure: '0.00',
      closingBalance: '7000.00',
      cash: '7000.00',
    });
    expect(grants.find(({ grantId }) => grantId === pilot)).toMatchObject({
      financialYear: '2016-17',
      openingUnspent: '7000.00',
      receivedInYear: '0.00',
      receivedToDate: '7000.00',
      closingUnspent: '7000.00',
    });
  });

  it('notes the fund held elsewhere, as no income', () => {
    const { ledger } = maldon();

    const { sharedFunds } = plainStatement(ledger, '2017-18');

    expect(sharedFunds).toMatchObject([
      { title: 'Gangs and organised crime', totalAmount: '200000.00', areaCount: 6, shares: 'not-stated' },
    ]);
    expect(sharedFunds[0]).not.toHaveProperty('sequence');
    expect(plainStatement(ledger, '2018-19').sharedFunds).toEqual([]);
  });

  it('lists spending by category', () => {
    expect(plainStatement(maldon().ledger, '2017-18').expenditure).toEqual([
      { fundId: 'partnership-fund', category: 'partnership-posts', amount: '5000.00' },
    ]);
  });

  it('says the same note once, with the entries that it came with', () => {
    const { ledger } = maldon();

    expect(plainStatement(ledger, '2017-18').notes).toEqual([{ note: illustrative, entries: [8, 9] }]);
    expect(plainStatement(ledger, '2016-17').notes).toEqual([{ note: illustrative, entries: [6] }]);
  });

  it('prints the funder’s name as it was then', () => {
    const { ledger } = maldon();

    const nameAt = (asOf: string, year: string) => recomputed(ledger, year, asOf).grants[0]?.funder?.name;

    expect(nameAt('2017-03-31', '2016-17')).toBe(opcc);
    expect(nameAt('2017-09-30', '2017-18')).toBe(opcc);
    expect(nameAt('2017-10-01', '2017-18')).toBe(pfcc);
  });

  it('adds up to nothing, and says where the journal stood', () => {
    const { ledger } = maldon();

    const { integrity, knownAt, generatedAt, status, version, asOf } = plainStatement(ledger, '2017-18');

    const { hash, sequence, recordedAt } = ledger.entries.at(-1) ?? expect.unreachable();
    expect(integrity).toEqual({ sequence, hash, trialBalance: '0.00' });
    expect({ knownAt, generatedAt, status, version, asOf }).toEqual({
      knownAt: sequence,
      generatedAt: recordedAt,
      status: 'open',
      version: null,
      asOf: '2018-03-31',
    });
  });

  it('is of the published shape', () => {
    const statement = statementOf(maldon().ledger, '2017-18');

    expect(YearEndStatement.parse(asJson(statement))).toEqual(statement);
  });
});

describe('what a statement lists', () => {
  it('lists grants of the year, and those with a balance or a receipt in it', () => {
    const ledger = ledgerWith();
    const next = agree(ledger, { title: 'Next', financialYear: '2018-19', agreedOn: '2018-02-01' });
    ledger.run(recordReceipt(next, receiptBody({ receivedOn: '2018-03-01' })));
    agree(ledger, { title: 'This' });
    agree(ledger, { title: 'Later', financialYear: '2018-19', agreedOn: '2018-05-01' });

    const { grants, funds } = plainStatement(ledger, '2017-18');

    expect(grants.map(({ title }) => title).toSorted()).toEqual(['Next', 'This']);
    expect(grants.find(({ title }) => title === 'Next')).toMatchObject({
      grossAmount: '1000.00',
      netAmount: '1000.00',
      grossIncomeInYear: '0.00',
      receivedInYear: '100.00',
      outstandingAmount: '900.00',
    });
    expect(funds[0]).toMatchObject({
      closingBalance: '1000.00',
      cash: '100.00',
      receivable: '1000.00',
      receivedInAdvance: '100.00',
    });
  });

  it('leaves out what was reversed, and a fund before it was opened that has nothing', () => {
    const { ledger } = maldon();
    ledger.run(openFund(fundBody({ id: 'new', name: 'New' })));
    agree(ledger, { title: 'Wrong' });
    reverse(ledger, ledger.entries.at(-1) ?? expect.unreachable(), '2017-04-03');

    const { grants, funds } = plainStatement(ledger, '2017-18');

    expect(grants.map(({ title }) => title)).not.toContain('Wrong');
    expect(funds.map(({ fundId }) => fundId)).toEqual(['partnership-fund', 'tru-cam']);
    expect(plainStatement(ledger, '2018-19').funds.map(({ fundId }) => fundId)).toContain('new');
  });

  it('gives what a fund brought with it a line without a grant', () => {
    const ledger = ledgerWith();
    ledger.run(recordOpeningBalance('partnership-fund', openingBalanceBody({ bank: '2500' })));

    const [line] = plainStatement(ledger, '2016-17').grants;

    expect(line).toMatchObject({
      grantId: null,
      kind: 'opening-balance',
      funder: null,
      reference: 'TB-2016',
      openingUnspent: '2500.00',
    });
    expect(fundOf(ledger, '2016-17', 'partnership-fund')).toMatchObject({
      openingBalance: '2500.00',
      closingBalance: '2500.00',
    });
  });

  it.each([
    ['not-stated', { areaCount: 6, areas: [{ name: 'Chelmsford' }] }],
    ['not-stated', { areas: [] }],
    ['partly-stated', { areaCount: 2, areas: [{ name: 'Chelmsford', amount: '1' }] }],
    ['stated', { areaCount: 1, areas: [{ name: 'Chelmsford', amount: '1' }] }],
  ] as const)('says that shares of a fund held elsewhere are %s', (shares, fields) => {
    const ledger = ledgerWith();

    ledger.run(noteSharedFund(sharedFundBody({ ...fields, areas: [...fields.areas] })));

    expect(plainStatement(ledger, '2016-17').sharedFunds[0]?.shares).toBe(shares);
  });

  it('stops noting a shared fund and a note on the day of their reversal', () => {
    const ledger = ledgerWith();
    const entry = ledger.run(noteSharedFund(sharedFundBody({ note: 'Six areas.' })));
    ledger.run(reverseEntry(entry.sequence, reversalBody({ effectiveOn: '2016-10-06' })));

    const [before, after] = [recomputed(ledger, '2016-17', '2016-10-05'), recomputed(ledger, '2016-17', '2016-10-06')];

    expect([before.sharedFunds.length, before.notes.length]).toEqual([1, 1]);
    expect([after.sharedFunds.length, after.notes.length]).toEqual([0, 0]);
  });

  it('is in an order of its own, however records are kept', () => {
    const ledger = ledgerWith(fundBody({ id: 'zebra-crossings' }), fundBody({ id: 'alley-gates' }), fundBody());
    for (const fundId of ['zebra-crossings', 'alley-gates', 'partnership-fund']) {
      agree(ledger, { fundId, agreedOn: '2017-06-01', conditions: ['A plan.'] });
      agree(ledger, { fundId, agreedOn: '2017-05-01', conditions: ['A plan.'], statedTotal: '1' });
    }
    for (const title of ['B', 'A']) ledger.run(noteSharedFund(sharedFundBody({ title })));

    const statements = ['2017-18', '2018-19'].map((year) => asJson(statementOf(ledger, year)));

    expect(['2017-18', '2018-19'].map((year) => asJson(statementOf(keptBackwards(ledger), year)))).toEqual(statements);
  });
});

/** The same records, stored and read back in the opposite order. */
function keptBackwards({ state: from }: TestLedger): { state: LedgerState } {
  const state = new LedgerState('complete');
  for (const type of recordTypes) {
    state.apply([...from.all(type)].toReversed().map(([id, value]) => stored(type, id, value)));
  }
  state.head = from.head;
  return { state };
}
