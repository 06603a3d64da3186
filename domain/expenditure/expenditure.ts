import { z } from 'zod';
import { entered } from '../grant/receipt.ts';
import { Amount, MoneyText } from '../money-schema.ts';
import { type DateLimits, happened, PlainDate } from '../plain-date.ts';
import { note, Prose, Reference, ServiceId, Slug, Title } from '../text.ts';

const spending = {
  fundId: Slug,
  grantId: ServiceId.exactOptional(),
  category: Title,
  description: Prose,
  paymentReference: Reference,
  /** The minute or budget line that it rests on. */
  authorityReference: Reference,
  /** How it serves the purpose of a restricted fund. */
  purposeStatement: Prose.exactOptional(),
};

export const ExpenditureBody = (limits: DateLimits) =>
  z.strictObject({ ...spending, amount: Amount, spentOn: happened(limits), ...note });
export type ExpenditureBody = z.infer<ReturnType<typeof ExpenditureBody>>;

/** Direct expenditure: spending that is no award. */
export const ExpenditureRecorded = z.strictObject({
  id: ServiceId,
  ...spending,
  amount: MoneyText,
  spentOn: PlainDate,
  note: Prose.exactOptional(),
});
export type ExpenditureRecorded = z.infer<typeof ExpenditureRecorded>;

export const Expenditure = ExpenditureRecorded.extend(entered);
export type Expenditure = z.infer<typeof Expenditure>;
