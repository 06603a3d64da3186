import { z } from 'zod';
import { Amount, AmountOrZero, MoneyText } from '../money-schema.ts';
import { type DateLimits, happened } from '../plain-date.ts';
import { note, Organisation, Prose, Reference, Slug } from '../text.ts';

// A funder that is known is named by its id; a new one by id and name.
const FunderReference = z.union([Slug, Organisation]);
const owed = z
  .array(z.strictObject({ funder: FunderReference, amount: Amount }))
  .max(50)
  .exactOptional();

export const OpeningBalanceBody = (limits: DateLimits) =>
  z
    .strictObject({
      effectiveOn: happened(limits),
      reference: Reference,
      bank: AmountOrZero,
      receivables: owed,
      repayables: owed,
      ...note,
    })
    .refine(({ receivables = [], repayables = [] }) => receivables.length + repayables.length <= 50, {
      path: ['receivables'],
      error: 'Give at most 50 receivables and repayables together.',
    })
    .refine(
      ({ bank, receivables = [], repayables = [] }) => !bank.isZero() || receivables.length + repayables.length > 0,
      {
        path: ['bank'],
        error: 'An opening balance says what is in the bank, owed to the fund, or owed back.',
      },
    );
export type OpeningBalanceBody = z.infer<ReturnType<typeof OpeningBalanceBody>>;

const OwedByFunder = z.array(z.strictObject({ funder: Organisation, amount: MoneyText }));

/** What a partnership brings with it into a fund when it joins. */
export const OpeningBalanceRecorded = z.strictObject({
  fundId: Slug,
  reference: Reference,
  bank: MoneyText,
  receivables: OwedByFunder,
  repayables: OwedByFunder,
  /** What the three come to. */
  amount: MoneyText,
  note: Prose.exactOptional(),
});
export type OpeningBalanceRecorded = z.infer<typeof OpeningBalanceRecorded>;
