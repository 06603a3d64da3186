import type { Decide } from '../ledger/decision.ts';
import { refuse } from '../refusal.ts';

/** What came before a fund's opening balance is in it already: nothing posts to the fund on an earlier date. */
export const afterOpening = (decide: Decide): Decide =>
  function* (view, context) {
    const draft = yield* decide(view, context);
    for (const { fundId } of draft.postings) {
      const { effectiveOn: opened, reversedOn } = view.get('fund', fundId)?.openingBalance ?? {};
      if (opened !== undefined && reversedOn === undefined && draft.effectiveOn < opened) {
        refuse({
          code: 'date-out-of-order',
          date: draft.effectiveOn,
          notBefore: opened,
          of: 'the opening balance of its fund',
        });
      }
    }
    return draft;
  };
