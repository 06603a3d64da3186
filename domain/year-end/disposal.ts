import { z } from 'zod';
import { FinancialYear } from '../financial-year.ts';
import { Amount, MoneyText } from '../money-schema.ts';
import { note, Prose, Reference, ServiceId, Slug } from '../text.ts';

const disposal = {
  fundId: Slug,
  treatment: z.enum(['carry-forward', 'return']),
  /** Under which a funder lets its money be carried forward. */
  approvalReference: Reference.exactOptional(),
  /** Whose money it is; a return names it. */
  grantId: ServiceId.exactOptional(),
};

const isNamed = ({ treatment, grantId }: { readonly treatment: string; readonly grantId?: string }): boolean =>
  treatment === 'carry-forward' || grantId !== undefined;

// Each of the most funds that there can be, in a few parts.
const mostDisposals = 120;

// A store writes what closing changes at once: one record for each grant whose money goes back, and a few others.
const mostReturned = 90;

const areFew = (disposals: readonly { readonly treatment: string; readonly grantId?: string }[]): boolean =>
  new Set(disposals.filter(({ treatment }) => treatment === 'return').map(({ grantId }) => grantId)).size <=
  mostReturned;

/** What becomes of a part of a fund's balance when the year closes. */
export const Disposal = z.strictObject({ ...disposal, amount: MoneyText });
export type Disposal = z.infer<typeof Disposal>;

export const ClosingBody = z.strictObject({
  disposals: z
    .array(
      z
        .strictObject({ ...disposal, amount: Amount })
        .refine(isNamed, { path: ['grantId'], error: 'A return names the grant whose money goes back.' }),
    )
    .max(mostDisposals)
    .refine(areFew, `At most ${mostReturned} grants’ money goes back at once: carry the rest forward.`),
  ...note,
});
export type ClosingBody = z.infer<typeof ClosingBody>;

/** A year was closed: nothing more posts to it, and each fund's balance before returns was disposed of. */
export const YearClosed = z.strictObject({
  financialYear: FinancialYear,
  disposals: z.array(Disposal),
  note: Prose.exactOptional(),
});
export type YearClosed = z.infer<typeof YearClosed>;
