import { afterOpening } from '../fund/after-opening.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import { credit, debit, type Posting } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { latestOf } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import { assertFree, normalised } from './bank-reference.ts';
import { standingGrant } from './change-grant.ts';
import type { Grant } from './grant.ts';
import type { ReceiptBody } from './receipt.ts';
import { lowestReceivable } from './receivable.ts';

/** Records cash from a funder. It cannot take what was received over the grant's net amount. */
export const recordReceipt = (grantId: string, body: ReceiptBody): Decide =>
  afterOpening(function* (view, { newId }) {
    const reference = normalised(body.bankReference);
    yield [record('partnership', onlyOne), record('grant', grantId), record('bankReference', reference)];
    const grant = standingGrant(view, grantId);
    assertYearOpen(view, body.receivedOn);
    yield [fundLedger(grant.fundId)];
    const own = view.balancesOf(grant.fundId).filter((balance) => balance.grantId === grantId);
    const outstanding = lowestReceivable(own, latestOf(body.receivedOn, grant.effectiveOn));
    if (body.amount.isMoreThan(outstanding)) {
      refuse({ code: 'receipt-exceeds-outstanding', amount: body.amount, outstanding });
    }
    assertFree(view.get('bankReference', reference), body);
    return {
      type: 'receipt-recorded',
      facts: { ...body, id: newId(), grantId, fundId: grant.fundId },
      effectiveOn: body.receivedOn,
      postings: receiptPostings(grant, body),
    };
  });

/** Cash before the grant counts is received in advance: in the bank, and in no fund's balance until the grant's own date. */
function receiptPostings(grant: Grant, { amount, receivedOn }: ReceiptBody): Posting[] {
  const place = { fundId: grant.fundId, grantId: grant.id };
  const receivable = { ...place, funderId: grant.funder.id };
  if (receivedOn >= grant.effectiveOn) {
    return [debit('bank', amount, place), credit('grants-receivable', amount, receivable)];
  }
  return [
    debit('bank', amount, place),
    credit('received-in-advance', amount, place),
    debit('received-in-advance', amount, { ...place, on: grant.effectiveOn }),
    credit('grants-receivable', amount, { ...receivable, on: grant.effectiveOn }),
  ];
}
