import { z } from 'zod';
import { FinancialYear } from '../../domain/financial-year.ts';
import { Account } from '../../domain/ledger/posting.ts';
import type { PostingFilter } from '../../domain/ledger/posting-filter.ts';
import { PlainDate } from '../../domain/plain-date.ts';
import { ServiceId, Title } from '../../domain/text.ts';
import { knownAtQuery } from '../http/known-at.ts';

const noGrant = 'none';

const Accounts = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(Account))
  .meta({ description: 'Entries that post to one of these accounts, separated by commas.' });

/** What leads from a figure of a statement to the entries behind it. */
export const postingQuery = {
  account: Accounts.exactOptional(),
  category: Title.exactOptional().meta({ description: 'Of direct expenditure: what it was on.' }),
  grantId: z
    .union([z.literal(noGrant), ServiceId])
    .exactOptional()
    .meta({ description: 'Entries that post for this grant; `none` for postings that name none.' }),
  awardId: ServiceId.exactOptional(),
  postedIn: FinancialYear.exactOptional().meta({ description: 'Entries with postings that count in this year.' }),
  postedTo: FinancialYear.exactOptional().meta({ description: 'Entries with postings that count in it or earlier.' }),
  asOf: PlainDate.exactOptional().meta({ description: 'Entries with postings that count on or before this date.' }),
  knownAt: knownAtQuery,
};

type PostingQuery = z.output<z.ZodObject<typeof postingQuery>>;

/** What the query asks of postings; nothing where it asks none of it. */
export function postingFilter({ account, knownAt: _, ...query }: PostingQuery): PostingFilter | undefined {
  const { category, grantId, awardId, postedIn, postedTo, asOf } = query;
  const asked = { accounts: account, category, awardId, postedIn, postedTo, asOf };
  const filter = { ...asked, grantId: grantId === noGrant ? null : grantId };
  return Object.values(filter).some((value) => value !== undefined) ? filter : undefined;
}
