import { financialYearOf, yearsBetween } from '../financial-year.ts';
import { afterOpening } from '../fund/after-opening.ts';
import { assertFree, normalised } from '../grant/bank-reference.ts';
import { awardBalanceId, debitsOf } from '../ledger/balance.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { credit, debit } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { Money } from '../money.ts';
import { latestOf, type PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { type Award, committedAmount, isToBeConfirmed } from './award.ts';
import { cameBack, wentOut } from './award-balance.ts';
import { awardBalanceIn, awardBalanceOn, placeOf, releasePostings } from './commitment.ts';
import { assertAllowed } from './lifecycle.ts';
import type { ClosureBody, PaymentBody, RefundBody } from './payment.ts';
import { awardOf } from './propose-award.ts';
import { payableOn } from './standing-payments.ts';

/** Refuses whoever proposed or decided an award to handle its money. */
export function assertHandles(subject: string, { proposers, deciders }: Award): void {
  const did = proposers.includes(subject) ? 'proposed' : deciders.includes(subject) ? 'decided' : undefined;
  if (did === undefined) return;
  refuse({ code: 'separation-of-duties', because: `You ${did} this award, so somebody else handles its money.` });
}

/** Pays a recipient, in any number of parts, within what is committed. Payment turns commitment into spending. */
export const payAward = (awardId: string, body: PaymentBody): Decide =>
  afterOpening(function* (view, { by, newId }) {
    const { amount, paidOn } = body;
    yield [record('partnership', onlyOne), record('award', awardId)];
    const award = awardOf(view, awardId);
    yield [fundLedger(award.fundId), awardBalanceOn(awardId, paidOn)];
    assertAllowed(award.status, 'payment');
    assertHandles(by.subject, award);
    if (isToBeConfirmed(award)) refuse({ code: 'amount-not-confirmed', award: award.title });
    assertPayable(award, amount, paidOn);
    const place = placeOf(award);
    return {
      type: 'award-paid',
      facts: { ...body, id: newId(), awardId, fundId: award.fundId },
      effectiveOn: paidOn,
      postings: [
        debit('award-expenditure', amount, { ...place, category: wentOut }),
        credit('bank', amount, place),
        ...releasePostings(amount, place),
      ],
    };
  });

function assertPayable(award: Award, amount: Money, paidOn: PlainDate): void {
  const committed = payableOn(award, paidOn);
  if (committed === undefined) {
    const notBefore = award.approvals.find(({ amountApproved }) => amountApproved !== undefined)?.decidedOn ?? paidOn;
    refuse({ code: 'date-out-of-order', date: paidOn, notBefore, of: 'the decision' });
  }
  if (amount.isMoreThan(committed)) refuse({ code: 'payment-exceeds-commitment', amount, committed });
}

/** Records money back from a recipient: it lowers spending in its own year, and restores no commitment. */
export const refundAward = (awardId: string, body: RefundBody): Decide =>
  afterOpening(function* (view, { by, newId }) {
    const { receivedOn } = body;
    const reference = normalised(body.bankReference);
    yield [record('partnership', onlyOne), record('award', awardId), record('bankReference', reference)];
    const award = awardOf(view, awardId);
    const years = yearsBetween(financialYearOf(award.firstPaidOn ?? receivedOn), financialYearOf(receivedOn));
    yield [fundLedger(award.fundId), ...years.map((year) => awardBalanceIn(awardId, year))];
    assertAllowed(award.status, 'refund');
    assertHandles(by.subject, award);
    assertPaidBefore(award, body, years, view);
    assertFree(view.get('bankReference', reference), body);
    const place = placeOf(award);
    return {
      type: 'award-refunded',
      facts: { ...body, id: newId(), awardId, fundId: award.fundId },
      effectiveOn: receivedOn,
      postings: [
        debit('bank', body.amount, place),
        credit('award-expenditure', body.amount, { ...place, category: cameBack }),
      ],
    };
  });

/** No more comes back than was paid, altogether and by the end of the refund's year. */
function assertPaidBefore(
  award: Award,
  { amount, receivedOn }: RefundBody,
  years: readonly string[],
  view: LedgerView,
): void {
  const { firstPaidOn, paidAmount, refundedAmount } = award;
  if (firstPaidOn !== undefined && receivedOn < firstPaidOn) {
    refuse({ code: 'date-out-of-order', date: receivedOn, notBefore: firstPaidOn, of: 'the first payment' });
  }
  const balances = years.flatMap((year) => view.get('awardBalance', awardBalanceId(award.id, year)) ?? []);
  const paid = Money.min(debitsOf(balances, 'award-expenditure'), paidAmount.minus(refundedAmount));
  if (amount.isMoreThan(paid)) refuse({ code: 'refund-exceeds-paid', amount, paid });
}

/** Closes an award: what is unpaid is released. A closed award still takes refunds. */
export const closeAward = (awardId: string, body: ClosureBody): Decide =>
  afterOpening(function* (view) {
    const { closedOn } = body;
    yield [record('partnership', onlyOne), record('award', awardId)];
    const award = awardOf(view, awardId);
    yield [fundLedger(award.fundId), awardBalanceOn(awardId, closedOn)];
    assertAllowed(award.status, 'closure');
    if (award.variation !== undefined) {
      const because = 'A variation of this award waits for a decision: it is decided or withdrawn first.';
      refuse({ code: 'invalid-transition', because });
    }
    const notBefore = latestOf(award.lastMovedOn ?? closedOn, ...award.approvals.map(({ decidedOn }) => decidedOn));
    if (closedOn < notBefore) refuse({ code: 'date-out-of-order', date: closedOn, notBefore, of: 'the last movement' });
    const released = committedAmount(award);
    return {
      type: 'award-closed',
      facts: { ...body, awardId, fundId: award.fundId, released },
      effectiveOn: closedOn,
      postings: releasePostings(released, placeOf(award)),
    };
  });
