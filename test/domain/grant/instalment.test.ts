import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjusted, type Instalment, instalmentsOf } from '../../../domain/grant/instalment.ts';
import { Money } from '../../../domain/money.ts';
import { runs } from '../runs.ts';
import { asJson } from '../test-ledger.ts';

const money = Money.parse;
const plan = (...amounts: readonly string[]): Instalment[] =>
  amounts.map((amount, place) => ({ dueOn: `2017-0${place + 5}-01`, amount: money(amount) }));
const amountsOf = (instalments: readonly Instalment[]): string[] => instalments.map(({ amount }) => amount.text);

describe('working out instalments', () => {
  it('shares the odd pennies out to the first', () => {
    const instalments = instalmentsOf({ count: 3, firstDueOn: '2018-01-31', everyMonths: 1 }, money('100.01'));

    expect(asJson(instalments)).toEqual([
      { dueOn: '2018-01-31', amount: '33.34' },
      { dueOn: '2018-02-28', amount: '33.34' },
      { dueOn: '2018-03-31', amount: '33.33' },
    ]);
  });

  it('puts given ones in order of date, and keeps the order of those on one day', () => {
    const given = [
      { dueOn: '2017-11-02', amount: money('3') },
      { dueOn: '2017-05-02', amount: money('1') },
      { dueOn: '2017-05-02', amount: money('2') },
    ];

    expect(amountsOf(instalmentsOf(given, money('6')))).toEqual(['1.00', '2.00', '3.00']);
  });

  it('always sums to the net amount', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 120 }), (pence, count) => {
        const net = money((pence / 100).toFixed(2));
        const instalments = instalmentsOf({ count, firstDueOn: '2017-05-31', everyMonths: 1 }, net);
        expect(instalments).toHaveLength(count);
        expect(Money.sum(instalments.map(({ amount }) => amount))).toEqual(net);
      }),
      runs(100),
    );
  });
});

const nothingReceived = { received: Money.zero, dueOn: '2017-10-02' };

describe('instalments after a change of the net amount', () => {
  it('an uplift after all were received is one more', () => {
    const after = adjusted(plan('100', '100'), money('250'), { received: money('200'), dueOn: '2030-01-01' });

    expect(amountsOf(after)).toEqual(['100.00', '100.00', '50.00']);
    expect(after.at(-1)?.dueOn).toBe('2030-01-01');
  });

  it.each([
    ['an uplift falls on the last', ['100', '100'], '250', ['100.00', '150.00']],
    ['a cut falls on the last', ['100', '100'], '150', ['100.00', '50.00']],
    ['a cut of the whole last one takes it away', ['100', '100'], '100', ['100.00']],
    ['a cut reaches back from the end', ['100', '100', '100'], '70.50', ['70.50']],
    ['a cut to nothing leaves one of nothing', ['100', '100'], '0', ['0.00']],
    ['no change changes nothing', ['100', '100'], '200', ['100.00', '100.00']],
    ['where there are none there stay none', [], '200', []],
    ['an uplift from nothing', ['0'], '50', ['50.00']],
  ])('%s', (_, before, netAmount, after) => {
    expect(amountsOf(adjusted(plan(...before), money(netAmount), nothingReceived))).toEqual(after);
  });

  it('sum to it, and only the last ones move', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 5 });

    fc.assert(
      fc.property(amounts, fc.nat(600_000), (pence, netPence) => {
        const [before, net] = [plan(...pence.map((one) => (one / 100).toFixed(2))), money((netPence / 100).toFixed(2))];
        const after = adjusted(before, net, nothingReceived);
        expect(Money.sum(after.map(({ amount }) => amount))).toEqual(net);
        expect(after.slice(0, -1)).toEqual(before.slice(0, after.length - 1));
        expect(after.every(({ amount }) => !amount.isNegative())).toBe(true);
      }),
      runs(100),
    );
  });
});
