import { describe, expect, it } from 'vitest';
import { notifyTopSlice, varyGrant } from '../../../domain/grant/change-grant.ts';
import { GrantBody } from '../../../domain/grant/grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import {
  agree,
  grantBody,
  ledgerWith,
  receiptBody,
  reversalBody,
  reverse,
  topSliceBody,
  variationBody,
} from '../../builders.ts';
import { asJson, today } from '../test-ledger.ts';

const setUp = () => {
  const ledger = ledgerWith();
  const grantId = agree(ledger, { financialYear: '2016-17', agreedOn: '2016-05-01' });
  const vary = (grossAmount: string, effectiveOn: string) =>
    varyGrant(grantId, variationBody({ grossAmount, effectiveOn }));
  const receive = (amount: string, receivedOn: string) =>
    recordReceipt(grantId, receiptBody({ amount, receivedOn, bankReference: `${amount} ${receivedOn}` }));
  const slice = (amount: string, notifiedOn: string) => notifyTopSlice(grantId, topSliceBody({ amount, notifiedOn }));
  return { ledger, vary, receive, slice };
};

describe('what there is to receive', () => {
  it('before an uplift counts is without it', () => {
    const { ledger, vary, receive } = setUp();
    ledger.run(vary('1500', '2018-04-01'));

    expect(asJson(ledger.refusal(receive('1000.01', '2018-03-31')))).toEqual({
      code: 'receipt-exceeds-outstanding',
      amount: '1000.01',
      outstanding: '1000.00',
    });
    expect(ledger.run(receive('1000', '2018-03-31')).type).toBe('receipt-recorded');
    expect(ledger.run(receive('500', '2018-04-01')).type).toBe('receipt-recorded');
  });

  it('leaves enough for what was received since', () => {
    const { ledger, receive } = setUp();
    ledger.run(receive('700', '2018-04-01'));

    expect(asJson(ledger.refusal(receive('300.01', '2016-12-01')))).toMatchObject({ outstanding: '300.00' });
  });

  it('is the least that a cut or a top-slice dated back leaves to any year', () => {
    const { ledger, vary, receive, slice } = setUp();
    ledger.run(vary('1500', '2018-04-01'));
    ledger.run(receive('900', '2017-12-01'));

    expect(asJson(ledger.refusal(slice('100.01', '2017-05-01')))).toMatchObject({ outstanding: '100.00' });
    expect(ledger.run(slice('600', '2018-04-01')).type).toBe('top-slice-notified');
  });

  it('is not cut below what was received by the end of a year', () => {
    const { ledger, vary, receive, slice } = setUp();
    ledger.run(receive('900', '2017-12-01'));
    ledger.run(slice('50', '2017-12-01'));

    expect(asJson(ledger.refusal(vary('949.99', '2017-06-01')))).toMatchObject({
      code: 'variation-below-received',
      netAmount: '899.99',
      received: '900.00',
    });
    expect(ledger.run(vary('950', '2017-06-01')).type).toBe('grant-varied');
  });

  it('keeps an uplift that was received before its reversal would count', () => {
    const { ledger, vary, receive } = setUp();
    const uplift = ledger.run(vary('1500', '2016-06-01'));
    const received = ledger.run(receive('1200', '2016-12-01'));
    reverse(ledger, received, '2018-04-01');
    const undo = (effectiveOn: string) => reverseEntry(uplift.sequence, reversalBody({ effectiveOn }));

    expect(ledger.refusal(undo('2016-12-31'))).toMatchObject({ code: 'not-reversible' });
    expect(ledger.run(undo('2018-04-01')).type).toBe('entry-reversed');
  });
});

describe('cutting a grant below what was received in an earlier year, after that came back', () => {
  it('is refused at a date before it came back', () => {
    const { ledger, vary, receive } = setUp();
    reverse(ledger, ledger.run(receive('900', '2016-12-01')), '2018-04-01');

    expect(asJson(ledger.refusal(vary('800', '2016-06-01')))).toEqual({
      code: 'variation-below-received',
      netAmount: '800.00',
      received: '900.00',
    });
    expect(ledger.run(vary('800', '2018-04-01')).type).toBe('grant-varied');
  });
});

describe('instalments that are worked out', () => {
  it.each([
    [11, 12, true],
    [12, 12, false],
    [1, 120, true],
    [120, 120, false],
  ])('end within ten years: %d of them every %d months', (count, everyMonths, isRead) => {
    const given = { ...asJson<object>(grantBody()), instalments: { count, firstDueOn: today, everyMonths } };

    expect(GrantBody({ today }).safeParse(given).success).toBe(isRead);
  });
});
