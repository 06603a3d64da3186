import { afterOpening } from '../fund/after-opening.ts';
import type { Balance } from '../ledger/balance.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import { assertFewNames } from '../ledger/few-names.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { credit, debit, type Posting } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { atYearEnds } from '../ledger/year-ends.ts';
import type { Money } from '../money.ts';
import { latestOf, type PlainDate } from '../plain-date.ts';
import { found, refuse } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import { assertOverlaps } from './agree-grant.ts';
import type { FulfilmentBody } from './condition.ts';
import { type Grant, type GrantTerms, metOn, termsOf } from './grant.ts';
import { adjusted, instalmentsOf } from './instalment.ts';
import { lowestReceivable, receivableIn, receivedIn } from './receivable.ts';
import type { TopSliceBody } from './top-slice.ts';
import type { GrantVaried, VariationBody } from './variation.ts';

/** A grant that stands: it exists, and was not reversed. */
export function standingGrant(view: LedgerView, grantId: string): Grant {
  view.partnership();
  const grant = found(view.get('grant', grantId), 'grant', grantId);
  if (grant.reversedOn !== undefined) refuse({ code: 'already-reversed', subject: `The grant “${grant.title}”` });
  return grant;
}

/** A grant that stands, and is of the fund from which it is to pay. */
export function standingGrantOf(view: LedgerView, fundId: string, grantId: string): Grant {
  const grant = found(view.get('grant', grantId), 'grant', grantId);
  if (grant.fundId !== fundId) refuse({ code: 'not-found', subject: `grant of the fund ${fundId}`, id: grantId });
  return standingGrant(view, grantId);
}

/** Records a top-slice that the funder notified after agreeing the grant: a fact, also where it over-commits the fund. */
export const notifyTopSlice = (grantId: string, body: TopSliceBody): Decide =>
  afterOpening(function* (view, { newId }) {
    yield [record('partnership', onlyOne), record('grant', grantId)];
    const grant = standingGrant(view, grantId);
    yield [fundLedger(grant.fundId)];
    const { amount, purpose } = body;
    const effectiveOn = latestOf(body.notifiedOn, grant.effectiveOn);
    assertYearOpen(view, effectiveOn);
    const outstanding = lowestReceivable(ownBalances(view, grant), effectiveOn);
    if (amount.isMoreThan(outstanding)) refuse({ code: 'top-slice-exceeds-outstanding', amount, outstanding });
    const { fundId } = grant;
    const postings = [
      debit('top-slices', amount, { fundId, grantId, purpose }),
      credit('grants-receivable', amount, { fundId, grantId, funderId: grant.funder.id }),
    ];
    assertFewNames(view.balancesOf(fundId), postings, effectiveOn);
    return {
      type: 'top-slice-notified',
      facts: { ...body, id: newId(), grantId, fundId, netAmount: grant.netAmount.minus(amount) },
      effectiveOn,
      postings,
    };
  });

/** Records new terms of a grant: a new dated version. A cut is a fact, also where it over-commits the fund. */
export const varyGrant = (grantId: string, body: VariationBody): Decide =>
  afterOpening(function* (view, { newId }) {
    yield [record('partnership', onlyOne), record('grant', grantId)];
    const grant = standingGrant(view, grantId);
    yield [fundLedger(grant.fundId)];
    const countsOn = latestOf(body.effectiveOn, grant.effectiveOn);
    assertYearOpen(view, countsOn);
    const notBefore = grant.lastVariation?.effectiveOn;
    if (notBefore !== undefined && body.effectiveOn < notBefore) {
      refuse({ code: 'date-out-of-order', date: body.effectiveOn, notBefore, of: 'the variation before it' });
    }
    if (body.fundingPeriod !== undefined) assertOverlaps(body.fundingPeriod, grant.financialYear);
    const { effectiveOn, reference, reason, note } = body;
    const varied = variedTerms(grant, body);
    const change = varied.after.grossAmount.minus(grant.grossAmount);
    if (change.isNegative()) assertNotBelowReceived(ownBalances(view, grant), change, countsOn);
    const facts: GrantVaried = {
      id: newId(),
      grantId,
      fundId: grant.fundId,
      effectiveOn,
      reference,
      reason,
      before: termsOf(grant),
      ...varied,
      ...(grant.lastVariation === undefined ? {} : { previous: grant.lastVariation }),
      ...(note === undefined ? {} : { note }),
    };
    return {
      type: 'grant-varied',
      facts,
      effectiveOn: countsOn,
      postings: changeOfGross(grant, change),
    };
  });

/** Records that a condition was met; until then it is an exception in statements. Conditions are numbered from 1. */
export const meetCondition = (grantId: string, number: number, body: FulfilmentBody): Decide =>
  function* (view) {
    yield [record('partnership', onlyOne), record('grant', grantId)];
    const { conditions } = found(view.get('grant', grantId), 'grant', grantId);
    const condition = found(conditions[number - 1], 'condition', String(number));
    const grant = standingGrant(view, grantId);
    assertYearOpen(view, body.metOn);
    if (metOn(condition) !== undefined) {
      refuse({ code: 'already-exists', subject: 'fulfilment of condition', id: String(number) });
    }
    return {
      type: 'condition-met',
      facts: { ...body, grantId, fundId: grant.fundId, condition: number },
      effectiveOn: body.metOn,
      postings: [],
    };
  };

/** The terms after a variation, with instalments that sum to the new net amount. */
function variedTerms(grant: Grant, body: VariationBody): { after: GrantTerms; netAmount: Money } {
  const grossAmount = body.grossAmount ?? grant.grossAmount;
  const netAmount = grossAmount.minus(grant.topSlicedAmount);
  const received = grant.receivedAmount;
  if (netAmount.isLessThan(received)) refuse({ code: 'variation-below-received', netAmount, received });
  const instalments =
    body.instalments === undefined
      ? adjusted(grant.instalments, netAmount, { received, dueOn: body.effectiveOn })
      : instalmentsOf(body.instalments, netAmount);
  const { fundingPeriod = grant.fundingPeriod, underspend = grant.underspend } = body;
  const after = termsOf({
    grossAmount,
    instalments,
    ...(fundingPeriod === undefined ? {} : { fundingPeriod }),
    ...(underspend === undefined ? {} : { underspend }),
  });
  return { after, netAmount };
}

const ownBalances = (view: LedgerView, { id, fundId }: Grant): Balance[] =>
  view.balancesOf(fundId).filter(({ grantId }) => grantId === id);

/** A cut leaves no year with less than was received by its end. */
function assertNotBelowReceived(own: readonly Balance[], change: Money, countsOn: PlainDate): void {
  for (const { amount: receivable, financialYear } of atYearEnds(own, countsOn, receivableIn)) {
    if (!receivable.plus(change).isNegative()) continue;
    const received = receivedIn(own.filter((balance) => balance.financialYear <= financialYear));
    refuse({ code: 'variation-below-received', netAmount: received.plus(receivable).plus(change), received });
  }
}

function changeOfGross({ id, fundId, funder }: Grant, change: Money): Posting[] {
  const income = { fundId, grantId: id };
  const receivable = { ...income, funderId: funder.id };
  if (change.isZero()) return [];
  return change.isPositive()
    ? [debit('grants-receivable', change, receivable), credit('grant-income', change, income)]
    : [debit('grant-income', change.negated(), income), credit('grants-receivable', change.negated(), receivable)];
}
