import { written } from '../random/pence.ts';
import { endOfYear, startOfYear, yearOf } from '../random/year.ts';
import { funds, pick } from '../random-awards/people.ts';
import { today, unknownId } from '../test-ledger.ts';
import { closingFor } from './choose-closing.ts';
import type { Command, CommandTo, Underspend } from './commands.ts';
import { figureOf, free, leastCommitted, leastFrom, type Model, type ModelGrant } from './model.ts';
import { type Size, type Step, years } from './steps.ts';

const officers = ['ann', 'bob'] as const;
const signatories = ['eve', 'eve', 'ann'] as const;
const categories = ['partnership-posts', '=SUM(A1:A9)', '-5', '+44', '@here', 'Training'] as const;

export const sized = (given: Size, there: bigint): bigint => {
  const most = there > 0n ? there : 1n;
  if (given === 'all') return most;
  return given === 'a penny more' ? most + 1n : (most * BigInt(given.percent)) / 100n + 1n;
};

/** What a step asks for, on a ledger as it stands; nothing where there is nothing to ask it of. */
export function commandOf(given: Step, model: Model): Command | undefined {
  const step = { ...given, act: instead(given, model) };
  const { which, kind, isWild, act } = step;
  switch (act) {
    case 'agree':
      return agreement(step, model);
    case 'spend': {
      const fundId = pick(funds, which, funds[0]).id;
      const grantId = kind < 5 ? pick(model.grants, which, undefined)?.id : undefined;
      const of = grantFund(grantId, model) ?? fundId;
      const on = openDay(step, model);
      const amount = written(sized(step.size, leastFrom(model.ofFund(of), on, free) / 2n));
      return { act, fundId: of, grantId, amount, on, category: pick(categories, kind, categories[0]) };
    }
    case 'receive':
    case 'repay':
    case 'repay-back':
      return cash(step, model);
    case 'pay': {
      const awardId = pick([...model.decidedOn.keys()], which, undefined);
      if (awardId === undefined) return undefined;
      const on = later(openDay(step, model), isWild || kind < 2 ? '' : (model.decidedOn.get(awardId) ?? ''));
      return { act, awardId, on, amount: written(sized(step.size, leastCommitted(model.ofAward(awardId), on))) };
    }
    case 'reverse': {
      const standing = [...model.recorded].filter(([, { isReversed }]) => isWild || !isReversed);
      const found = pick(standing, which, undefined);
      if (found === undefined) return undefined;
      return { act, sequence: found[0], on: later(openDay(step, model), isWild ? '' : found[1].on) };
    }
    case 'close':
      return closingFor(step, pick(officers, step.other, officers[0]), model);
    case 'certify': {
      const year = yearToSign(step, model);
      return { act, year, by: pick(signatories, kind, signatories[0]), isStale: kind === 11 };
    }
    case 'reopen':
      return { act, year: isWild ? anyYear(step) : (model.closedYears().toSorted().at(-1) ?? anyYear(step)) };
    case 'approve':
      return undefined;
  }
}

/** What has to come first, where what a step asks for could only be refused: returns before repayments, and so on. */
function instead({ act, isWild }: Step, model: Model): Step['act'] {
  if (isWild) return act;
  const owed = (sign: bigint): boolean =>
    model.grants.some(({ id }) => figureOf(model.ofGrant(id), 'repayable') * sign > 0n);
  const isRepaid = model.events.some(({ figure, amount }) => figure === 'repayable' && amount < 0n);
  if (act === 'repay-back' && !owed(-1n)) return owed(1n) || !isRepaid ? instead(repaying, model) : 'reopen';
  if (act === 'repay' && !owed(1n)) return instead(closing, model);
  if (act === 'close' && !isClosable(model)) return 'reopen';
  if (act === 'reopen' && model.closedYears().length === 0) return 'close';
  return act;
}

const repaying = { act: 'repay', isWild: false } as Step;
const closing = { act: 'close', isWild: false } as Step;

const isClosable = (model: Model): boolean =>
  years.some((year) => !model.isClosedOn(startOfYear(year)) && endOfYear(year) < today);

export const anyYear = ({ which }: Step): string => pick(years, which, years[0]);

const later = (one: string, other: string): string => (one > other ? one : other);

/** Mostly a day on which something can be posted; some day, where a step is wild. */
export function openDay({ day, other, isWild }: Step, model: Model): string {
  if (isWild || !model.isClosedOn(day)) return day;
  const open = years.find((year) => !model.isClosedOn(startOfYear(year))) ?? '2018-19';
  const from = Date.parse(startOfYear(open));
  const days = Math.floor((Date.parse(today) - from) / 86_400_000);
  return new Date(from + ((other * 7) % (days + 1)) * 86_400_000).toISOString().slice(0, 10);
}

const grantFund = (grantId: string | undefined, model: Model): string | undefined =>
  model.grants.find(({ id }) => id === grantId)?.fundId;

const titles = ['Core funding', 'Pilot', '=Gross*2', '+ Uplift', '-Cut', '@Project'] as const;
const underspends: readonly Underspend[] = ['return', 'return', 'carry-forward', undefined, undefined];

function agreement(step: Step, model: Model): Command {
  const { which, other, kind, gross } = step;
  const on = openDay(step, model);
  const year = yearOf(on);
  const topSlice = kind % 3 === 0 ? written(BigInt(Math.floor(gross / 8) + 1)) : undefined;
  const periodEnd = [undefined, endOfYear(year), `${Number(year.slice(0, 4)) + 1}-09-30`][kind % 3];
  return {
    act: 'agree',
    fundId: pick(funds, other % 4 === 0 ? 1 : 0, funds[0]).id,
    gross: written(BigInt(gross)),
    topSlice,
    year,
    on,
    underspend: pick(underspends, which, undefined),
    periodEnd,
    title: `${pick(titles, other, titles[0])} ${year}`,
  };
}

function cash(step: Step, model: Model): CommandTo<'receive' | 'repay' | 'repay-back'> | undefined {
  const { act, which, isWild, size } = step;
  if (act !== 'receive' && act !== 'repay' && act !== 'repay-back') return undefined;
  const figure = act === 'receive' ? ('receivable' as const) : ('repayable' as const);
  const sign = act === 'repay-back' ? -1n : 1n;
  const isOpen = ({ id }: ModelGrant): boolean => figureOf(model.ofGrant(id), figure) * sign > 0n;
  const fitting = model.grants.filter((grant) => isWild || isOpen(grant));
  const grant = pick(fitting, which, undefined) ?? pick(model.grants, which, undefined);
  const counts = grant?.agreedOn ?? '';
  const on = later(openDay(step, model), act === 'receive' ? counts : '');
  const grantId = grant?.id ?? unknownId;
  const there = leastFrom(model.ofGrant(grantId), on, (toDate) => figureOf(toDate, figure) * sign);
  const cashed = { grantId, on, amount: written(sized(size, there)) };
  if (act === 'repay') return { act, ...cashed };
  return { act, ...cashed, reference: `R-${model.events.length}` };
}

function yearToSign(step: Step, model: Model): string {
  const waiting = [...model.years].find(([, { closing, isCertified }]) => closing !== undefined && !isCertified);
  return step.isWild ? anyYear(step) : (waiting?.[0] ?? anyYear(step));
}
