import { describe, expect, it } from 'vitest';
import { takeChairsAction } from '../../../domain/award/chairs-action.ts';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import {
  approve,
  chair,
  chairsActionBody,
  decisionBody,
  ledgerWithMoney,
  openMeetingOf,
  propose,
  submit,
} from '../../award-builders.ts';
import { expenditureBody } from '../../builders.ts';
import { asJson, type TestLedger } from '../test-ledger.ts';

/** Ten percent of £1,000.05, which is £100.00 and half a penny. */
const setUp = () => {
  const ledger = ledgerWithMoney({ overCommitmentPercent: 10 }, { grossAmount: '1000.05' });
  const meetingId = openMeetingOf(ledger);
  const approval = (amountApproved: string, grantId?: string) => {
    const named = grantId === undefined ? {} : { grantId };
    const awardId = submit(ledger, meetingId, { amountRequested: '9999', ...named });
    return decideAward(awardId, decisionBody(meetingId, { amountApproved }));
  };
  return { ledger, meetingId, approval };
};
const moneyTestOf = (ledger: TestLedger, decide: Parameters<TestLedger['run']>[0]) =>
  asJson(ledger.run(decide, chair).facts);

describe('an authority that lets awards go beyond the balance', () => {
  it('goes to the penny, rounded down, and no penny further', () => {
    const { ledger, approval } = setUp();

    const refusal = ledger.refusal(approval('1100.06'), chair);

    expect(asJson(refusal)).toEqual({
      code: 'insufficient-funds',
      of: 'Partnership fund',
      needed: '1100.06',
      available: '1000.05',
      by: 'this award',
      allowance: '100.00',
      financialYear: '2017-18',
    });
    expect(moneyTestOf(ledger, approval('1100.05'))).toMatchObject({
      moneyTest: {
        uncommittedBefore: '1000.05',
        overCommitment: { percent: 10, allowance: '100.00', used: '100.00' },
      },
    });
  });

  it('is recorded where it is used, by a penny too', () => {
    const { ledger, approval } = setUp();

    expect(moneyTestOf(ledger, approval('1000.06'))).toMatchObject({
      moneyTest: { overCommitment: { used: '0.01' } },
    });
  });

  it('is not recorded where it is not used', () => {
    const { ledger, approval } = setUp();

    const { facts } = ledger.run(approval('1000.05'), chair);

    expect(asJson(facts)).toMatchObject({ moneyTest: { uncommittedBefore: '1000.05' } });
    expect('moneyTest' in facts && facts.moneyTest).not.toHaveProperty('overCommitment');
  });

  it('is not given again for every award', () => {
    const { ledger, meetingId, approval } = setUp();
    const awardId = submit(ledger, meetingId, { amountRequested: '1040.05' });
    approve(ledger, awardId, meetingId, { amountApproved: '1040.05' });

    expect(asJson(ledger.refusal(approval('60.01'), chair))).toMatchObject({
      available: '-40.00',
      allowance: '100.00',
    });
    expect(moneyTestOf(ledger, approval('60'))).toMatchObject({
      moneyTest: { uncommittedBefore: '-40.00', overCommitment: { used: '60.00' } },
    });
  });

  it('is a percentage of the balance when deciding', () => {
    const { ledger, approval } = setUp();
    ledger.run(recordExpenditure(expenditureBody({ amount: '500.05', spentOn: '2017-06-01' })));

    expect(asJson(ledger.refusal(approval('550.01'), chair))).toMatchObject({
      available: '500.00',
      allowance: '50.00',
    });
    expect(ledger.run(approval('550'), chair).type).toBe('award-decided');
  });

  it('is for awards alone, not for direct expenditure', () => {
    const { ledger } = setUp();

    expect(ledger.refusal(recordExpenditure(expenditureBody({ amount: '1000.06' })))).toMatchObject({
      code: 'insufficient-funds',
    });
  });

  it('lets a grant that an award names go as far below nothing', () => {
    const { ledger, approval } = setUp();
    const grantId = [...ledger.state.all('grant').keys()][0] ?? '';

    expect(ledger.refusal(approval('1100.06', grantId), chair).code).toBe('insufficient-funds');
    expect(ledger.run(approval('1100.05', grantId), chair).type).toBe('award-decided');
  });

  it('is the chair’s too', () => {
    const { ledger, approval } = setUp();
    ledger.run(approval('1000.05'), chair);
    const action = (amountApproved: string) =>
      takeChairsAction(propose(ledger), chairsActionBody({ amountApproved, decidedOn: '2017-10-07' }));

    expect(asJson(ledger.refusal(action('100.01'), chair))).toMatchObject({ code: 'insufficient-funds' });
    expect(moneyTestOf(ledger, action('100'))).toMatchObject({
      moneyTest: { uncommittedBefore: '0.00', overCommitment: { used: '100.00' } },
    });
  });

  it('needs terms that give it', () => {
    const ledger = ledgerWithMoney();
    const meetingId = openMeetingOf(ledger);
    const awardId = submit(ledger, meetingId, { amountRequested: '9999' });
    const approval = decideAward(awardId, decisionBody(meetingId, { amountApproved: '1000.01' }));

    const refusal = ledger.refusal(approval, chair);

    expect(refusal).toMatchObject({ code: 'insufficient-funds' });
    expect(refusal).not.toHaveProperty('allowance');
  });
});
