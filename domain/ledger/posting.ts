import { z } from 'zod';
import { type FinancialYear, financialYearOf } from '../financial-year.ts';
import { Money } from '../money.ts';
import { MoneyText } from '../money-schema.ts';
import { PlainDate } from '../plain-date.ts';
import { Slug, Title } from '../text.ts';

/** Accounts whose sum, turned round, is the balance of a fund: what it got and what it used. */
export const nominalAccounts = [
  'brought-forward',
  'grant-income',
  'top-slices',
  'award-expenditure',
  'direct-expenditure',
  'returned-to-funder',
] as const;

/** Accounts that say where the balance lies. */
export const positionAccounts = ['bank', 'grants-receivable', 'received-in-advance', 'repayable-to-funder'] as const;

/** Money promised to awards and not yet paid, and its mirror; kept apart from money itself. */
export const commitmentAccounts = ['commitments', 'commitments-mirror'] as const;

export const Account = z.enum([...nominalAccounts, ...positionAccounts, ...commitmentAccounts]);
export type Account = z.infer<typeof Account>;

const where = {
  account: Account,
  fundId: Slug,
  grantId: z.string().exactOptional(),
  awardId: z.string().exactOptional(),
  /** Whose grant is receivable, or to whom money is repayable. */
  funderId: Slug.exactOptional(),
  /** What a top-slice is for. */
  purpose: Title.exactOptional(),
  /** What direct expenditure is on; of award expenditure, whether it went out or came back. */
  category: Title.exactOptional(),
  /** The date on which it counts, where that isn't the entry's own. */
  on: PlainDate.exactOptional(),
};

export const Posting = z.union([
  z.strictObject({ ...where, debit: MoneyText }),
  z.strictObject({ ...where, credit: MoneyText }),
]);
export type Posting = z.infer<typeof Posting>;

export type Place = Omit<z.infer<z.ZodObject<typeof where>>, 'account'>;

export const debit = (account: Account, amount: Money, place: Place): Posting => ({ account, ...place, debit: amount });
export const credit = (account: Account, amount: Money, place: Place): Posting => ({
  account,
  ...place,
  credit: amount,
});

/** The amount as a debit: credits are negative. */
export const debited = (posting: Posting): Money => ('debit' in posting ? posting.debit : posting.credit.negated());

/** The same money the other way round, no earlier than `effectiveOn`. */
export function mirrored(posting: Posting, originalOn: PlainDate, effectiveOn: PlainDate): Posting {
  const date = posting.on ?? originalOn;
  const { on: _, ...rest } = posting;
  const dated = date > effectiveOn ? { on: date } : {};
  if ('debit' in rest) {
    const { debit: amount, ...place } = rest;
    return { ...place, ...dated, credit: amount };
  }
  const { credit: amount, ...place } = rest;
  return { ...place, ...dated, debit: amount };
}

export const postedIn = (posting: Posting, entryOn: PlainDate): FinancialYear => financialYearOf(posting.on ?? entryOn);

/** Whether debits equal credits within each fund on each date, for money and for commitments apart. */
export function balances(postings: readonly Posting[], entryOn: PlainDate): boolean {
  const sums = Map.groupBy(postings, ({ account, fundId, on }) => {
    const kind = commitmentAccounts.some((commitment) => commitment === account) ? 'commitment' : 'money';
    return `${kind} ${fundId} ${on ?? entryOn}`;
  });
  return [...sums.values()].every((group) => Money.sum(group.map(debited)).isZero());
}
