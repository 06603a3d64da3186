import { describe, expect, it } from 'vitest';
import { takeChairsAction } from '../../../domain/award/chairs-action.ts';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { varyGrant } from '../../../domain/grant/change-grant.ts';
import {
  approve,
  chair,
  chairsActionBody,
  close,
  decisionBody,
  nameOfficers,
  openMeetingOf,
  pay,
  propose,
  submit,
} from '../../award-builders.ts';
import { agree, expenditureBody, ledgerWith, reverse, variationBody } from '../../builders.ts';
import { asJson } from '../test-ledger.ts';

const heldOn = '2017-12-01';

/** A grant of £1,000 in each of two years; a meeting sits in the second. */
const setUp = () => {
  const ledger = ledgerWith();
  nameOfficers(ledger);
  const older = agree(ledger, { title: 'Older', financialYear: '2016-17', agreedOn: '2016-05-01' });
  const newer = agree(ledger, { title: 'Newer' });
  const meetingId = openMeetingOf(ledger, { heldOn });
  const put = (grantId?: string) =>
    submit(ledger, meetingId, { amountRequested: '9999', ...(grantId === undefined ? {} : { grantId }) });
  const approval = (amountApproved: string, grantId?: string) =>
    decideAward(put(grantId), decisionBody(meetingId, { amountApproved }));
  const promise = (amountApproved: string, grantId?: string) => {
    const awardId = put(grantId);
    approve(ledger, awardId, meetingId, { amountApproved });
    return awardId;
  };
  const spending = (amount: string, grantId?: string) =>
    recordExpenditure(expenditureBody({ amount, spentOn: heldOn, ...(grantId === undefined ? {} : { grantId }) }));
  return { ledger, older, newer, meetingId, approval, promise, spending };
};

describe('an award that names its grant', () => {
  it('says so in its postings', () => {
    const { ledger, older, approval } = setUp();

    const { postings } = ledger.run(approval('100', older), chair);

    expect(postings).toMatchObject([{ grantId: older }, { grantId: older }]);
  });

  it('has no more than the grant, though the fund has', () => {
    const { ledger, older, approval } = setUp();

    expect(asJson(ledger.refusal(approval('1000.01', older), chair))).toEqual({
      code: 'insufficient-funds',
      of: 'the grant “Older”',
      needed: '1000.01',
      available: '1000.00',
      financialYear: '2017-18',
    });
    expect(ledger.run(approval('1000', older), chair).type).toBe('award-decided');
  });

  it('has no more than the fund, though the grant has', () => {
    const { ledger, newer, approval, spending } = setUp();
    ledger.run(spending('1500'));

    expect(ledger.refusal(approval('500.01', newer), chair)).toMatchObject({ of: 'Partnership fund' });
  });

  it('leaves what is promised gone for another award that names it', () => {
    const { ledger, older, approval, promise } = setUp();
    promise('700', older);

    expect(asJson(ledger.refusal(approval('300.01', older), chair))).toMatchObject({
      of: 'the grant “Older”',
      available: '300.00',
    });
    expect(ledger.run(approval('300', older), chair).type).toBe('award-decided');
  });

  it('leaves what is promised gone for direct expenditure that names it', () => {
    const { ledger, older, promise, spending } = setUp();
    promise('700', older);

    expect(asJson(ledger.refusal(spending('300.01', older)))).toMatchObject({ of: 'the grant “Older”' });
    expect(ledger.run(spending('300', older)).type).toBe('expenditure-recorded');
  });

  it('makes what names no grant take the other’s money', () => {
    const { ledger, older, newer, approval, promise } = setUp();
    promise('1000', older);
    promise('600');

    expect(asJson(ledger.refusal(approval('400.01', newer), chair))).toMatchObject({ of: 'Partnership fund' });
    expect(ledger.run(approval('400', newer), chair).type).toBe('award-decided');
  });

  it('finds older money taken in an earlier year by an award that named none', () => {
    const { ledger, older, approval } = setUp();
    const earlier = openMeetingOf(ledger, { heldOn: '2016-12-01' });
    approve(ledger, submit(ledger, earlier, { amountRequested: '700' }), earlier, { amountApproved: '700' });

    expect(asJson(ledger.refusal(approval('300.01', older), chair))).toMatchObject({
      of: 'the grant “Older”',
      available: '300.00',
    });
  });

  it('gives its money back by being closed', () => {
    const { ledger, older, promise, spending } = setUp();
    const awardId = promise('1000', older);
    const refusal = ledger.refusal(spending('1', older));
    close(ledger, awardId, { closedOn: heldOn });

    expect(refusal.code).toBe('insufficient-funds');
    expect(ledger.run(spending('1000', older)).type).toBe('expenditure-recorded');
  });

  it('is paid in full, whatever was promised and spent meanwhile', () => {
    const { ledger, older, newer, promise, spending } = setUp();
    const [named, unnamed] = [promise('500', older), promise('400')];
    ledger.run(spending('100', older));
    ledger.run(spending('1000', newer));

    const payments = [pay(ledger, named, { amount: '500', paidOn: heldOn })];
    payments.push(pay(ledger, unnamed, { amount: '400', paidOn: '2018-04-02' }));

    expect(payments).toMatchObject([{ type: 'award-paid' }, { type: 'award-paid' }]);
  });

  it('is paid in full also after the grant was cut', () => {
    const { ledger, older, promise } = setUp();
    const awardId = promise('1000', older);
    ledger.run(varyGrant(older, variationBody({ grossAmount: '100', effectiveOn: heldOn })));

    expect(pay(ledger, awardId, { amount: '1000', paidOn: heldOn }).type).toBe('award-paid');
  });

  it('bounced names the grant again', () => {
    const { ledger, older, promise, spending } = setUp();
    const payment = pay(ledger, promise('1000', older), { amount: '1000', paidOn: heldOn });

    const reversal = reverse(ledger, payment, heldOn);

    expect(new Set(reversal.postings.map(({ grantId }) => grantId))).toEqual(new Set([older]));
    expect(ledger.refusal(spending('0.01', older)).code).toBe('insufficient-funds');
  });

  it('keeps the grant from being reversed', () => {
    const { ledger, older, promise } = setUp();
    promise('1', older);
    const agreed = ledger.entries.find((entry) => entry.type === 'grant-agreed') ?? expect.unreachable();

    expect(() => reverse(ledger, agreed, heldOn)).toThrow('insufficient-funds');
  });

  it('is approved from no grant that was reversed since', () => {
    const { ledger, older, approval } = setUp();
    const decide = approval('100', older);
    const agreed = ledger.entries.find((entry) => entry.type === 'grant-agreed') ?? expect.unreachable();
    reverse(ledger, agreed, heldOn);

    expect(ledger.refusal(decide, chair)).toMatchObject({ code: 'already-reversed' });
  });

  it('by chair’s action has no more than the grant either', () => {
    const { ledger, older, promise } = setUp();
    promise('700', older);
    const action = (amountApproved: string) =>
      takeChairsAction(
        propose(ledger, { grantId: older }),
        chairsActionBody({ amountApproved, decidedOn: '2017-12-02' }),
      );

    expect(ledger.refusal(action('300.01'), chair)).toMatchObject({ of: 'the grant “Older”' });
    expect(ledger.run(action('300'), chair).postings).toMatchObject([{ grantId: older }, { grantId: older }]);
  });
});
