import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedReceipts, unreceived } from '../../../domain/bank/expected-receipt.ts';
import { Money } from '../../../domain/money.ts';
import { money } from './bank-builders.ts';

const instalments = [
  { dueOn: '2017-04-03', amount: money('600') },
  { dueOn: '2017-10-02', amount: money('400') },
];
const grant = {
  ...{ id: 'core', title: 'Core funding', reference: 'CORE', funder: { id: 'pfcc', name: 'Essex PFCC' }, instalments },
  ...{ netAmount: money('1000'), receivedAmount: money('700') },
};

describe('what a grant still brings', () => {
  it('is what is outstanding, and the instalments that nothing or too little came for', () => {
    expect(expectedReceipts(grant)).toEqual([
      {
        ...{ grantId: 'core', title: 'Core funding', reference: 'CORE', funderName: 'Essex PFCC' },
        outstandingAmount: money('300'),
        instalments: [{ dueOn: '2017-10-02', unreceived: money('300') }],
      },
    ]);
  });

  it('is nothing once all was received, or the grant reversed', () => {
    expect(expectedReceipts({ ...grant, receivedAmount: money('1000') })).toEqual([]);
    expect(expectedReceipts({ ...grant, reversedOn: '2017-05-01' })).toEqual([]);
  });

  it('sums to what was not received, whatever the instalments', () => {
    const pounds = fc.nat(1000).map((amount) => money(String(amount)));
    fc.assert(
      fc.property(fc.array(pounds), pounds, (amounts, received) => {
        const due = amounts.map((amount) => ({ dueOn: '2017-04-03', amount }));
        const all = Money.sum(amounts);

        const left = Money.sum(unreceived(due, received).map((instalment) => instalment.unreceived));

        expect(left).toEqual(received.isMoreThan(all) ? Money.zero : all.minus(received));
      }),
    );
  });
});
