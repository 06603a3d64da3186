import type { EntryPlace } from '../ledger/entry-place.ts';
import type { Fact } from '../ledger/facts.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Change, change, onlyOne } from '../ledger/records.ts';
import { earliestDate, type PlainDate } from '../plain-date.ts';
import type { Governance } from './governance.ts';
import { governanceOf } from './terms-in-force.ts';

type PartnershipFact = Extract<Fact, { type: 'partnership-created' | 'terms-set' | 'priorities-set' | 'funder-named' }>;

/** The records after something was set up. */
export function projectPartnershipFact(fact: PartnershipFact, { sequence }: EntryPlace, view: LedgerView): Change[] {
  const revision = sequence;
  switch (fact.type) {
    case 'partnership-created': {
      const { quorum, ...partnership } = fact.facts;
      // From the Act on, so that what happened before the partnership joined finds a quorum too.
      const terms = { quorum, effectiveFrom: earliestDate, revision };
      return [
        change('partnership', onlyOne, { ...partnership, fundIds: [] }),
        change('terms', earliestDate, terms),
        change('governance', onlyOne, { termsFrom: [earliestDate], heldOn: [], unratifiedAwardIds: [] }),
      ];
    }
    case 'terms-set':
      return [
        change('terms', fact.facts.effectiveFrom, { ...fact.facts, revision }),
        change('governance', onlyOne, withTerms(governanceOf(view), fact.facts.effectiveFrom)),
      ];
    case 'priorities-set':
      return [change('priorities', fact.facts.financialYear, { ...fact.facts, revision })];
    case 'funder-named':
      return [change('funder', fact.facts.id, { ...fact.facts, revision })];
  }
}

const withTerms = (governance: Governance, from: PlainDate): Governance => ({
  ...governance,
  termsFrom: [...new Set([...governance.termsFrom, from])].toSorted(),
});
