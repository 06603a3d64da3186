import { afterOpening } from '../fund/after-opening.ts';
import { assertFree, normalised } from '../grant/bank-reference.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { credit, debit } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse, refuseTransition } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import { type Award, committedAmount, isToBeConfirmed } from './award.ts';
import { cameBack, wentOut } from './award-balance.ts';
import { placeOf, releasePostings } from './commitment.ts';
import { awardOf } from './find-award.ts';
import { assertAllowed } from './lifecycle.ts';
import { committedOf, type Day, daysOf, keptOf, leastFrom, movementQueries } from './movements.ts';
import type { ClosureBody, PaymentBody, RefundBody } from './payment.ts';

/** Whoever proposed or decided an award doesn't handle its money. */
export function assertMayHandle(subject: string, { proposers, deciders }: Award): void {
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
    yield [fundLedger(award.fundId), ...movementQueries(award, paidOn)];
    assertYearOpen(view, paidOn);
    assertAllowed(award.status, 'payment');
    assertMayHandle(by.subject, award);
    if (isToBeConfirmed(award)) refuse({ code: 'amount-not-confirmed', award: award.title });
    assertPayable(award, amount, paidOn, view);
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

/** On no day, then or later, may more be paid than is committed. */
function assertPayable(award: Award, amount: Money, paidOn: PlainDate, view: LedgerView): void {
  const notBefore = award.approvals.find(({ amountApproved }) => amountApproved !== undefined)?.decidedOn ?? paidOn;
  if (paidOn < notBefore) refuse({ code: 'date-out-of-order', date: paidOn, notBefore, of: 'the decision' });
  const committed = atLeastNothing(leastFrom(daysOf(award, view), paidOn, committedOf));
  if (amount.isMoreThan(committed)) {
    refuse({ code: 'payment-exceeds-commitment', amount, committed, from: paidOn });
  }
}

const atLeastNothing = (amount: Money): Money => (amount.isNegative() ? Money.zero : amount);

/** Records money back from a recipient: it lowers spending in its own year, and restores no commitment. */
export const refundAward = (awardId: string, body: RefundBody): Decide =>
  afterOpening(function* (view, { by, newId }) {
    const { receivedOn } = body;
    const reference = normalised(body.bankReference);
    yield [record('partnership', onlyOne), record('award', awardId), record('bankReference', reference)];
    const award = awardOf(view, awardId);
    yield [fundLedger(award.fundId), ...movementQueries(award, receivedOn)];
    assertYearOpen(view, receivedOn);
    assertAllowed(award.status, 'refund');
    assertMayHandle(by.subject, award);
    assertPaidBefore(daysOf(award, view), body);
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

/** On no day, then or later, may more have come back than was paid. */
function assertPaidBefore(days: readonly Day[], { amount, receivedOn }: RefundBody): void {
  const first = days.find(({ paid }) => paid.isPositive())?.on;
  if (first !== undefined && receivedOn < first) {
    refuse({ code: 'date-out-of-order', date: receivedOn, notBefore: first, of: 'the first payment' });
  }
  const paid = atLeastNothing(leastFrom(days, receivedOn, keptOf));
  if (amount.isMoreThan(paid)) refuse({ code: 'refund-exceeds-paid', amount, paid });
}

/** Closes an award: what is unpaid is released. A closed award still takes refunds. */
export const closeAward = (awardId: string, body: ClosureBody): Decide =>
  afterOpening(function* (view) {
    const { closedOn } = body;
    yield [record('partnership', onlyOne), record('award', awardId)];
    const award = awardOf(view, awardId);
    yield [fundLedger(award.fundId), ...movementQueries(award, closedOn)];
    assertYearOpen(view, closedOn);
    assertAllowed(award.status, 'closure');
    if (award.variation !== undefined) {
      refuseTransition('A variation of this award waits for a decision: it is decided or withdrawn first.');
    }
    const notBefore = award.lastMovedOn ?? closedOn;
    if (closedOn < notBefore) refuse({ code: 'date-out-of-order', date: closedOn, notBefore, of: 'the last movement' });
    const released = committedAmount(award);
    return {
      type: 'award-closed',
      facts: { ...body, awardId, fundId: award.fundId, released },
      effectiveOn: closedOn,
      postings: releasePostings(released, placeOf(award)),
    };
  });
