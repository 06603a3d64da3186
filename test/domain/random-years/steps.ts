import fc from 'fast-check';
import { anyDay as anyLaterDay } from '../random-awards/steps.ts';
import type { Command } from './commands.ts';

/** The years in which anything may happen: three that have ended, and the one that runs. */
export const years = ['2015-16', '2016-17', '2017-18', '2018-19'] as const;

const dayOf2015 = fc
  .date({ min: new Date('2015-04-01'), max: new Date('2016-03-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
export const anyDay = fc.oneof({ weight: 1, arbitrary: dayOf2015 }, { weight: 3, arbitrary: anyLaterDay });

/** How much, beside what there is: some percent of it, all, or a penny more. */
const size = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }).map((percent) => ({ percent })) },
  { weight: 2, arbitrary: fc.constant('all' as const) },
  { weight: 1, arbitrary: fc.constant('a penny more' as const) },
);
export type Size = typeof size extends fc.Arbitrary<infer One> ? One : never;

const acts = {
  agree: 3,
  receive: 4,
  spend: 7,
  approve: 7,
  pay: 5,
  repay: 6,
  'repay-back': 5,
  reverse: 5,
  close: 10,
  certify: 4,
  reopen: 5,
} as const satisfies Record<Command['act'], number>;
export const actNames = Object.keys(acts) as Command['act'][];

const rarely = (of: number) => fc.integer({ min: 1, max: of }).map((one) => one === of);

const step = (act: fc.Arbitrary<Command['act']>) =>
  fc.record({
    act,
    /** Whether it asks for anything, or for what could be. */
    isWild: rarely(5),
    which: fc.nat(19),
    other: fc.nat(99),
    kind: fc.nat(11),
    day: anyDay,
    size,
    gross: fc.integer({ min: 100, max: 300_000 }),
  });

export type Step = ReturnType<typeof step> extends fc.Arbitrary<infer One> ? One : never;

const one = fc.oneof(...actNames.map((name) => ({ weight: acts[name], arbitrary: fc.constant(name) })));

/** Some grants, and then anything. */
export const steps: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.array(step(fc.constant('agree' as const)), { minLength: 2, maxLength: 5, size: 'max' }),
    fc.array(step(one), { minLength: 1, maxLength: 35, size: 'max' }),
  )
  .map((parts) => parts.flat());
