import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { noteSharedFund, openFund, recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { ReversalBody, reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import {
  agree,
  expenditureBody,
  fundBody,
  ledgerWith,
  openingBalanceBody,
  receiptBody,
  reversalBody,
  reverse,
  sharedFundBody,
} from '../../builders.ts';
import { asJson, idOf, TestLedger, today } from '../test-ledger.ts';

const setUp = (fields: Parameters<typeof agree>[1] = {}) => {
  const ledger = ledgerWith();
  const grantId = agree(ledger, fields);
  const agreed = ledger.entries[2] ?? expect.unreachable();
  const refusal = (entry: { sequence: number }, effectiveOn = today) =>
    asJson(ledger.refusal(reverseEntry(entry.sequence, reversalBody({ effectiveOn }))));
  return { ledger, grantId, agreed, refusal };
};
const receipt = receiptBody({ amount: '400' });

describe('reversing an entry', () => {
  it('mirrors it, names it, and counts at its own date', () => {
    const { ledger, grantId } = setUp();
    const original = ledger.run(recordReceipt(grantId, receipt));

    const entry = reverse(ledger, original, '2017-06-01');

    const place = { fundId: 'partnership-fund', grantId };
    expect(entry).toMatchObject({ type: 'entry-reversed', reverses: original.sequence, effectiveOn: '2017-06-01' });
    expect(entry.facts).toMatchObject({ originalOn: '2017-05-02', undoes: { type: 'receipt-recorded' } });
    expect(asJson(entry.postings)).toEqual([
      { account: 'bank', ...place, credit: '400.00' },
      { account: 'grants-receivable', ...place, funderId: 'essex-pcc', debit: '400.00' },
    ]);
    expect(ledger.get('reversalOf', String(original.sequence))).toEqual({ reversedBy: entry.sequence });
  });

  it('happens once', () => {
    const { ledger, grantId, refusal } = setUp();
    const original = ledger.run(recordReceipt(grantId, receipt));
    reverse(ledger, original);

    expect(refusal(original)).toEqual({ code: 'already-reversed', subject: 'Entry 4' });
  });

  it('is itself not reversed', () => {
    const { ledger, grantId, refusal } = setUp();
    const reversal = reverse(ledger, ledger.run(recordReceipt(grantId, receipt)));

    expect(refusal(reversal)).toMatchObject({ code: 'not-reversible' });
  });

  it.each([1, 2])('is not for what was set up: entry %d', (sequence) => {
    expect(setUp().refusal({ sequence })).toMatchObject({ code: 'not-reversible' });
  });

  it('finds no entry beyond the journal’s end, and no journal without a partnership', () => {
    expect(setUp().refusal({ sequence: 4 })).toEqual({ code: 'not-found', subject: 'journal entry', id: '4' });
    expect(new TestLedger().refusal(reverseEntry(1, reversalBody()))).toMatchObject({ subject: 'partnership' });
  });

  it('is dated no earlier than what it reverses', () => {
    const { ledger, grantId, refusal } = setUp();
    const original = ledger.run(recordReceipt(grantId, receipt));

    expect(refusal(original, '2017-05-01')).toMatchObject({ code: 'date-out-of-order', notBefore: '2017-05-02' });
    expect(reverse(ledger, original, '2017-05-02').effectiveOn).toBe('2017-05-02');
  });

  it('of what is yet to count is dated as that is', () => {
    const { ledger } = setUp({ financialYear: '2019-20', agreedOn: '2018-06-01' });

    expect(reverse(ledger, ledger.entries[2] ?? expect.unreachable())).toMatchObject({
      effectiveOn: '2019-04-01',
      financialYear: '2019-20',
    });
  });

  it('may not be dated tomorrow', () => {
    const given = { reason: 'Mistake.', effectiveOn: '2018-07-01' };

    expect(ReversalBody({ today }).safeParse(given).success).toBe(false);
  });
});

describe('reversing other entries', () => {
  it('lowers expenditure in the year of its own date', () => {
    const { ledger } = setUp();
    const original = ledger.run(recordExpenditure(expenditureBody({ amount: '400' })));

    const { sequence } = reverse(ledger, original, '2018-04-10');

    expect(ledger.get('expenditure', idOf(original)).reversedBy).toBe(sequence);
    expect(ledger.get('balance', 'partnership-fund/2018-19/').amounts).toMatchObject({
      'direct-expenditure:partnership-posts': { text: '-400.00' },
      bank: { text: '400.00' },
    });
  });

  it('takes a note of a shared fund back', () => {
    const { ledger } = setUp();
    const original = ledger.run(noteSharedFund(sharedFundBody()));

    reverse(ledger, original, '2017-11-01');

    expect(ledger.get('sharedFund', idOf(original)).reversedOn).toBe('2017-11-01');
  });

  it('takes an opening balance back unless it is spent', () => {
    const { ledger, refusal } = setUp();
    ledger.run(openFund(fundBody({ id: 'joining', name: 'Joining' })));
    const original = ledger.run(recordOpeningBalance('joining', openingBalanceBody({ bank: '100' })));
    const spent = ledger.run(recordExpenditure(expenditureBody({ fundId: 'joining', amount: '1' })));

    const own = original.effectiveOn;
    const later = refusal(original);
    const tooEarly = ledger.refusal(reverseEntry(original.sequence, reversalBody({ effectiveOn: own })));
    reverse(ledger, spent, spent.effectiveOn);

    expect(later).toMatchObject({ code: 'not-reversible' });
    expect(asJson(tooEarly)).toMatchObject({ code: 'insufficient-funds', of: 'Joining', available: '99.00' });
    expect(reverse(ledger, original, own).type).toBe('entry-reversed');
  });

  it('strikes the note that came with it out, from its date on', () => {
    const { ledger, grantId } = setUp();
    const original = ledger.run(recordReceipt(grantId, { ...receipt, note: 'Illustrative.' }));

    ledger.run(reverseEntry(original.sequence, reversalBody({ effectiveOn: '2017-06-01', note: 'Wrong grant.' })));

    expect([...ledger.state.all('entryNote').values()]).toMatchObject([
      { note: 'Illustrative.', effectiveOn: '2017-05-02', reversedOn: '2017-06-01' },
      { note: 'Wrong grant.', effectiveOn: '2017-06-01' },
    ]);
  });
});
