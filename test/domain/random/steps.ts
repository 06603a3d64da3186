import fc from 'fast-check';
import { today, unknownId } from '../test-ledger.ts';
import { type Command, funds } from './commands.ts';
import type { Model } from './model.ts';
import { written } from './pence.ts';

export const years = ['2015-16', '2016-17', '2017-18', '2018-19', '2019-20'] as const;

const [firstDay, lastDay] = [new Date('2015-04-01'), new Date(today)];
const edges = years.slice(0, 4).flatMap((year) => [`${year.slice(0, 4)}-03-31`, `${year.slice(0, 4)}-04-01`]);
export const anyDay = fc.oneof(
  fc.constantFrom(...edges.filter((day) => day >= '2015-04-01' && day <= today), today),
  fc.date({ min: firstDay, max: lastDay, noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)),
);

/** How much, beside what there is: some percent of it, all, a penny more, or an amount of its own. */
const size = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 99 }).map((percent) => ({ percent })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 60_000 }).map((pence) => ({ pence })) },
  { weight: 2, arbitrary: fc.constant('all' as const) },
  { weight: 1, arbitrary: fc.constant('a penny more' as const) },
);
type Size = typeof size extends fc.Arbitrary<infer One> ? One : never;

const fund = fc.nat(funds.length - 1);
const which = fc.nat(19);
const large = fc.integer({ min: 1, max: 300_000 });
const reference = fc.nat(40).map((one) => (one % 5 === 0 ? ` r${one} ` : `R${one}`));
const total = fc.option(fc.constantFrom(30_000, 90_000), { freq: 3, nil: undefined });
const cash = { size, day: anyDay };
const received = { ...cash, reference, total };

const rarely = fc.integer({ min: 0, max: 5 }).map((one) => one === 3);

const agree = fc.record({
  act: fc.constant('agree' as const),
  fund,
  gross: large,
  topSlice: fc.option(fc.integer({ min: 1, max: 30_000 }), { freq: 3, nil: undefined }),
  year: fc.oneof(fc.constantFrom(...years), fc.constantFrom(...years.slice(0, 2))),
  day: anyDay,
  isWrongNature: rarely,
  instalmentCount: fc.nat(3),
  conditionCount: fc.nat(2),
});

const open = fc.record({
  act: fc.constant('open' as const),
  fund,
  bank: fc.nat(50_000),
  owed: fc.option(large, { nil: undefined }),
  owing: fc.option(large, { nil: undefined }),
  day: anyDay,
});

const stepsByWeight = [
  [2, agree],
  [6, fc.record({ act: fc.constant('receive' as const), which, ...received })],
  [3, fc.record({ act: fc.constant('top-slice' as const), which, ...cash })],
  [4, fc.record({ act: fc.constant('vary' as const), which, ...cash, isUplift: fc.boolean(), instalments: rarely })],
  [2, fc.record({ act: fc.constant('meet-condition' as const), which, number: fc.nat(3), day: anyDay })],
  [
    8,
    fc.record({
      act: fc.constant('spend' as const),
      fund,
      which: fc.option(which, { nil: undefined }),
      size,
      day: fc.oneof(anyDay, fc.constantFrom('2017-12-01', '2018-04-01', today)),
      isPurposeless: rarely,
    }),
  ],
  [1, open],
  [3, fc.record({ act: fc.constant('receive-owed' as const), fund, ...received })],
  [2, fc.record({ act: fc.constant('repay-owing' as const), fund, ...cash })],
  [1, fc.record({ act: fc.constant('repay' as const), which, ...cash })],
  [1, fc.record({ act: fc.constant('note-shared-fund' as const), year: fc.constantFrom(...years) })],
  [
    6,
    fc.record({ act: fc.constant('reverse' as const), back: fc.nat(14), day: fc.option(anyDay, { nil: undefined }) }),
  ],
] as const;

const step = fc.oneof(...stepsByWeight.map(([weight, arbitrary]) => ({ weight, arbitrary })));
export type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const some = <One>(one: fc.Arbitrary<One>, minLength: number, maxLength: number) =>
  fc.array(one, { minLength, maxLength, size: 'max' });

/** Perhaps an opening balance, some grants, and then anything. */
export const steps: fc.Arbitrary<Step[]> = fc
  .tuple(some(open, 0, 2), some(agree, 1, 5), some(step, 1, 40))
  .map((parts) => parts.flat());

const sized = (given: Size, available: bigint): string => {
  const most = available > 0n ? available : 1n;
  if (given === 'all') return written(most);
  if (given === 'a penny more') return written(most + 1n);
  return written('pence' in given ? BigInt(given.pence) : (most * BigInt(given.percent)) / 100n + 1n);
};
const textOf = (pence: number | undefined): string | undefined =>
  pence === undefined ? undefined : written(BigInt(pence));
const fundAt = (place: number): (typeof funds)[number] => funds[place] ?? funds[0];

/** What a step asks for, on a ledger as it stands. */
export function commandOf(given: Step, model: Model): Command {
  switch (given.act) {
    case 'agree': {
      const { id, nature } = fundAt(given.fund);
      const other = nature === 'capital' ? 'revenue' : 'capital';
      return {
        act: given.act,
        fundId: id,
        gross: written(BigInt(given.gross)),
        topSlice: textOf(given.topSlice),
        year: given.year,
        on: given.day,
        nature: given.isWrongNature ? other : undefined,
        instalmentCount: given.instalmentCount,
        conditionCount: given.conditionCount,
      };
    }
    case 'receive': {
      const grant = model.grantAt(given.which);
      const amount = sized(given.size, grant === undefined ? 0n : model.outstanding(grant));
      return { ...receiptOf(given), act: given.act, grantId: grant?.id ?? unknownId, amount };
    }
    case 'top-slice':
    case 'repay': {
      const grant = model.grantAt(given.which);
      const amount = sized(given.size, grant === undefined ? 0n : model.outstanding(grant));
      return { act: given.act, grantId: grant?.id ?? unknownId, amount, on: given.day };
    }
    case 'vary': {
      const grant = model.grantAt(given.which);
      const amount = sized(given.size, grant === undefined ? 0n : model.outstanding(grant));
      const gross = grant === undefined ? 1n : model.grossAfter(grant, amount, given.isUplift);
      const { day: on, instalments } = given;
      return { act: given.act, grantId: grant?.id ?? unknownId, gross: written(gross), on, instalments };
    }
    case 'meet-condition': {
      const { number, day: on } = given;
      return { act: given.act, grantId: model.grantAt(given.which)?.id ?? unknownId, number, on };
    }
    case 'spend': {
      const { id } = fundAt(given.fund);
      const grant = given.which === undefined ? undefined : model.grantAt(given.which);
      const fundId = grant?.fundId ?? id;
      const amount = sized(given.size, model.lowest(fundId, given.day, grant?.id));
      return { act: given.act, fundId, grantId: grant?.id, amount, on: given.day, hasPurpose: !given.isPurposeless };
    }
    case 'open': {
      const bank = written(BigInt(given.bank + (given.owed === undefined && given.owing === undefined ? 1 : 0)));
      const { act, owed, owing, day: on } = given;
      return { act, fundId: fundAt(given.fund).id, bank, owed: textOf(owed), owing: textOf(owing), on };
    }
    case 'receive-owed': {
      const { id } = fundAt(given.fund);
      return {
        ...receiptOf(given),
        act: given.act,
        fundId: id,
        amount: sized(given.size, model.open(id, 'receivable', given.day)),
      };
    }
    case 'repay-owing': {
      const { id } = fundAt(given.fund);
      return {
        act: given.act,
        fundId: id,
        amount: sized(given.size, model.open(id, 'repayable', given.day)),
        on: given.day,
      };
    }
    case 'note-shared-fund':
      return given;
    case 'reverse': {
      const sequence = model.sequence - (given.back % (model.sequence + 1));
      return { act: given.act, sequence, on: given.day ?? model.dateOf(sequence) ?? today };
    }
  }
}

const receiptOf = (given: { day: string; reference: string; total: number | undefined }) => ({
  on: given.day,
  bankReference: given.reference,
  bankTotal: textOf(given.total),
});
