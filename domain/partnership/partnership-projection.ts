import type { EntryPlace } from '../ledger/entry-place.ts';
import type { Fact } from '../ledger/facts.ts';
import { type Change, change, onlyOne } from '../ledger/records.ts';

type PartnershipFact = Extract<
  Fact,
  { type: 'partnership-created' | 'terms-set' | 'priorities-set' | 'funder-named' }
>;

/** The records after something was set up. */
export function projectPartnershipFact(fact: PartnershipFact, { sequence, effectiveOn }: EntryPlace): Change[] {
  const revision = sequence;
  switch (fact.type) {
    case 'partnership-created': {
      const { quorum, ...partnership } = fact.facts;
      const terms = { quorum, effectiveFrom: effectiveOn, revision };
      return [
        change('partnership', onlyOne, { ...partnership, fundIds: [] }),
        change('terms', effectiveOn, terms),
      ];
    }
    case 'terms-set':
      return [change('terms', fact.facts.effectiveFrom, { ...fact.facts, revision })];
    case 'priorities-set':
      return [change('priorities', fact.facts.financialYear, { ...fact.facts, revision })];
    case 'funder-named':
      return [change('funder', fact.facts.id, { ...fact.facts, revision })];
  }
}
