import { z } from 'zod';
import { FinancialYear } from '../financial-year.ts';
import { Money } from '../money.ts';
import { MoneyText } from '../money-schema.ts';
import { PlainDate } from '../plain-date.ts';
import { Slug } from '../text.ts';
import { type Account, debited, nominalAccounts, type Posting, postedIn } from './posting.ts';

/**
 * What was posted in one fund and financial year: for a grant where it is named, else for the fund itself.
 * `amounts` are net debits by account and its qualifier, such as `top-slices:dhr`.
 */
export const Balance = z.strictObject({
  fundId: Slug,
  financialYear: FinancialYear,
  grantId: z.string().exactOptional(),
  amounts: z.record(z.string(), MoneyText),
});
export type Balance = z.infer<typeof Balance>;

export const balanceId = (fundId: string, financialYear: FinancialYear, grantId = ''): string =>
  `${fundId}/${financialYear}/${grantId}`;

/**
 * What was posted for one award in a financial year, by day, since no day may have more paid than was committed.
 * A year has few days, however many payments there are.
 */
export const AwardBalance = z.strictObject({
  awardId: z.string(),
  financialYear: FinancialYear,
  days: z.record(PlainDate, z.record(z.string(), MoneyText)),
});
export type AwardBalance = z.infer<typeof AwardBalance>;

export const awardBalanceId = (awardId: string, financialYear: FinancialYear): string => `${awardId}/${financialYear}`;

export type Amounts = Pick<Balance, 'amounts'>;

const accountKey = ({ account, funderId, purpose, category }: Posting): string =>
  [account, purpose ?? category ?? funderId].filter((part) => part !== undefined).join(':');

/** Adds postings, all of one fund, year and grant, to what stands there. */
export function withPostings(balance: Balance, postings: readonly Posting[]): Balance {
  return { ...balance, amounts: added(balance.amounts, postings) };
}

/** Adds postings, all of one award and year, to what stands there. */
export function withDays(balance: AwardBalance, postings: readonly Posting[], entryOn: PlainDate): AwardBalance {
  const days = { ...balance.days };
  for (const [on, own] of Map.groupBy(postings, (posting) => posting.on ?? entryOn)) {
    days[on] = added(days[on] ?? {}, own);
  }
  return { ...balance, days };
}

function added(amounts: Readonly<Record<string, Money>>, postings: readonly Posting[]): Record<string, Money> {
  const sums = { ...amounts };
  for (const posting of postings) {
    const key = accountKey(posting);
    sums[key] = (sums[key] ?? Money.zero).plus(debited(posting));
  }
  return sums;
}

/** The postings of an entry by the balance in which they fall, up to a date where one is given. */
export function byBalance(
  postings: readonly Posting[],
  entryOn: PlainDate,
  until?: PlainDate,
): Map<string, { empty: Balance; postings: Posting[] }> {
  const groups = new Map<string, { empty: Balance; postings: Posting[] }>();
  for (const posting of postings) {
    if (until !== undefined && (posting.on ?? entryOn) > until) continue;
    const { fundId, grantId } = posting;
    const financialYear = postedIn(posting, entryOn);
    const id = balanceId(fundId, financialYear, grantId);
    const group = groups.get(id) ?? {
      empty: { fundId, financialYear, ...(grantId === undefined ? {} : { grantId }), amounts: {} },
      postings: [],
    };
    group.postings.push(posting);
    groups.set(id, group);
  }
  return groups;
}

/** The postings of an entry by the award and year in which they fall, up to a date where one is given. */
export function byAward(
  postings: readonly Posting[],
  entryOn: PlainDate,
  until?: PlainDate,
): Map<string, { empty: AwardBalance; postings: Posting[] }> {
  const groups = new Map<string, { empty: AwardBalance; postings: Posting[] }>();
  for (const posting of postings) {
    const { awardId } = posting;
    if (awardId === undefined || (until !== undefined && (posting.on ?? entryOn) > until)) continue;
    const financialYear = postedIn(posting, entryOn);
    const id = awardBalanceId(awardId, financialYear);
    const group = groups.get(id) ?? { empty: { awardId, financialYear, days: {} }, postings: [] };
    group.postings.push(posting);
    groups.set(id, group);
  }
  return groups;
}

/** Net debits of one account over balances, its qualifiers together. */
export const debitsOf = (balances: Iterable<Amounts>, ...accounts: readonly Account[]): Money =>
  Money.sum(amountsOf(balances, accounts).map(([, amount]) => amount));

/** Net debits of one account by qualifier. */
export function debitsByQualifier(balances: Iterable<Amounts>, account: Account): Map<string, Money> {
  const sums = new Map<string, Money>();
  for (const [key, amount] of amountsOf(balances, [account])) {
    const qualifier = key.slice(account.length + 1);
    sums.set(qualifier, (sums.get(qualifier) ?? Money.zero).plus(amount));
  }
  return sums;
}

/** What a fund is worth: all it got less all it used. */
export const worthOf = (balances: Iterable<Balance>): Money => debitsOf(balances, ...nominalAccounts).negated();

function amountsOf(balances: Iterable<Amounts>, accounts: readonly Account[]): [string, Money][] {
  const wanted = new Set<string>(accounts);
  return [...balances].flatMap(({ amounts }) =>
    Object.entries(amounts).filter(([key]) => wanted.has(key.split(':', 1)[0] ?? '')),
  );
}
