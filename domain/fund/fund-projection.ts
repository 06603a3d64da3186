import { referenceFreed, referenceUsed } from '../grant/bank-reference-projection.ts';
import type { EntryPlace, ReversalPlace } from '../ledger/entry-place.ts';
import type { Fact } from '../ledger/facts.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change, onlyOne } from '../ledger/records.ts';
import { found } from '../refusal.ts';

const fundFacts = [
  'opening-balance-recorded',
  'opening-receipt-recorded',
  'opening-repayment-recorded',
  'shared-fund-noted',
] as const;

type ReversibleFundFact = Extract<Fact, { type: (typeof fundFacts)[number] }>;
type FundFact = ReversibleFundFact | Extract<Fact, { type: 'fund-opened' }>;

export const isFundFact = (fact: Fact): fact is ReversibleFundFact => fundFacts.some((type) => type === fact.type);

/** The records after something happened to a fund. */
export function projectFundFact(fact: FundFact, place: EntryPlace, view: LedgerView): Change[] {
  const { sequence, effectiveOn } = place;
  switch (fact.type) {
    case 'fund-opened': {
      const { facts } = fact;
      const partnership = view.partnership();
      return [
        change('fund', facts.id, { ...facts, openedOn: effectiveOn }),
        change('partnership', onlyOne, { ...partnership, fundIds: [...partnership.fundIds, facts.id] }),
      ];
    }
    case 'opening-balance-recorded': {
      const { fundId, reference, amount, receivables, repayables } = fact.facts;
      const fund = found(view.get('fund', fundId), 'fund', fundId);
      const openingBalance = { effectiveOn, reference, amount, sequence };
      return [
        change('fund', fundId, { ...fund, openingBalance }),
        ...eachOnce([...receivables, ...repayables]).flatMap((funder) => newFunder(funder, place, view)),
      ];
    }
    case 'opening-receipt-recorded':
      return [referenceUsed(fact.facts, view)];
    case 'opening-repayment-recorded':
      return [];
    case 'shared-fund-noted':
      return [
        change('sharedFund', fact.facts.id, { ...fact.facts, sequence }),
        ...newFunder(fact.facts.funder, place, view),
      ];
  }
}

/** The records after such an entry was reversed. */
export function undoFundFact(fact: ReversibleFundFact, { effectiveOn }: ReversalPlace, view: LedgerView): Change[] {
  switch (fact.type) {
    case 'opening-balance-recorded': {
      const fund = found(view.get('fund', fact.facts.fundId), 'fund', fact.facts.fundId);
      const openingBalance = found(fund.openingBalance, 'opening balance', fund.id);
      return [change('fund', fund.id, { ...fund, openingBalance: { ...openingBalance, reversedOn: effectiveOn } })];
    }
    case 'opening-receipt-recorded':
      return [referenceFreed(fact.facts, view)];
    case 'opening-repayment-recorded':
      return [];
    case 'shared-fund-noted': {
      const sharedFund = found(view.get('sharedFund', fact.facts.id), 'shared fund', fact.facts.id);
      return [change('sharedFund', sharedFund.id, { ...sharedFund, reversedOn: effectiveOn })];
    }
  }
}

type Organisation = { readonly id: string; readonly name: string };

const eachOnce = (owed: readonly { readonly funder: Organisation }[]): Organisation[] => [
  ...new Map(owed.map(({ funder }) => [funder.id, funder])).values(),
];

/** Whoever names a funder for the first time makes it. */
export function newFunder({ id, name }: Organisation, { sequence }: EntryPlace, view: LedgerView): Change[] {
  if (view.get('funder', id) !== undefined) return [];
  return [change('funder', id, { id, names: [{ name }], revision: sequence })];
}
