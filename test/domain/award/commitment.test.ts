import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import {
  approve,
  chair,
  decisionBody,
  heldOn,
  ledgerWithMoney,
  nameOfficers,
  openMeetingOf,
  pay,
  submit,
} from '../../award-builders.ts';
import { agree, expenditureBody, fundBody, ledgerWith, openingBalanceBody } from '../../builders.ts';
import { asJson, type TestLedger } from '../test-ledger.ts';

/** An award for which any amount was asked, before a meeting. */
const askFor = (ledger: TestLedger, fields: Parameters<typeof submit>[2] = {}, on = heldOn) => {
  const meetingId = openMeetingOf(ledger, { heldOn: on });
  const awardId = submit(ledger, meetingId, { amountRequested: '9999', ...fields });
  return (amountApproved: string) => decideAward(awardId, decisionBody(meetingId, { amountApproved }));
};
const spend = (ledger: TestLedger, amount: string, spentOn: string) =>
  ledger.run(recordExpenditure(expenditureBody({ amount, spentOn })));

describe('the money for an award', () => {
  it('is all that is free, and no penny more', () => {
    const ledger = ledgerWithMoney();
    const approval = askFor(ledger);

    const refusal = ledger.refusal(approval('1000.01'), chair);

    expect(asJson(refusal)).toEqual({
      code: 'insufficient-funds',
      of: 'Partnership fund',
      needed: '1000.01',
      available: '1000.00',
      by: 'this award',
      financialYear: '2017-18',
    });
    expect(asJson(ledger.run(approval('1000'), chair).facts)).toMatchObject({
      moneyTest: { uncommittedBefore: '1000.00' },
    });
  });

  it('is what is left of what was promised and spent before', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    approve(ledger, submit(ledger, meetingId), meetingId);
    spend(ledger, '150', '2017-06-01');
    const approval = askFor(ledger);

    expect(asJson(ledger.refusal(approval('450.01'), chair))).toMatchObject({ needed: '450.01', available: '450.00' });
    expect(ledger.run(approval('450'), chair).type).toBe('award-decided');
  });

  it('is not promised again when it is paid', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId);
    approve(ledger, awardId, meetingId);
    pay(ledger, awardId, { amount: '400' });

    expect(asJson(ledger.refusal(askFor(ledger)('600.01'), chair))).toMatchObject({ available: '600.00' });
  });

  it('is gone for direct expenditure', () => {
    const ledger = ledgerWithMoney();
    ledger.run(askFor(ledger)('900'), chair);
    const expenditure = (amount: string) => recordExpenditure(expenditureBody({ amount }));

    expect(asJson(ledger.refusal(expenditure('100.01')))).toMatchObject({ needed: '100.01', available: '100.00' });
    expect(ledger.run(expenditure('100')).type).toBe('expenditure-recorded');
  });

  it('is the least that is free at the end of its year and of every later one', () => {
    const ledger = ledgerWithMoney();
    agree(ledger, { financialYear: '2019-20', agreedOn: '2018-05-01', grossAmount: '5000', reference: 'LATER' });
    spend(ledger, '900', '2018-05-02');

    expect(asJson(ledger.refusal(askFor(ledger)('100.01'), chair))).toMatchObject({
      available: '100.00',
      financialYear: '2018-19',
    });
  });

  it('is not next year’s grant', () => {
    const ledger = ledgerWithMoney();
    agree(ledger, { financialYear: '2018-19', agreedOn: '2018-04-03', reference: 'NEXT' });

    expect(asJson(ledger.refusal(askFor(ledger)('1000.01'), chair))).toMatchObject({ financialYear: '2017-18' });
    expect(ledger.run(askFor(ledger, {}, '2018-04-20')('2000'), chair).type).toBe('award-decided');
  });

  it('is this fund’s, not another’s', () => {
    const ledger = ledgerWith(fundBody(), fundBody({ id: 'reserve', name: 'Reserve' }));
    nameOfficers(ledger);
    agree(ledger, { fundId: 'reserve' });

    expect(asJson(ledger.refusal(askFor(ledger)('0.01'), chair))).toMatchObject({
      of: 'Partnership fund',
      available: '0.00',
    });
    expect(ledger.run(askFor(ledger, { fundId: 'reserve' })('1000'), chair).type).toBe('award-decided');
  });

  it('of two awards approved for the last penny goes to the first', () => {
    const ledger = ledgerWithMoney();
    const [first, second] = [askFor(ledger), askFor(ledger)];

    ledger.run(first('1000'), chair);

    expect(asJson(ledger.refusal(second('0.01'), chair))).toMatchObject({ needed: '0.01', available: '0.00' });
  });
});

describe('a fund that joined with an opening balance', () => {
  const opened = () => {
    const ledger = ledgerWith();
    nameOfficers(ledger);
    const body = openingBalanceBody({ effectiveOn: heldOn });
    ledger.run(recordOpeningBalance('partnership-fund', body));
    return ledger;
  };

  it('is promised from that day on', () => {
    const ledger = opened();

    expect(ledger.run(askFor(ledger)('2500'), chair).effectiveOn).toBe(heldOn);
  });

  it('is promised nothing before', () => {
    const ledger = opened();

    const refusal = ledger.refusal(askFor(ledger, {}, '2017-10-05')('100'), chair);

    expect(refusal).toEqual({
      code: 'date-out-of-order',
      date: '2017-10-05',
      notBefore: heldOn,
      of: 'the opening balance of its fund',
    });
  });
});
