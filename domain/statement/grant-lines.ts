import type { FinancialYear } from '../financial-year.ts';
import type { Fund } from '../fund/fund.ts';
import { type Funder, nameOn } from '../funder/funder.ts';
import type { Grant } from '../grant/grant.ts';
import { receivedIn } from '../grant/receivable.ts';
import { type Balance, debitsByQualifier, debitsOf } from '../ledger/balance.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { byAge, grantUsage, noGrant } from './grant-usage.ts';
import type { GrantLine, Usage } from './lines.ts';

type Sources = {
  readonly balances: readonly Balance[];
  readonly grants: ReadonlyMap<string, Grant>;
  readonly funders: ReadonlyMap<string, Funder>;
};

/** The year's grants of a fund, and others with movement in the year or a balance at either end. */
export function grantLines(fund: Fund, sources: Sources, year: FinancialYear, asOf: PlainDate): GrantLine[] {
  const toDate = sources.balances.filter(({ financialYear }) => financialYear <= year);
  const usages = grantUsage(toDate, sources.grants, year);
  const own = [...sources.grants.values()].filter(({ fundId }) => fundId === fund.id).toSorted(byAge);
  const lines = own.map((grant) =>
    grantLine(grant, toDate, usages.get(grant.id) ?? nothingUsed, sources.funders, year, asOf),
  );
  return [
    ...openingLine(fund, toDate, usages.get(noGrant) ?? nothingUsed, year),
    ...lines.filter((line, place) => isListed(line, own[place], year, asOf)),
  ];
}

const nothingUsed: Usage = {
  openingUnspent: Money.zero,
  grossIncomeInYear: Money.zero,
  topSlicedInYear: Money.zero,
  spentInYear: Money.zero,
  returned: Money.zero,
  closingUnspent: Money.zero,
};

function isListed(line: GrantLine, grant: Grant | undefined, year: FinancialYear, asOf: PlainDate): boolean {
  const isOfYear =
    grant?.financialYear === year &&
    grant.effectiveOn <= asOf &&
    (grant.reversedOn === undefined || grant.reversedOn > asOf);
  return isOfYear || !line.receivedInYear.isZero() || isUsed(line);
}

const isUsed = (line: Usage): boolean =>
  [
    line.openingUnspent,
    line.grossIncomeInYear,
    line.topSlicedInYear,
    line.spentInYear,
    line.returned,
    line.closingUnspent,
  ].some((figure) => !figure.isZero());

function grantLine(
  grant: Grant,
  toDate: readonly Balance[],
  usage: Usage,
  funders: ReadonlyMap<string, Funder>,
  year: FinancialYear,
  asOf: PlainDate,
): GrantLine {
  const { id, kind, title, fundId, reference, financialYear, note } = grant;
  const own = toDate.filter(({ grantId }) => grantId === id);
  const terms = grant.effectiveOn <= asOf ? termsToDate(own) : termsAgreed(grant);
  const receivedToDate = receivedIn(own);
  const funder = funders.get(grant.funder.id);
  return {
    grantId: id,
    kind,
    title,
    funder: { id: grant.funder.id, name: funder === undefined ? grant.funder.name : nameOn(funder, asOf) },
    fundId,
    financialYear,
    reference,
    ...terms,
    receivedInYear: receivedToDate.minus(receivedIn(own.filter((balance) => balance.financialYear < year))),
    receivedToDate,
    outstandingAmount: terms.netAmount.minus(receivedToDate),
    ...usage,
    ...(note === undefined ? {} : { note }),
  };
}

type Terms = Pick<GrantLine, 'grossAmount' | 'topSlices' | 'topSlicedAmount' | 'netAmount'>;

const withNet = (grossAmount: Money, topSlices: Terms['topSlices']): Terms => {
  const topSlicedAmount = Money.sum(topSlices.map(({ amount }) => amount));
  return { grossAmount, topSlices, topSlicedAmount, netAmount: grossAmount.minus(topSlicedAmount) };
};

function termsToDate(own: readonly Balance[]): Terms {
  const topSlices = [...debitsByQualifier(own, 'top-slices')]
    .map(([purpose, amount]) => ({ purpose, amount }))
    .filter(({ amount }) => !amount.isZero());
  return withNet(
    debitsOf(own, 'grant-income').negated(),
    topSlices.toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1)),
  );
}

/** Before a grant counts, a statement that shows cash received in advance shows what was agreed. */
const termsAgreed = ({ agreed, topSlices }: Grant): Terms =>
  withNet(
    agreed.grossAmount,
    topSlices.map(({ purpose, amount }) => ({ purpose, amount })),
  );

/** Cash that a funder owed already when the partnership joined: the only postings to the bank that name a funder. */
const openingReceipts = (own: readonly Balance[]): Money =>
  Money.sum([...debitsByQualifier(own, 'bank')].filter(([funderId]) => funderId !== '').map(([, amount]) => amount));

function openingLine(fund: Fund, toDate: readonly Balance[], usage: Usage, year: FinancialYear): GrantLine[] {
  const own = toDate.filter(({ grantId }) => grantId === undefined);
  if (!isUsed(usage) && openingReceipts(own).isZero()) return [];
  const broughtForward = debitsOf(toDate, 'brought-forward').negated();
  return [
    {
      grantId: null,
      kind: 'opening-balance',
      title: 'Brought forward on joining',
      funder: null,
      fundId: fund.id,
      reference: fund.openingBalance?.reference ?? 'Opening balance',
      ...withNet(broughtForward, []),
      receivedInYear: openingReceipts(own.filter(({ financialYear }) => financialYear === year)),
      receivedToDate: openingReceipts(own),
      outstandingAmount: debitsOf(own, 'grants-receivable'),
      ...usage,
    },
  ];
}
