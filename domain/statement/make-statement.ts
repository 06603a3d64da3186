import { endOf, type FinancialYear } from '../financial-year.ts';
import type { SharedFund } from '../fund/shared-fund.ts';
import { type Funder, nameOn } from '../funder/funder.ts';
import { debitsByQualifier, debitsOf } from '../ledger/balance.ts';
import type { Digest, Head } from '../ledger/journal-entry.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { Account } from '../ledger/posting.ts';
import type { EntryNote } from '../ledger/records.ts';
import { Money } from '../money.ts';
import { londonDate, type PlainDate } from '../plain-date.ts';
import { awardExceptions } from './award-exceptions.ts';
import { awardLines } from './award-lines.ts';
import { exceptionsOf } from './exceptions.ts';
import { fundPosition, isNothing, sumOf } from './fund-position.ts';
import { grantLines } from './grant-lines.ts';
import type { FundLine } from './lines.ts';
import { overpaid } from './overpaid.ts';
import { keptUntil } from './retention.ts';
import { sourceLinks } from './source-links.ts';
import type { YearEndStatement } from './statement.ts';

/** How the figures are made, printed on every statement. */
export const basis =
  'Income when agreed, spending when paid, no accruals, net of recoverable VAT. Management accounts of the partnership, not the statutory accounts of the council.';

export type StatementPeriod = { readonly financialYear: FinancialYear; readonly asOf: PlainDate };

export const wholeYear = (financialYear: FinancialYear): StatementPeriod => ({
  financialYear,
  asOf: endOf(financialYear),
});

/**
 * The statement of a year up to a date. `view` holds the partnership's records and balances as they stood at the
 * journal's entry `head`, with balances up to the statement's date: kept ones for today's statement of a whole year,
 * recomputed ones for any other.
 */
export function makeStatement(
  view: StatementView,
  { financialYear, asOf }: StatementPeriod,
  head: Head,
  digest: Digest,
): YearEndStatement {
  const { id, name, hostAuthority, note } = view.partnership();
  const year = view.all('year').get(financialYear);
  const figures = figuresOf(view, { financialYear, asOf }, londonDate(head.recordedAt));
  const lasting = {
    partnershipId: id,
    partnership: { name, hostAuthority: hostAuthority.name, ...(note === undefined ? {} : { note }) },
    financialYear,
    basis,
    ...figures,
    sharedFunds: [...view.all('sharedFund').values()]
      .filter((shared) => isNotedIn(shared, financialYear, asOf))
      .toSorted((a, b) => a.sequence - b.sequence)
      .map((shared) => sharedFundLine(shared, view.all('funder').get(shared.funder.id), asOf)),
    notes: notesOf(view.all('entryNote').values(), financialYear, asOf),
    sources: sourceLinks(id, financialYear),
  };
  return {
    ...lasting,
    status: year?.status ?? 'open',
    version: year?.status === 'certified' ? year.versions.length : null,
    asOf,
    knownAt: head.sequence,
    generatedAt: head.recordedAt,
    // Without what changes where the year's accounts don't, so that work in another year doesn't make it stale.
    statementHash: digest(lasting),
    integrity: { sequence: head.sequence, hash: head.hash, trialBalance: trialBalance(view, financialYear) },
  };
}

type StatementView = Pick<LedgerView, 'all' | 'balancesOf' | 'partnership'>;
type Figures = Pick<YearEndStatement, 'funds' | 'grants' | 'awards' | 'expenditure' | 'totals' | 'exceptions'>;

function figuresOf(view: StatementView, { financialYear, asOf }: StatementPeriod, knownOn: PlainDate): Figures {
  // In the order in which they were opened: records come in whatever order they are kept.
  const known = view.partnership().fundIds.flatMap((id) => view.all('fund').get(id) ?? []);
  const open = known.flatMap((fund) => {
    const balances = view.balancesOf(fund.id).filter((balance) => balance.financialYear <= financialYear);
    const position = fundPosition(balances, financialYear);
    const isListed = fund.openedOn <= asOf || balances.length > 0 || !isNothing(position);
    return isListed ? [{ fund, balances, position }] : [];
  });
  const { closing } = view.all('year').get(financialYear) ?? {};
  const disposals = asOf < endOf(financialYear) ? [] : (closing?.disposals ?? []);
  const funds: FundLine[] = open.map(({ fund, position }) => {
    const { id, name, restriction, nature, note } = fund;
    return {
      fundId: id,
      name,
      restriction,
      nature,
      ...position,
      disposals: disposals.flatMap(({ fundId, ...disposal }) => (fundId === id ? [disposal] : [])),
      keptUntil: keptUntil(fund, financialYear),
      ...(note === undefined ? {} : { note }),
    };
  });
  const [grants, funders] = [view.all('grant'), view.all('funder')];
  const lines = open.flatMap(({ fund, balances }) =>
    grantLines(fund, { balances, grants, funders }, financialYear, asOf),
  );
  const expenditure = open.flatMap(({ fund, balances }) => {
    const inYear = balances.filter((balance) => balance.financialYear === financialYear);
    return [...debitsByQualifier(inYear, 'direct-expenditure')]
      .map(([category, amount]) => ({ fundId: fund.id, category, amount }))
      .filter(({ amount }) => !amount.isZero())
      .toSorted((a, b) => (a.category < b.category ? -1 : 1));
  });
  const awards = awardLines(view.all('award').values(), view.all('awardBalance').values(), financialYear, asOf);
  const sum = sumOf(open.map(({ position }) => position));
  const totals = {
    ...sum,
    netIncome: sum.grossIncome.minus(sum.topSliced),
    received: Money.sum(lines.map(({ receivedInYear }) => receivedInYear)),
  };
  return {
    funds,
    grants: lines,
    awards,
    expenditure,
    totals,
    exceptions: [
      ...exceptionsOf(funds, lines, grants, asOf),
      ...open.flatMap(({ fund, balances }) => overpaid(fund, balances)),
      ...awardExceptions(view.all('award').values(), view.all('awardBalance').values(), asOf, knownOn),
    ],
  };
}

const isNotedIn = ({ financialYears, reversedOn }: SharedFund, year: FinancialYear, asOf: PlainDate): boolean =>
  financialYears.includes(year) && (reversedOn === undefined || reversedOn > asOf);

function sharedFundLine(
  { sequence: _, reversedOn: __, ...shared }: SharedFund,
  funder: Funder | undefined,
  asOf: PlainDate,
): YearEndStatement['sharedFunds'][number] {
  const stated = shared.areas.filter(({ amount }) => amount !== undefined).length;
  const areaCount = shared.areaCount ?? shared.areas.length;
  const shares = stated === 0 ? 'not-stated' : stated < areaCount ? 'partly-stated' : 'stated';
  const difference = shares === 'stated' ? statedShares(shared).minus(shared.totalAmount) : Money.zero;
  const name = funder === undefined ? shared.funder.name : nameOn(funder, asOf);
  return {
    ...shared,
    funder: { id: shared.funder.id, name },
    shares,
    ...(difference.isZero() ? {} : { statedSharesDifference: difference }),
  };
}

const statedShares = ({ areas }: Pick<SharedFund, 'areas'>): Money =>
  Money.sum(areas.flatMap(({ amount }) => amount ?? []));

/** Notes of the year's entries, the same words once. */
function notesOf(notes: Iterable<EntryNote>, year: FinancialYear, asOf: PlainDate): YearEndStatement['notes'] {
  const standing = [...notes].filter(
    ({ financialYear, effectiveOn, reversedOn }) =>
      financialYear === year && effectiveOn <= asOf && (reversedOn === undefined || reversedOn > asOf),
  );
  const bySequence = standing.toSorted((a, b) => a.sequence - b.sequence);
  return [...Map.groupBy(bySequence, ({ note }) => note)].map(([note, same]) => ({
    note,
    entries: same.map(({ sequence }) => sequence),
  }));
}

/** All debits less all credits; anything but nothing is a fault. */
const trialBalance = (view: Pick<LedgerView, 'all'>, year: FinancialYear): Money =>
  debitsOf(
    [...view.all('balance').values()].filter(({ financialYear }) => financialYear <= year),
    ...Account.options,
  );
