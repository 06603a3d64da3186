import { z } from 'zod';
import { Money } from '../money.ts';
import { MoneyText } from '../money-schema.ts';
import { refuse } from '../refusal.ts';

/** What stands under one reference of the bank: how many movements, of how much, of what bank credit. */
export const BankReference = z.strictObject({
  count: z.int(),
  used: MoneyText,
  bankTotal: MoneyText.exactOptional(),
});
export type BankReference = z.infer<typeof BankReference>;

/** References are the same where they differ in case and surrounding space alone. */
export const normalised = (reference: string): string => reference.trim().toUpperCase();

/**
 * Refuses the same bank reference twice, unless each movement under it states the same total of one bank credit and
 * together they do not exceed it.
 */
export function assertFree(
  existing: BankReference | undefined,
  { amount, bankReference, bankTotal }: { amount: Money; bankReference: string; bankTotal?: Money },
): void {
  const isFirst = existing === undefined || existing.count === 0;
  const isOneCredit = isFirst || (bankTotal !== undefined && existing.bankTotal?.equals(bankTotal) === true);
  const together = isFirst ? amount : existing.used.plus(amount);
  const isWithin = bankTotal === undefined || !together.isMoreThan(bankTotal);
  if (isOneCredit && isWithin) return;
  refuse({ code: 'duplicate-bank-reference', bankReference, ...(bankTotal === undefined ? {} : { bankTotal }) });
}

export function withMovement(
  existing: BankReference | undefined,
  { amount, bankTotal }: { amount: Money; bankTotal?: Money },
): BankReference {
  const { count, used } = existing ?? { count: 0, used: Money.zero };
  return { count: count + 1, used: used.plus(amount), ...(bankTotal === undefined ? {} : { bankTotal }) };
}

/** A reversal frees its reference. */
export function withoutMovement({ count, used, ...shared }: BankReference, amount: Money): BankReference {
  return count === 1 ? { count: 0, used: Money.zero } : { ...shared, count: count - 1, used: used.minus(amount) };
}
