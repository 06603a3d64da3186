import { sum, written } from '../random/pence.ts';
import { endOfYear, startOfYear } from '../random/year.ts';
import { anyYear, sized } from './choose.ts';
import { wantsApproval } from './closing-verdict.ts';
import type { CommandTo, Disposal } from './commands.ts';
import { free, least, leastFrom, type Model, toYear, worth, yearsFrom } from './model.ts';
import { type Step, years } from './steps.ts';
import { unspentAt } from './usage.ts';

/** Closes the first year that is open, of each fund with something back and the rest carried forward. */
export function closingFor(step: Step, by: string, model: Model): CommandTo<'close'> {
  const open = years.find(
    (year) => !model.isClosedOn(startOfYear(year)) && model.events.some(({ on }) => on <= endOfYear(year)),
  );
  const year = step.isWild && step.kind < 4 ? anyYear(step) : (open ?? anyYear(step));
  const fundIds = [...new Set(model.events.map(({ fundId }) => fundId))];
  return { act: 'close', by, year, disposals: fundIds.flatMap((fundId) => disposalsOf(fundId, step, year, model)) };
}

/** Parts of a penny less, or of nothing, are no disposals. */
function disposalsOf(fundId: string, step: Step, year: string, model: Model): Disposal[] {
  const balance = worth(toYear(model.ofFund(fundId), year));
  if (balance <= 0n) return step.isWild ? [{ fundId, treatment: 'carry-forward', amount: '0.01' }] : [];
  const returns = returnsOf(fundId, step, year, model);
  const rest = balance - sum(returns.map(({ amount }) => amount)) + (step.isWild && step.kind === 5 ? 1n : 0n);
  const back = returns.map(({ grantId, amount }): Disposal => {
    return { fundId, treatment: 'return', grantId, amount: written(amount) };
  });
  return [
    ...back,
    ...carriedOf(fundId, rest, new Map(returns.map((one) => [one.grantId, one.amount])), step, year, model),
  ];
}

type Return = { readonly grantId: string; readonly amount: bigint };

/** Of every other grant or so, some of what may go back; where a step is wild, as much as is unspent, committed or not. */
function returnsOf(fundId: string, { size, which, isWild, kind }: Step, year: string, model: Model): Return[] {
  const [events, day] = [model.ofFund(fundId), endOfYear(year)];
  const unspent = unspentAt(events, model.grants, year);
  let available = leastFrom(events, day, free);
  return [...unspent].flatMap(([grantId, amount], place): Return[] => {
    const isWanted = (which + place) % 3 > 0;
    const kept = yearsFrom(events, day).map(
      (one) => unspentAt(events, model.grants, one, ['spent', 'committed']).get(grantId) ?? 0n,
    );
    const isGreedy = isWild && kind > 5;
    const most = isGreedy ? amount : least([amount, available, ...kept]);
    if (!isWanted || most <= 0n) return [];
    const part = sized(isGreedy || (size === 'a penny more' && !isWild) ? 'all' : size, most);
    const back = !isWild && part > most ? most : part + (isGreedy && kind > 8 ? 1n : 0n);
    available -= back;
    return [{ grantId, amount: back }];
  });
}

/** Under a reference for all, or for what wants one alone; now and then under none. */
function carriedOf(
  fundId: string,
  rest: bigint,
  returned: ReadonlyMap<string, bigint>,
  { kind, isWild }: Step,
  year: string,
  model: Model,
): Disposal[] {
  if (rest <= 0n) return [];
  const whole = { fundId, treatment: 'carry-forward', amount: written(rest) } as const;
  const approvalReference = 'Letter of the funder';
  if (isWild && kind > 7) return [whole];
  if (kind < 6) return [{ ...whole, approvalReference }];
  const unspent = unspentAt(model.ofFund(fundId), model.grants, year);
  let left = rest;
  const wanting = model.grants
    .filter((grant) => grant.fundId === fundId && wantsApproval(grant, year))
    .flatMap((grant): Disposal[] => {
      const own = (unspent.get(grant.id) ?? 0n) - (returned.get(grant.id) ?? 0n);
      const amount = own < left ? own : left;
      if (amount <= 0n) return [];
      left -= amount;
      return [{ ...whole, amount: written(amount), grantId: grant.id, approvalReference }];
    });
  return [...wanting, ...(left > 0n ? [{ ...whole, amount: written(left) }] : [])];
}
