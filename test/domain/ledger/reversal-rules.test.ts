import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { notifyTopSlice, varyGrant } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { ofGrant } from '../../../domain/ledger/records.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import {
  agree,
  expenditureBody,
  ledgerWith,
  receiptBody,
  reversalBody,
  reverse,
  topSliceBody,
  variationBody,
} from '../../builders.ts';
import { asJson, idOf, today } from '../test-ledger.ts';

const setUp = (fields: Parameters<typeof agree>[1] = {}) => {
  const ledger = ledgerWith();
  const grantId = agree(ledger, fields);
  const agreed = ledger.entries[2] ?? expect.unreachable();
  const refusal = (entry: { sequence: number }, effectiveOn = today) =>
    asJson(ledger.refusal(reverseEntry(entry.sequence, reversalBody({ effectiveOn }))));
  return { ledger, grantId, agreed, refusal };
};
const receipt = receiptBody({ amount: '400' });

describe('reversing a grant', () => {
  it('takes its income and its top-slices back', () => {
    const { ledger, grantId, agreed } = setUp({ topSlices: [{ purpose: 'dhr', amount: '120' }] });

    const { sequence } = reverse(ledger, agreed, '2017-04-03');

    const { amounts } = ledger.get('balance', `partnership-fund/2017-18/${grantId}`);
    expect(Object.values(amounts).map(String)).toEqual(['0.00', '0.00', '0.00']);
    expect(ledger.get('grant', grantId).reversedOn).toBe('2017-04-03');
    expect([...ledger.state.all('topSlice').values()]).toMatchObject([{ reversedBy: sequence }]);
  });

  it('waits for its receipts, later top-slices and variations to be reversed', () => {
    const { ledger, grantId, agreed, refusal } = setUp();
    const later = [
      ledger.run(recordReceipt(grantId, receipt)),
      ledger.run(notifyTopSlice(grantId, topSliceBody())),
      ledger.run(varyGrant(grantId, variationBody({ grossAmount: '1500' }))),
    ];

    const reasons = later.map((entry) => {
      const reason = refusal(agreed);
      reverse(ledger, entry);
      return reason;
    });

    expect(reasons).toMatchObject([
      { code: 'not-reversible', because: 'The grant has receipts: reverse those first.' },
      { code: 'not-reversible', because: 'The grant has later top-slices: reverse those first.' },
      { code: 'not-reversible', because: 'The grant was varied: reverse the variations first, the latest first.' },
    ]);
    expect(reverse(ledger, agreed).type).toBe('entry-reversed');
  });

  it('is refused where its money is spent', () => {
    const { ledger, agreed, refusal } = setUp();
    ledger.run(recordExpenditure(expenditureBody({ amount: '50' })));

    expect(refusal(agreed)).toMatchObject({ code: 'insufficient-funds', of: 'Partnership fund', available: '950.00' });
  });

  it('is refused where spending named it, also where the fund has other money', () => {
    const { ledger, grantId, agreed, refusal } = setUp();
    agree(ledger, { reference: 'OTHER' });
    ledger.run(recordExpenditure(expenditureBody({ amount: '50', grantId })));

    expect(refusal(agreed)).toMatchObject({ code: 'insufficient-funds', of: 'the grant that spending named' });
  });

  it('is fine where other money covers spending that named none', () => {
    const { ledger, agreed } = setUp();
    agree(ledger, { reference: 'OTHER' });
    ledger.run(recordExpenditure(expenditureBody({ amount: '50' })));

    expect(reverse(ledger, agreed).type).toBe('entry-reversed');
  });

  it('is refused where a later year would then be short', () => {
    const { ledger, agreed, refusal } = setUp();
    ledger.run(recordExpenditure(expenditureBody({ amount: '1000', spentOn: '2018-04-02' })));

    expect(refusal(agreed, '2017-05-01')).toMatchObject({ code: 'insufficient-funds', financialYear: '2018-19' });
  });
});

describe('reversing what changed a grant', () => {
  it('takes a receipt out of what was received', () => {
    const { ledger, grantId } = setUp();
    const original = ledger.run(recordReceipt(grantId, receipt));

    const { sequence } = reverse(ledger, original);

    expect(ledger.get('grant', grantId).receivedAmount.text).toBe('0.00');
    expect(ledger.get('receipt', ofGrant(grantId, idOf(original))).reversedBy).toBe(sequence);
  });

  it('gives a later top-slice back to the net amount', () => {
    const { ledger, grantId } = setUp({ instalments: { count: 2, firstDueOn: '2017-05-02', everyMonths: 6 } });
    const before = asJson(ledger.get('grant', grantId));
    const original = ledger.run(notifyTopSlice(grantId, topSliceBody()));

    const { sequence } = reverse(ledger, original);

    expect(asJson(ledger.get('grant', grantId))).toEqual(before);
    expect(ledger.get('topSlice', ofGrant(grantId, idOf(original))).reversedBy).toBe(sequence);
  });

  it('takes back the latest variation alone', () => {
    const { ledger, grantId, refusal } = setUp();
    const first = ledger.run(varyGrant(grantId, variationBody({ grossAmount: '1100' })));
    const second = ledger.run(varyGrant(grantId, variationBody({ grossAmount: '1200' })));

    expect(refusal(first)).toMatchObject({ because: 'Only the latest variation of a grant can be reversed.' });
    const { sequence } = reverse(ledger, second);
    expect(ledger.get('variation', ofGrant(grantId, idOf(second))).reversedBy).toBe(sequence);
  });

  it('takes back no uplift that was received', () => {
    const { ledger, grantId, refusal } = setUp();
    const uplift = ledger.run(varyGrant(grantId, variationBody({ grossAmount: '1500' })));
    ledger.run(recordReceipt(grantId, receiptBody({ amount: '1000.01' })));

    expect(refusal(uplift)).toEqual({ code: 'variation-below-received', netAmount: '1000.00', received: '1000.01' });
  });

  it('takes back no uplift that was spent', () => {
    const { ledger, grantId, refusal } = setUp();
    const uplift = ledger.run(varyGrant(grantId, variationBody({ grossAmount: '1500' })));
    ledger.run(recordExpenditure(expenditureBody({ amount: '1200' })));

    expect(refusal(uplift)).toMatchObject({ code: 'insufficient-funds', available: '300.00', needed: '500.00' });
  });

  it('takes back a cut of money that is spent, which is no less than before', () => {
    const { ledger, grantId } = setUp();
    ledger.run(recordExpenditure(expenditureBody({ amount: '1000' })));
    const cut = ledger.run(varyGrant(grantId, variationBody({ grossAmount: '700' })));

    expect(reverse(ledger, cut).type).toBe('entry-reversed');
  });
});
