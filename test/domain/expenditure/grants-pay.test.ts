import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { varyGrant } from '../../../domain/grant/change-grant.ts';
import { approve, close, nameOfficers, openMeetingOf, pay, submit } from '../../award-builders.ts';
import { agree, expenditureBody, ledgerWith, reverse, variationBody } from '../../builders.ts';
import { asJson } from '../test-ledger.ts';

const spend = (amount: string, spentOn: string, grantId?: string) =>
  recordExpenditure(expenditureBody({ amount, spentOn, ...(grantId === undefined ? {} : { grantId }) }));

/** A grant of £1,000 in each of two years. */
const setUp = () => {
  const ledger = ledgerWith();
  const older = agree(ledger, { title: 'Older', financialYear: '2016-17', agreedOn: '2016-05-01' });
  const newer = agree(ledger, { title: 'Newer' });
  return { ledger, older, newer };
};

describe('whose money spending takes', () => {
  it('is gone for a grant also where the spending named none', () => {
    const { ledger, older, newer } = setUp();
    ledger.run(spend('700', '2016-12-01'));

    const refusal = ledger.refusal(spend('300.01', '2017-12-01', older));

    expect(asJson(refusal)).toEqual({
      code: 'insufficient-funds',
      of: 'the grant “Older”',
      needed: '300.01',
      available: '300.00',
      financialYear: '2017-18',
    });
    expect(ledger.run(spend('300', '2017-12-01', older)).type).toBe('expenditure-recorded');
    expect(ledger.run(spend('1000', '2017-12-01', newer)).type).toBe('expenditure-recorded');
  });

  it('is not a later grant’s where spending named that one since', () => {
    const { ledger, newer } = setUp();
    ledger.run(spend('1000', '2017-12-01', newer));

    expect(ledger.run(spend('1000', '2017-12-02')).type).toBe('expenditure-recorded');
    expect(ledger.refusal(spend('0.01', '2017-12-03'))).toMatchObject({ of: 'Partnership fund' });
  });

  it('dated back does not take what a grant named later', () => {
    const { ledger, older } = setUp();
    ledger.run(spend('600', '2017-12-01', older));

    expect(asJson(ledger.refusal(spend('400.01', '2016-12-01')))).toMatchObject({
      of: 'the grant “Older”',
      available: '400.00',
      financialYear: '2017-18',
    });
    expect(ledger.run(spend('400', '2016-12-01')).type).toBe('expenditure-recorded');
  });

  it('leaves a grant that was overspent by a cut no worse', () => {
    const { ledger, older, newer } = setUp();
    ledger.run(spend('1000', '2016-12-01', older));
    ledger.run(varyGrant(older, variationBody({ grossAmount: '900' })));

    expect(ledger.refusal(spend('1', '2017-12-01', older))).toMatchObject({ code: 'insufficient-funds' });
    expect(ledger.run(spend('900', '2017-12-01', newer)).type).toBe('expenditure-recorded');
    expect(ledger.refusal(spend('0.01', '2017-12-01', newer))).toMatchObject({ of: 'Partnership fund' });
  });

  it('does not matter while no spending names a grant', () => {
    const { ledger, older } = setUp();
    const named = ledger.run(spend('400', '2017-12-01', older));
    reverse(ledger, named, '2017-12-01');

    expect(ledger.run(spend('2000', '2017-12-02')).type).toBe('expenditure-recorded');
  });
});

describe('whose money awards were promised', () => {
  /** Older and newer grant; an award of that amount is approved in the earlier year. */
  const promised = (amount: string, named: boolean) => {
    const { ledger, older, newer } = setUp();
    nameOfficers(ledger);
    const meetingId = openMeetingOf(ledger, { heldOn: '2016-12-01' });
    const awardId = submit(ledger, meetingId, { amountRequested: amount, ...(named ? { grantId: older } : {}) });
    approve(ledger, awardId, meetingId, { amountApproved: amount });
    return { ledger, older, newer, awardId };
  };

  it.each([
    ['named the grant', true],
    ['named none', false],
  ])('is gone for direct expenditure, where the award %s', (_, named) => {
    const { ledger, older } = promised('700', named);

    expect(asJson(ledger.refusal(spend('300.01', '2017-12-01', older)))).toMatchObject({
      code: 'insufficient-funds',
      of: 'the grant “Older”',
      available: '300.00',
    });
    expect(ledger.run(spend('300', '2017-12-01', older)).type).toBe('expenditure-recorded');
  });

  it('is no more gone once it is paid', () => {
    const { ledger, older, awardId } = promised('700', true);
    pay(ledger, awardId, { amount: '700' });

    expect(ledger.refusal(spend('300.01', '2017-12-01', older))).toMatchObject({ of: 'the grant “Older”' });
    expect(ledger.run(spend('300', '2017-12-01', older)).type).toBe('expenditure-recorded');
  });

  it('matters for spending that names none, as soon as an award names one', () => {
    const { ledger } = promised('700', true);

    expect(asJson(ledger.refusal(spend('300.01', '2016-12-02')))).toMatchObject({ available: '300.00' });
    expect(ledger.run(spend('1300', '2017-12-02')).type).toBe('expenditure-recorded');
  });

  it('is free again where the award is closed', () => {
    const { ledger, older, awardId } = promised('1000', true);
    close(ledger, awardId, { closedOn: '2017-12-01' });

    expect(ledger.run(spend('1000', '2017-12-01', older)).type).toBe('expenditure-recorded');
  });
});
