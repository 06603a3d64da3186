import fc from 'fast-check';
import { today } from '../test-ledger.ts';
import { commandFor } from './choice.ts';
import { isOfNothing } from './choose.ts';
import type { Command, Present, Terms } from './commands.ts';
import type { Model } from './model.ts';
import { authorities, people } from './people.ts';
import { setUp } from './set-up.ts';

export const years = ['2016-17', '2017-18', '2018-19'] as const;

const dayBetween = (first: string, last: string): fc.Arbitrary<string> =>
  fc
    .date({ min: new Date(first), max: new Date(last), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));

export const anyDay = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constantFrom('2016-04-01', '2017-03-31', '2017-04-01', '2018-03-31', '2018-04-01', today),
  },
  { weight: 3, arbitrary: dayBetween('2016-04-01', today) },
);

/** How much, beside what there is: some percent of it, all, a penny more, or an amount of its own. */
const size = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 70 }).map((percent) => ({ percent })) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 60_000 }).map((pence) => ({ pence })) },
  { weight: 3, arbitrary: fc.constant('all' as const) },
  { weight: 1, arbitrary: fc.constant('a penny more' as const) },
);
export type Size = typeof size extends fc.Arbitrary<infer One> ? One : never;

/** Somebody there for an authority, with a login or without; the sixth has none ever. */
const attendee = fc
  .record({
    authority: fc.nat(2),
    who: fc.constantFrom(0, 0, 1, 1, 2, 3, 4, 5),
    hasLogin: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
  })
  .map(({ authority, who, hasLogin }): Present => {
    const [authorityId, subject] = [authorities[authority] ?? authorities[0], people.at(who)];
    const name = subject === undefined ? 'Somebody' : `Mx ${subject}`;
    return { authorityId, name, ...(subject !== undefined && hasLogin ? { subject } : {}) };
  });

/** Mostly every authority, each person once. */
const present = fc
  .tuple(fc.boolean(), fc.array(attendee, { minLength: 1, maxLength: 5, size: 'max' }))
  .map(([isFull, all]) => [...(isFull ? clerks : []), ...all])
  .map((all) => all.filter(isFirst));

const clerks: readonly Present[] = authorities.map((authorityId) => ({ authorityId, name: 'Clerk' }));

/** Nobody is listed twice, by name for one authority or by login; two people may have one name. */
const isFirst = ({ authorityId, name, subject }: Present, place: number, all: readonly Present[]): boolean =>
  !all
    .slice(0, place)
    .some(
      (one) =>
        (one.name === name && one.authorityId === authorityId) || (subject !== undefined && one.subject === subject),
    );

const optional = <One>(one: fc.Arbitrary<One>, freq: number) => fc.option(one, { freq, nil: undefined });

/** Terms of reference, mostly with a chair and a vice-chair, who are two people. */
const terms: fc.Arbitrary<Omit<Terms, 'on'>> = fc
  .record({
    quorum: fc.constantFrom(1, 2, 2, 3),
    chair: optional(fc.constantFrom('ann', 'ann', 'bob'), 9),
    viceChair: optional(fc.constantFrom('bob', 'eve'), 5),
    percent: optional(fc.constantFrom(1, 10, 50), 2),
    limit: optional(fc.constantFrom('50.00', '300.00', '1000.00'), 5),
  })
  .map(({ viceChair, ...rest }) => ({ ...rest, viceChair: viceChair === rest.chair ? undefined : viceChair }));

const acts = {
  'set-terms': 1,
  agree: 1,
  'change-grant': 2,
  spend: 3,
  schedule: 2,
  attend: 3,
  open: 3,
  close: 2,
  'confirm-minutes': 2,
  'declare-interest': 5,
  propose: 3,
  submit: 6,
  withdraw: 1,
  vary: 5,
  decide: 14,
  'chairs-action': 5,
  ratify: 5,
  pay: 9,
  refund: 5,
  'close-award': 3,
  reverse: 7,
} as const satisfies Record<Command['act'], number>;
export const actNames = Object.keys(acts) as Command['act'][];

const guided = fc.record({
  act: fc.oneof(...actNames.map((name) => ({ weight: acts[name], arbitrary: fc.constant(name) }))),
  /** Whether it asks for anything, or for what could be, of something that is in a state for it. */
  isWild: fc.integer({ min: 0, max: 7 }).map((one) => one === 7),
  which: fc.nat(19),
  other: fc.nat(19),
  /** One of the people, or whoever fits. */
  who: fc.nat(14),
  kind: fc.nat(11),
  day: anyDay,
  isAhead: fc.integer({ min: 0, max: 5 }).map((one) => one === 5),
  size,
  present,
  terms,
});
export type Guided = typeof guided extends fc.Arbitrary<infer One> ? One : never;

/** A step that fits itself to the ledger, or a command as it stands. */
export type Step = Guided | { readonly exactly: Command };

export const exactly = (...commands: readonly Command[]): Step[] => commands.map((command) => ({ exactly: command }));

/** What a step asks for, on a ledger as it stands; nothing where there is nothing to ask it of. */
export function commandOf(step: Step, model: Model): Command | undefined {
  if ('exactly' in step) return step.exactly;
  const asked = commandFor(step, model);
  if (step.isWild || !isOfNothing(asked)) return asked;
  const others = [...(first[step.act] ?? []), ...instead];
  return others.map((act) => commandFor({ ...step, act }, model)).find((command) => !isOfNothing(command));
}

/** What has to come first. */
const first: Partial<Record<Command['act'], readonly Command['act'][]>> = {
  ratify: ['chairs-action', 'propose'],
  'chairs-action': ['propose'],
};

/** What gets on with things, where what a step asks for has nothing to be asked of yet. */
const instead = ['pay', 'decide', 'submit', 'propose'] as const;

const begun = fc
  .tuple(terms, terms, fc.array(fc.integer({ min: 500, max: 2000 }), { minLength: 4, maxLength: 4 }))
  .map(([first, second, gross]) => exactly(...setUp(first, second, gross)));

/** Terms, grants and open meetings, and then anything. */
export const steps: fc.Arbitrary<Step[]> = fc
  .tuple(begun, fc.array(guided, { minLength: 1, maxLength: 70, size: 'max' }))
  .map((parts) => parts.flat());
