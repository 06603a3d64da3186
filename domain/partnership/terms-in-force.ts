import { type Query, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { onlyOne } from '../ledger/records.ts';
import type { PlainDate } from '../plain-date.ts';
import { found } from '../refusal.ts';
import type { Governance } from './governance.ts';
import type { TermsOfReference } from './terms-of-reference.ts';

export const governanceOf = (view: LedgerView): Governance => found(view.get('governance', onlyOne), 'partnership', '');

/** The terms in force on a date. Governance must have been looked up. */
export function* termsInForce(view: LedgerView, on: PlainDate): Generator<Query[], TermsOfReference, undefined> {
  // The first terms are in force from the Act on.
  const from = governanceOf(view).termsFrom.findLast((date) => date <= on) ?? on;
  yield [record('terms', from)];
  return found(view.get('terms', from), 'terms of reference', from);
}

/** The same, after a decision relied on the terms in force on a date. */
export function reliedOn(governance: Governance, on: PlainDate): Governance {
  const { termsReliedOn = on } = governance;
  return { ...governance, termsReliedOn: termsReliedOn > on ? termsReliedOn : on };
}
