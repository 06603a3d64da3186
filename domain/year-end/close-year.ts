import { endOf, type FinancialYear, yearsBetween } from '../financial-year.ts';
import type { Grant } from '../grant/grant.ts';
import type { Balance } from '../ledger/balance.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { onlyOne } from '../ledger/records.ts';
import { closedYearsOf, type Partnership } from '../partnership/partnership.ts';
import type { PlainDate } from '../plain-date.ts';
import { found, refuse } from '../refusal.ts';
import type { ClosingBody } from './disposal.ts';
import { disposed } from './dispose.ts';

/** A year that closes in sequence: it has ended, and no year with entries before it is open. */
export function assertClosable(
  partnership: Partnership,
  year: FinancialYear,
  today: PlainDate,
  view: LedgerView,
): void {
  const closedYears = closedYearsOf(partnership);
  if (closedYears.includes(year)) refuse({ code: 'year-closed', financialYear: year });
  if (today <= endOf(year)) refuse({ code: 'year-not-ended', financialYear: year, endsOn: endOf(year) });
  const open = openBefore(
    partnership.fundIds.flatMap((id) => view.balancesOf(id)),
    closedYears,
    year,
  );
  if (open !== undefined) refuse({ code: 'previous-year-open', financialYear: year, open });
}

/** The earliest year with entries before a year that is open; years before the first entry don't count. */
export function openBefore(
  balances: readonly Balance[],
  closedYears: readonly string[],
  year: FinancialYear,
): FinancialYear | undefined {
  const first = balances.map(({ financialYear }) => financialYear).toSorted()[0];
  if (first === undefined || first >= year) return undefined;
  return yearsBetween(first, year).find((one) => one < year && !closedYears.includes(one));
}

/**
 * Closes a year: nothing more posts to it. Each fund's balance before returns is carried forward or returned to the
 * funder of a grant, which posts on 31 March; what is carried forward moves nothing.
 */
export const closeYear = (year: FinancialYear, body: ClosingBody): Decide =>
  function* (view, { today }) {
    yield [record('partnership', onlyOne), record('year', year)];
    const partnership = view.partnership();
    yield partnership.fundIds.map(fundLedger);
    const balances = partnership.fundIds.flatMap((id) => view.balancesOf(id));
    const grantIds = new Set(balances.flatMap(({ grantId }) => grantId ?? []));
    yield [...grantIds].map((id) => record('grant', id));
    const grants = new Map([...grantIds].map((id) => [id, found(view.get('grant', id), 'grant', id)] as const));
    for (const { fundId, grantId } of body.disposals) {
      const isKnown = partnership.fundIds.includes(fundId);
      found(isKnown ? view.get('fund', fundId) : undefined, 'fund', fundId);
      if (grantId !== undefined) assertOf(fundId, grantId, grants);
    }
    assertClosable(partnership, year, today, view);
    const postings = partnership.fundIds.flatMap((id) => {
      const fund = found(view.get('fund', id), 'fund', id);
      const disposals = body.disposals.filter(({ fundId }) => fundId === id);
      return disposed({ fund, balances: view.balancesOf(id), grants, year }, disposals);
    });
    return {
      type: 'year-closed',
      facts: { ...body, financialYear: year },
      effectiveOn: endOf(year),
      postings,
    };
  };

function assertOf(fundId: string, grantId: string, grants: ReadonlyMap<string, Grant>): void {
  if (grants.get(grantId)?.fundId === fundId) return;
  refuse({ code: 'not-found', subject: `grant of the fund ${fundId}`, id: grantId });
}
