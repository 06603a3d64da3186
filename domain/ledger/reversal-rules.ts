import type { Award } from '../award/award.ts';
import { awardOf, interestsOf } from '../award/find-award.ts';
import { daysOf, keptOf, leastFrom } from '../award/movements.ts';
import { assertMayHandle } from '../award/pay-award.ts';
import { normalised } from '../grant/bank-reference.ts';
import { standingGrant } from '../grant/change-grant.ts';
import { undoVariation } from '../grant/undo-variation.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { debitsOf } from './balance.ts';
import { type Query, record } from './decision.ts';
import type { ReversibleFact } from './facts.ts';
import type { LedgerView } from './ledger-state.ts';
import { interestId, ofGrant } from './records.ts';

/** The records that change where a fact is undone. */
export function recordsOf({ type, facts }: ReversibleFact, sequence: number): Query[] {
  switch (type) {
    case 'opening-balance-recorded':
    case 'opening-repayment-recorded':
      return [];
    case 'opening-receipt-recorded':
      return [record('bankReference', normalised(facts.bankReference))];
    case 'shared-fund-noted':
      return [record('sharedFund', facts.id)];
    case 'grant-agreed':
      return [record('grant', facts.id), ...facts.topSlices.map(({ id }) => record('topSlice', ofGrant(facts.id, id)))];
    case 'receipt-recorded':
      return [
        record('grant', facts.grantId),
        record('receipt', ofGrant(facts.grantId, facts.id)),
        record('bankReference', normalised(facts.bankReference)),
      ];
    case 'top-slice-notified':
      return [record('grant', facts.grantId), record('topSlice', ofGrant(facts.grantId, facts.id))];
    case 'grant-varied':
      return [record('grant', facts.grantId), record('variation', ofGrant(facts.grantId, facts.id))];
    case 'condition-met':
      return [record('grant', facts.grantId)];
    case 'expenditure-recorded':
      return [record('expenditure', facts.id)];
    case 'repayment-recorded':
      return [record('grant', facts.grantId)];
    case 'repayment-refunded':
      return [record('grant', facts.grantId), record('bankReference', normalised(facts.bankReference))];
    case 'award-paid':
      return [record('award', facts.awardId)];
    case 'award-refunded':
      return [record('award', facts.awardId), record('bankReference', normalised(facts.bankReference))];
    case 'interest-declared':
      return [
        record('award', facts.awardId),
        record('meeting', facts.meetingId),
        record('interest', interestId(facts.meetingId, sequence)),
      ];
  }
}

/**
 * Refuses to undo what later entries rest on: a grant with live receipts, top-slices or variations, an older variation, a
 * payment out of which money came back. Whoever proposed or decided an award doesn't undo its payments and refunds, nor
 * somebody with an interest the declaration of it.
 */
export function assertUndoable(
  { type, facts }: ReversibleFact,
  { sequence, by, on }: { readonly sequence: number; readonly by: string; readonly on: PlainDate },
  view: LedgerView,
): void {
  switch (type) {
    case 'grant-agreed': {
      const { receivedAmount, laterTopSliceCount, lastVariation } = standingGrant(view, facts.id);
      if (receivedAmount.isPositive()) keep('The grant has receipts: reverse those first.');
      if (laterTopSliceCount > 0) keep('The grant has later top-slices: reverse those first.');
      if (lastVariation !== undefined) keep('The grant was varied: reverse the variations first, the latest first.');
      return;
    }
    case 'grant-varied': {
      const grant = standingGrant(view, facts.grantId);
      if (grant.lastVariation?.sequence !== sequence) keep('Only the latest variation of a grant can be reversed.');
      const { netAmount } = undoVariation(grant, facts, facts.effectiveOn);
      const received = grant.receivedAmount;
      if (netAmount.isLessThan(received)) refuse({ code: 'variation-below-received', netAmount, received });
      return;
    }
    case 'opening-balance-recorded': {
      const kept = view.balancesOf(facts.fundId).filter(({ grantId }) => grantId === undefined);
      const open = [debitsOf(kept, 'grants-receivable'), debitsOf(kept, 'repayable-to-funder').negated()];
      const opened = [facts.receivables, facts.repayables].map((owed) => Money.sum(owed.map(({ amount }) => amount)));
      if (open.some((sum, place) => opened[place]?.equals(sum) !== true)) {
        keep('What the opening balance says was owed has been settled in part: reverse that first.');
      }
      return;
    }
    case 'award-paid': {
      const award = awardOf(view, facts.awardId);
      assertMayHandle(by, award);
      if (leastFrom(daysOf(award, view), on, keptOf).isLessThan(facts.amount)) {
        keep('Money came back out of this payment: reverse the refunds first.');
      }
      return;
    }
    case 'award-refunded':
      assertMayHandle(by, awardOf(view, facts.awardId));
      return;
    case 'interest-declared':
      assertNotOwn(by, sequence, awardOf(view, facts.awardId), view);
      return;
    case 'opening-receipt-recorded':
    case 'opening-repayment-recorded':
    case 'shared-fund-noted':
    case 'receipt-recorded':
    case 'top-slice-notified':
    case 'condition-met':
    case 'expenditure-recorded':
    case 'repayment-recorded':
    case 'repayment-refunded':
      return;
  }
}

/** Whoever has an interest doesn't take its declaration back. */
function assertNotOwn(by: string, sequence: number, award: Award, view: LedgerView): void {
  const interests = award.interests.filter((one) => one.sequence === sequence);
  const isOwn = interestsOf({ interests }, view).some(({ subject }) => subject === by);
  if (isOwn)
    refuse({ code: 'separation-of-duties', because: 'The interest is yours, so somebody else takes it back.' });
}

const keep = (because: string): never => refuse({ code: 'not-reversible', because });
