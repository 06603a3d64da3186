import { z } from 'zod';
import { MoneyText } from '../money-schema.ts';
import { PlainDate } from '../plain-date.ts';
import { note, Prose, Reference, Slug, Title } from '../text.ts';

export const Nature = z.enum(['revenue', 'capital']);
export type Nature = z.infer<typeof Nature>;

const fund = {
  id: Slug,
  name: Title,
  restriction: z.enum(['unrestricted', 'restricted']),
  nature: Nature,
  /** What a restricted fund is for. */
  purpose: Prose.exactOptional(),
  /** How long after the current year its records are kept; six years where nothing is said. */
  retentionYears: z.int().min(1).max(100).exactOptional(),
};

export const FundOpened = z.strictObject({ ...fund, ...note });
export type FundOpened = z.infer<typeof FundOpened>;

export const FundBody = FundOpened.refine(
  ({ restriction, purpose }) => restriction === 'unrestricted' || purpose !== undefined,
  { path: ['purpose'], error: 'A restricted fund says what it is for.' },
);

/** Money kept together: unrestricted, or restricted to a purpose; revenue or capital, which never mix. */
export const Fund = z.strictObject({
  ...fund,
  note: Prose.exactOptional(),
  openedOn: PlainDate,
  openingBalance: z
    .strictObject({
      effectiveOn: PlainDate,
      reference: Reference,
      amount: MoneyText,
      sequence: z.int(),
      /** It still names what was brought forward in statements of earlier dates. */
      reversedOn: PlainDate.exactOptional(),
    })
    .exactOptional(),
});
export type Fund = z.infer<typeof Fund>;
