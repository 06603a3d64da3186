import { endOf, type FinancialYear, yearsBetween } from '../financial-year.ts';
import type { Fund } from '../fund/fund.ts';
import { freeOn } from '../fund/uncommitted-balance.ts';
import type { Grant } from '../grant/grant.ts';
import { type Balance, worthOf } from '../ledger/balance.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { credit, debit, type Posting } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { found, refuse } from '../refusal.ts';
import { grantUsage } from '../statement/grant-usage.ts';
import type { ClosingBody, Disposal } from './disposal.ts';

/** A year that closes in sequence: it has ended, and no year with entries before it is open. */
export function assertClosable(
  { closedYears, fundIds }: { readonly closedYears: readonly string[]; readonly fundIds: readonly string[] },
  year: FinancialYear,
  today: PlainDate,
  view: LedgerView,
): void {
  if (closedYears.includes(year)) refuse({ code: 'year-closed', financialYear: year });
  if (today <= endOf(year)) refuse({ code: 'year-not-ended', financialYear: year, endsOn: endOf(year) });
  const open = openBefore(
    fundIds.flatMap((id) => view.balancesOf(id)),
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
    for (const { fundId, grantId } of body.disposals) {
      const fund = found(view.get('fund', known(partnership.fundIds, fundId)), 'fund', fundId);
      if (grantId !== undefined) assertOf(fund, grantId, view, grantIds);
    }
    assertClosable(partnership, year, today, view);
    const grants = new Map([...grantIds].flatMap((id) => [view.get('grant', id) ?? []].flat().map((one) => [id, one])));
    const postings = partnership.fundIds.flatMap((id) => {
      const fund = found(view.get('fund', id), 'fund', id);
      const own = body.disposals.filter(({ fundId }) => fundId === id);
      return disposed(fund, view.balancesOf(id), own, grants, year);
    });
    return {
      type: 'year-closed',
      facts: { ...body, financialYear: year },
      effectiveOn: endOf(year),
      postings,
    };
  };

const known = (fundIds: readonly string[], fundId: string): string =>
  found(
    fundIds.find((id) => id === fundId),
    'fund',
    fundId,
  );

function assertOf({ id }: Fund, grantId: string, view: LedgerView, grantIds: ReadonlySet<string>): void {
  const grant = grantIds.has(grantId) ? view.get('grant', grantId) : undefined;
  if (grant?.fundId !== id) refuse({ code: 'not-found', subject: `grant of the fund ${id}`, id: grantId });
}

/** Checks what becomes of one fund's balance, and posts what goes back. */
function disposed(
  fund: Fund,
  balances: readonly Balance[],
  disposals: readonly Disposal[],
  grants: ReadonlyMap<string, Grant>,
  year: FinancialYear,
): Posting[] {
  const toDate = balances.filter(({ financialYear }) => financialYear <= year);
  const worth = worthOf(toDate);
  // A fund that is overspent has nothing to dispose of.
  const balance = worth.isNegative() ? Money.zero : worth;
  const sum = Money.sum(disposals.map(({ amount }) => amount));
  if (!sum.equals(balance)) refuse({ code: 'disposals-do-not-sum', fund: fund.name, sum, balance });
  const returns = disposals.filter(({ treatment }) => treatment === 'return');
  const returned = Money.sum(returns.map(({ amount }) => amount));
  const { available } = freeOn(balances, endOf(year));
  if (returned.isMoreThan(available)) {
    refuse({ code: 'return-exceeds-uncommitted', fund: fund.name, returned, available });
  }
  assertUnspent(returns, toDate, grants, year);
  assertApproved(fund, disposals, returns, toDate, grants, year);
  return returns.flatMap(({ grantId = '', amount }) =>
    returnPostings(found(grants.get(grantId), 'grant', grantId), amount),
  );
}

function returnPostings({ id, fundId, funder }: Grant, amount: Money): Posting[] {
  const place = { fundId, grantId: id };
  return [
    debit('returned-to-funder', amount, place),
    credit('repayable-to-funder', amount, { ...place, funderId: funder.id }),
  ];
}

const returnedOf = (returns: readonly Disposal[], grantId: string): Money =>
  Money.sum(returns.filter((one) => one.grantId === grantId).map(({ amount }) => amount));

/** What is left of each grant once the returns are taken off. */
function leftOf(
  returns: readonly Disposal[],
  toDate: readonly Balance[],
  grants: ReadonlyMap<string, Grant>,
  year: FinancialYear,
): { grant: Grant; unspent: Money; left: Money }[] {
  const usages = grantUsage(toDate, grants, year);
  return [...grants.values()].flatMap((grant) => {
    const unspent = usages.get(grant.id)?.closingUnspent;
    return unspent === undefined ? [] : [{ grant, unspent, left: unspent.minus(returnedOf(returns, grant.id)) }];
  });
}

function assertUnspent(
  returns: readonly Disposal[],
  toDate: readonly Balance[],
  grants: ReadonlyMap<string, Grant>,
  year: FinancialYear,
): void {
  for (const { grant, unspent, left } of leftOf(returns, toDate, grants, year)) {
    const returned = returnedOf(returns, grant.id);
    if (returned.isPositive() && left.isNegative()) {
      refuse({ code: 'return-exceeds-unspent', grant: grant.title, returned, unspent });
    }
  }
}

/** Money whose agreement wants approval for carrying it forward: the disposal names the reference. */
function assertApproved(
  fund: Fund,
  disposals: readonly Disposal[],
  returns: readonly Disposal[],
  toDate: readonly Balance[],
  grants: ReadonlyMap<string, Grant>,
  year: FinancialYear,
): void {
  const carried = disposals.filter(({ treatment }) => treatment === 'carry-forward');
  const wanting = leftOf(returns, toDate, grants, year).filter(
    ({ grant, left }) => left.isPositive() && wantsApproval(grant, year),
  );
  for (const { grant, left } of wanting) {
    const isApproved = carried.some(
      ({ grantId, approvalReference }) =>
        approvalReference !== undefined && (grantId === undefined || grantId === grant.id),
    );
    if (!isApproved) refuse({ code: 'approval-reference-required', fund: fund.name, grant: grant.title, amount: left });
  }
}

/** `carry-forward`: always. `return`: once the funding period, by default the grant's year, has ended. */
export function wantsApproval({ underspend, fundingPeriod, financialYear }: Grant, year: FinancialYear): boolean {
  if (underspend === 'carry-forward') return true;
  if (underspend !== 'return') return false;
  return (fundingPeriod?.end ?? endOf(financialYear)) <= endOf(year);
}
