import type { FinancialYear } from '../financial-year.ts';
import type { Grant } from '../grant/grant.ts';
import { type Balance, debitsOf } from '../ledger/balance.ts';
import { Money } from '../money.ts';
import type { Usage } from './lines.ts';

/** Money that belongs to no grant: what the fund brought with it when the partnership joined. */
export const noGrant = '';

type Used = (balances: readonly Balance[]) => Money;

type Line = { readonly grantId: string; unspent: Money; unnamed: Money };

/**
 * How each grant of a fund was used in a year. Spending that names no grant is attributed year by year to the fund's
 * oldest money first (financial year, agreed on, id); where it exceeds all the money there is, the newest bears the rest.
 * Unnamed money that came back (a refund, a reversal) goes back to the money that it was last taken from.
 * The lines always sum to the fund. `used` says what counts as spending.
 */
export function grantUsage(
  balances: readonly Balance[],
  grants: ReadonlyMap<string, Grant>,
  year: FinancialYear,
  used: Used = spending,
): Map<string, Usage> {
  const ids = new Set(balances.map(({ grantId = noGrant }) => grantId).filter((id) => id !== noGrant));
  const known = [...ids].flatMap((id) => grants.get(id) ?? []).toSorted(byAge);
  const lines = [noGrant, ...known.map(({ id }) => id)].map(
    (grantId): Line => ({ grantId, unspent: Money.zero, unnamed: Money.zero }),
  );
  const years = new Set(balances.map(({ financialYear }) => financialYear));
  for (const earlier of [...years].filter((one) => one < year).toSorted()) usageIn(earlier, balances, lines, used);
  return usageIn(year, balances, lines, used);
}

/** Oldest first: by financial year, the day agreed, and id. */
export function byAge(a: Grant, b: Grant): number {
  const [ageOfA, ageOfB] = [a, b].map(({ financialYear, agreedOn, id }) => `${financialYear} ${agreedOn} ${id}`);
  return (ageOfA ?? '') < (ageOfB ?? '') ? -1 : 1;
}

/** One year's usage; carries what is unspent over to the next. */
function usageIn(
  year: FinancialYear,
  balances: readonly Balance[],
  lines: readonly Line[],
  used: Used,
): Map<string, Usage> {
  const inYear = Map.groupBy(
    balances.filter(({ financialYear }) => financialYear === year),
    ({ grantId = noGrant }) => grantId,
  );
  const own = ({ grantId }: Line): readonly Balance[] => inYear.get(grantId) ?? [];
  const usages = lines.map((line) => {
    const broughtForward = debitsOf(own(line), 'brought-forward').negated();
    const usage = {
      openingUnspent: line.unspent.plus(broughtForward),
      grossIncomeInYear: debitsOf(own(line), 'grant-income').negated(),
      topSlicedInYear: debitsOf(own(line), 'top-slices'),
      spentInYear: line.grantId === noGrant ? Money.zero : used(own(line)),
      returned: debitsOf(own(line), 'returned-to-funder'),
    };
    line.unspent = closing(usage);
    return { line, usage };
  });
  // A grant without any money so far, though cash may have come for it, is not there yet to pay for anything.
  const funded = usages.filter(({ line, usage: { openingUnspent, grossIncomeInYear, topSlicedInYear } }) =>
    [openingUnspent, grossIncomeInYear, topSlicedInYear, line.unnamed].some((amount) => !amount.isZero()),
  );
  const attributed = attribute(
    used(inYear.get(noGrant) ?? []),
    funded.length > 0 ? funded.map(({ line }) => line) : lines.slice(0, 1),
  );
  return new Map(
    usages.map(({ line, usage }) => {
      const spentInYear = usage.spentInYear.plus(attributed.get(line) ?? Money.zero);
      return [line.grantId, { ...usage, spentInYear, closingUnspent: line.unspent }];
    }),
  );
}

export const spending = (balances: readonly Balance[]): Money =>
  debitsOf(balances, 'award-expenditure', 'direct-expenditure');

/** What is spent, and what is promised to be. */
export const promised = (balances: readonly Balance[]): Money =>
  spending(balances).plus(debitsOf(balances, 'commitments'));

const closing = (usage: Omit<Usage, 'closingUnspent'>): Money =>
  usage.openingUnspent
    .plus(usage.grossIncomeInYear)
    .minus(usage.topSlicedInYear)
    .minus(usage.spentInYear)
    .minus(usage.returned);

function attribute(amount: Money, lines: readonly Line[]): Map<Line, Money> {
  const parts = amount.isNegative() ? giveBack(amount.negated(), lines) : take(amount, lines);
  for (const [line, part] of parts) {
    line.unspent = line.unspent.minus(part);
    line.unnamed = line.unnamed.plus(part);
  }
  return parts;
}

/** Oldest first, each up to what it has; the newest bears what is left. */
function take(amount: Money, lines: readonly Line[]): Map<Line, Money> {
  const parts = new Map<Line, Money>();
  let left = amount;
  for (const line of lines) {
    const part = line.unspent.isPositive() ? Money.min(left, line.unspent) : Money.zero;
    parts.set(line, part);
    left = left.minus(part);
  }
  return addTo(parts, lines.at(-1), left);
}

/** Newest first, each up to what was taken from it; the oldest keeps what is left. */
function giveBack(amount: Money, lines: readonly Line[]): Map<Line, Money> {
  const parts = new Map<Line, Money>();
  let left = amount;
  for (const line of lines.toReversed()) {
    const part = line.unnamed.isPositive() ? Money.min(left, line.unnamed) : Money.zero;
    parts.set(line, part.negated());
    left = left.minus(part);
  }
  return addTo(parts, lines[0], left.negated());
}

function addTo(parts: Map<Line, Money>, line: Line | undefined, amount: Money): Map<Line, Money> {
  if (line !== undefined) parts.set(line, (parts.get(line) ?? Money.zero).plus(amount));
  return parts;
}
