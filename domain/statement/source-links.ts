import { z } from 'zod';
import { type FinancialYear, previousYear } from '../financial-year.ts';
import {
  awardSources,
  expenditureSources,
  type FigureSource,
  fundSources,
  grantSources,
  totalSources,
} from './figure-sources.ts';

const links = z.record(z.string(), z.array(z.string()));

/**
 * Where the entries behind each figure stand: URI templates (RFC 6570) to be filled from the members of the figure's
 * line. With the statement's own `asOf` and `knownAt` added, they give the entries as the statement knew them. Of a grant
 * that is shown before it counts, for its cash in advance, its own record says what was agreed.
 */
export const SourceLinks = z.strictObject({
  funds: links,
  grants: links,
  /** Of grant lines without a grant: what a fund brought with it. */
  broughtForward: links,
  awards: links,
  expenditure: links,
  totals: links,
  records: z.strictObject({ fund: z.string(), grant: z.string(), award: z.string(), meeting: z.string() }),
});
export type SourceLinks = z.infer<typeof SourceLinks>;

type Sources = { readonly [figure: string]: readonly FigureSource[] };

export function sourceLinks(partnershipId: string, year: FinancialYear): SourceLinks {
  const base = `/v1/partnerships/${partnershipId}`;
  const linked = (sources: Sources, ofFund: string, own = ofFund) =>
    Object.fromEntries(
      Object.entries(sources).map(([figure, those]) => [
        figure,
        those.map((source) => `${base}/journal?${query(source, year)}${source.isOfFund ? ofFund : own}`),
      ]),
    );
  const fund = '&fundId={fundId}';
  return {
    funds: linked(fundSources, fund),
    grants: linked(grantSources, fund, '&grantId={grantId}'),
    broughtForward: linked(grantSources, fund, `${fund}&grantId=none`),
    awards: { amountApproved: [`${base}/awards/{awardId}`], ...linked(awardSources, '', '&awardId={awardId}') },
    expenditure: linked(expenditureSources, `${fund}&category={category}`),
    totals: linked(totalSources, ''),
    records: {
      fund: `${base}/funds/{fundId}`,
      grant: `${base}/grants/{grantId}`,
      award: `${base}/awards/{awardId}`,
      meeting: `${base}/meetings/{meetingId}`,
    },
  };
}

function query({ accounts, span, category }: FigureSource, year: FinancialYear): string {
  const years = { in: `postedIn=${year}`, to: `postedTo=${year}`, before: `postedTo=${previousYear(year)}` };
  return `account=${accounts.join(',')}&${years[span]}${category === undefined ? '' : `&category=${category}`}`;
}
