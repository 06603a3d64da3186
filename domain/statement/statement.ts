import { z } from 'zod';
import { FinancialYear } from '../financial-year.ts';
import { SharedFund } from '../fund/shared-fund.ts';
import { MoneyText } from '../money-schema.ts';
import { PlainDate } from '../plain-date.ts';
import { Prose, Slug, Title } from '../text.ts';
import { StatementChange } from './changes.ts';
import { StatementException } from './exceptions.ts';
import { AwardLine, FundLine, GrantLine, position } from './lines.ts';
import { SourceLinks } from './source-links.ts';

const Totals = z.strictObject({ ...position, netIncome: MoneyText, received: MoneyText });

export const SharedFundLine = SharedFund.omit({ sequence: true, reversedOn: true }).extend({
  shares: z.enum(['stated', 'partly-stated', 'not-stated']),
  /** What the stated shares come to, less the total, where they differ. */
  statedSharesDifference: MoneyText.exactOptional(),
});

/** Who signed a certified version, and on which day. */
const Certification = z.strictObject({
  name: Title,
  role: Title,
  certifiedOn: PlainDate,
  note: Prose.exactOptional(),
});

/** A year's accounts of a partnership, up to a date, as the journal stood at an entry. */
export const YearEndStatement = z.strictObject({
  partnershipId: Slug,
  partnership: z.strictObject({ name: Title, hostAuthority: Title, note: Prose.exactOptional() }),
  financialYear: FinancialYear,
  /** A certified version says so for ever; a year that was opened again is open. */
  status: z.enum(['open', 'closed', 'certified']),
  version: z.int().nullable(),
  asOf: PlainDate,
  knownAt: z.int(),
  generatedAt: z.iso.datetime(),
  statementHash: z.string(),
  basis: z.string(),
  funds: z.array(FundLine),
  grants: z.array(GrantLine),
  awards: z.array(AwardLine),
  expenditure: z.array(z.strictObject({ fundId: Slug, category: Title, amount: MoneyText })),
  totals: Totals,
  sharedFunds: z.array(SharedFundLine),
  exceptions: z.array(StatementException),
  notes: z.array(z.strictObject({ note: Prose, entries: z.array(z.int()) })),
  sources: SourceLinks,
  /** What ties the figures to the journal, and to who signed them; the statement's hash leaves it out. */
  integrity: z.strictObject({
    sequence: z.int(),
    hash: z.string(),
    trialBalance: MoneyText,
    certification: Certification.exactOptional(),
    /** Of a certified version: what changed against the one before. */
    changes: z.array(StatementChange).exactOptional(),
  }),
});
export type YearEndStatement = z.infer<typeof YearEndStatement>;
