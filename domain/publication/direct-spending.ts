import type { Fund } from '../fund/fund.ts';
import { type Balance, debitsByQualifier } from '../ledger/balance.ts';
import { Money } from '../money.ts';
import { found } from '../refusal.ts';
import { funderOn } from './grant-paragraphs.ts';
import type { GrantInPeriod } from './grants-in-period.ts';
import { type Paragraph, paragraph, type Section } from './report.ts';
import type { Writing } from './report-period.ts';
import { capitalised, fundInProse, listed, oneLine, spaced } from './words.ts';

/**
 * Spending that is no award: on which category, and which grant supports it. How each expenditure is described is left
 * out, since it may name who was paid.
 */
export function directSpending(writing: Writing, grants: readonly GrantInPeriod[]): Section {
  const { view } = writing;
  const paragraphs = view
    .partnership()
    .fundIds.flatMap((id) => ofFund(found(view.all('fund').get(id), 'fund', id), writing, grants));
  const none = paragraph('There was no direct expenditure in the period.');
  return {
    heading: 'Partnership posts and other direct expenditure',
    blocks: paragraphs.length > 0 ? paragraphs : [none],
  };
}

function ofFund(fund: Fund, writing: Writing, grants: readonly GrantInPeriod[]): Paragraph[] {
  const own = (balances: readonly Balance[]): Balance[] => balances.filter(({ fundId }) => fundId === fund.id);
  const before = debitsByQualifier(own(writing.before), 'direct-expenditure');
  const spent = [...debitsByQualifier(own(writing.atEnd), 'direct-expenditure')].map(([category, toDate]) => ({
    category,
    amount: toDate.minus(before.get(category) ?? Money.zero),
  }));
  return spent
    .filter(({ amount }) => !amount.isZero())
    .toSorted((a, b) => (a.category < b.category ? -1 : 1))
    .map(({ category, amount }) => paragraph(textOf({ fund, category, amount }, writing, grants)));
}

type Spent = { readonly fund: Fund; readonly category: string; readonly amount: Money };

function textOf({ fund, category, amount }: Spent, writing: Writing, grants: readonly GrantInPeriod[]): string {
  const records = recordsOf({ fund, category }, writing);
  const marked = writing.marks.mark(...records.map(({ note }) => note));
  const on = `${spaced(category)}${marked}`;
  if (amount.isNegative()) {
    return `${amount.negated().toSterling()} came back to ${fundInProse(fund.name)} of what was spent on ${on}.`;
  }
  const spent = `${amount.toSterling()} was spent from ${fundInProse(fund.name)} on ${on}.`;
  return [spent, ...supportOf(fund, category, writing, grants)].join(' ');
}

const recordsOf = ({ fund, category }: Pick<Spent, 'fund' | 'category'>, writing: Writing) =>
  writing.spending.filter((one) => one.fundId === fund.id && one.category === category);

/** Which grants paid: those that spending names, or else those of the fund that were used in the period. */
function supportOf(fund: Fund, category: string, writing: Writing, grants: readonly GrantInPeriod[]): string[] {
  const named = new Set(recordsOf({ fund, category }, writing).map(({ grantId }) => grantId));
  const used = grants.filter(
    (one) => one.fund.id === fund.id && (named.has(one.grant.id) || (named.has(undefined) && one.isUsed)),
  );
  if (used.length === 0) return [];
  const names = used.map((one) => `the “${oneLine(one.grant.title)}” grant from ${funderOn(one, writing.to, writing)}`);
  return [
    `${capitalised(listed(names))} ${used.length === 1 ? 'is' : 'are'} used to support these ${fund.nature} costs.`,
  ];
}
