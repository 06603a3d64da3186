import { pence, sum } from '../random/pence.ts';
import { endOfYear, yearOf } from '../random/year.ts';
import { unless } from '../random-awards/verdict.ts';
import { today } from '../test-ledger.ts';
import type { CommandTo, Disposal } from './commands.ts';
import { eventsOf } from './effects.ts';
import { free, lastDayOf, leastFrom, type Model, type ModelGrant, toYear, worth, yearsFrom } from './model.ts';
import { unspentAt } from './usage.ts';

/** What closing a year with these disposals would break: of the year's place among the years, or else of any fund. */
export function closingReasons(command: CommandTo<'close'>, model: Model): string[] {
  const { year, disposals } = command;
  if (model.closedYears().includes(year)) return ['year-closed'];
  if (endOfYear(year) >= today) return ['year-not-ended'];
  if (yearsBefore(year, model).some((one) => !model.closedYears().includes(one))) return ['previous-year-open'];
  const fundIds = new Set([...model.events, ...disposals].map(({ fundId }) => fundId));
  return [...fundIds].flatMap((fundId) => ofFund(fundId, command, model).slice(0, 1));
}

/** From the first year in which anything was posted on. */
function yearsBefore(year: string, { events }: Model): string[] {
  const posted = events.map(({ on }) => yearOf(on)).toSorted();
  const first = Number((posted[0] ?? year).slice(0, 4));
  const count = Math.max(0, Number(year.slice(0, 4)) - first);
  return Array.from({ length: count }, (_, place) => yearOf(`${first + place}-04-01`));
}

const total = (disposals: readonly Disposal[]): bigint => sum(disposals.map(({ amount }) => pence(amount)));

function ofFund(fundId: string, command: CommandTo<'close'>, model: Model): string[] {
  const { year } = command;
  const own = command.disposals.filter((one) => one.fundId === fundId);
  const events = model.ofFund(fundId);
  const balance = worth(toYear(events, year));
  const unspent = unspentAt(events, model.grants, year);
  const returned = (id: string): bigint =>
    total(own.filter(({ treatment, grantId }) => treatment === 'return' && grantId === id));
  const isUnspent = model.grants.every(
    ({ id }) => returned(id) <= atLeastNothing(unspent.get(id)) || returned(id) === 0n,
  );
  const left = new Map([...unspent].map(([id, amount]) => [id, amount - returned(id)]));
  return [
    ...unless(total(own) === atLeastNothing(balance), 'disposals-do-not-sum'),
    ...unless(isUnspent, 'return-exceeds-unspent'),
    ...unless(isUncommitted(fundId, command, model), 'return-exceeds-uncommitted'),
    ...unless(isApproved(own, left, year, model.grants), 'approval-reference-required'),
  ];
}

const atLeastNothing = (amount = 0n): bigint => (amount > 0n ? amount : 0n);

/** No year from this one on ends with a grant, or the fund, of which more went back than was free. */
function isUncommitted(fundId: string, command: CommandTo<'close'>, model: Model): boolean {
  const before = model.ofFund(fundId);
  const returns = eventsOf(command, '', model).filter((event) => event.fundId === fundId);
  const returned = sum(returns.filter(({ figure }) => figure === 'returned').map(({ amount }) => amount));
  if (returned === 0n) return true;
  const [after, day] = [[...before, ...returns], endOfYear(command.year)];
  const ids = new Set(returns.flatMap(({ grantId }) => grantId ?? []));
  return (
    leastFrom(after, day, free) >= 0n &&
    yearsFrom(after, day).every((year) => {
      const left = unspentAt(after, model.grants, year, ['spent', 'committed']);
      return [...ids].every((id) => (left.get(id) ?? 0n) >= 0n);
    })
  );
}

/**
 * Whatever is carried forward without a reference, or under one that is another grant's, fits into what is left of grants
 * that want none and of money that is nobody's.
 */
function isApproved(
  own: readonly Disposal[],
  left: ReadonlyMap<string, bigint>,
  year: string,
  grants: readonly ModelGrant[],
): boolean {
  const carried = own.filter(({ treatment }) => treatment === 'carry-forward');
  const wanting = grants.filter((grant) => wantsApproval(grant, year) && (left.get(grant.id) ?? 0n) > 0n);
  const approved = carried.filter(({ approvalReference }) => approvalReference !== undefined);
  const named = wanting.map(({ id }) => {
    const parts = total(approved.filter(({ grantId }) => grantId === id));
    const most = left.get(id) ?? 0n;
    return parts < most ? parts : most;
  });
  const unnamed = total(approved.filter(({ grantId }) => grantId === undefined));
  const needed = sum(wanting.map(({ id }) => left.get(id) ?? 0n));
  const all = total(carried);
  return sum(named) + unnamed >= (needed < all ? needed : all);
}

export function wantsApproval(grant: ModelGrant, year: string): boolean {
  if (grant.underspend === 'return') return lastDayOf(grant) <= endOfYear(year);
  return grant.underspend === 'carry-forward';
}
