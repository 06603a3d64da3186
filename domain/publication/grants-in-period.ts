import { financialYearOf, yearsBetween } from '../financial-year.ts';
import type { Fund } from '../fund/fund.ts';
import type { Grant } from '../grant/grant.ts';
import { receivedIn } from '../grant/receivable.ts';
import type { Balance } from '../ledger/balance.ts';
import { Money } from '../money.ts';
import { addDays } from '../plain-date.ts';
import { found } from '../refusal.ts';
import { grantLines } from '../statement/grant-lines.ts';
import { grantUsage } from '../statement/grant-usage.ts';
import type { GrantLine } from '../statement/lines.ts';
import type { ReportPeriod } from './report-period.ts';

/** A grant and what became of it in a period. */
export type GrantInPeriod = {
  readonly grant: Grant;
  readonly fund: Fund;
  /** As it stood when the period ended, or when it was last of interest. */
  readonly line: GrantLine;
  readonly received: Money;
  readonly unspentBefore: Money;
  readonly unspentAtEnd: Money;
  readonly isUsed: boolean;
};

/** The grants of a period, as the statements of its years list them, fund by fund. */
export function grantsInPeriod(period: ReportPeriod): GrantInPeriod[] {
  const { view } = period;
  return view.partnership().fundIds.flatMap((id) => {
    const fund = found(view.all('fund').get(id), 'fund', id);
    return [...lastLines(fund, period)].map(([grantId, lines]) =>
      inPeriod(found(view.all('grant').get(grantId), 'grant', grantId), fund, lines, period),
    );
  });
}

const ofFund = (balances: readonly Balance[], { id }: Pick<Fund, 'id'>): Balance[] =>
  balances.filter(({ fundId }) => fundId === id);

/** The lines of each grant, year after year. */
function lastLines(fund: Fund, { from, to, view, atEnd }: ReportPeriod): Map<string, GrantLine[]> {
  const sources = { balances: ofFund(atEnd, fund), grants: view.all('grant'), funders: view.all('funder') };
  const years = yearsBetween(financialYearOf(from), financialYearOf(to));
  const lines = years.flatMap((year) => grantLines(fund, sources, year, to));
  return Map.groupBy(
    lines.flatMap((line) => (line.grantId === null ? [] : { ...line, grantId: line.grantId })),
    ({ grantId }) => grantId,
  );
}

function inPeriod(grant: Grant, fund: Fund, lines: readonly GrantLine[], period: ReportPeriod): GrantInPeriod {
  const [before, atEnd] = [ofFund(period.before, fund), ofFund(period.atEnd, fund)];
  const own = (balances: readonly Balance[]): Balance[] => balances.filter(({ grantId }) => grantId === grant.id);
  const grants = period.view.all('grant');
  const unspent = (balances: readonly Balance[], on: string): Money =>
    grantUsage(balances, grants, financialYearOf(on)).get(grant.id)?.closingUnspent ?? Money.zero;
  return {
    grant,
    fund,
    line: found(lines.at(-1), 'line of the grant', grant.id),
    received: receivedIn(own(atEnd)).minus(receivedIn(own(before))),
    unspentBefore: unspent(before, addDays(period.from, -1)),
    unspentAtEnd: unspent(atEnd, period.to),
    isUsed: lines.some(({ spentInYear }) => !spentInYear.isZero()),
  };
}
