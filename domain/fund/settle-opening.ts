import { assertFree, normalised } from '../grant/bank-reference.ts';
import { debitsByQualifier } from '../ledger/balance.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { type Account, credit, debit } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { lowestAtYearEnds } from '../ledger/year-ends.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { found, refuse } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import { afterOpening } from './after-opening.ts';
import type { OpeningReceiptBody, OpeningRepaymentBody } from './opening-settlement.ts';

/** Records cash that a funder owed to a fund already when the partnership joined. */
export const recordOpeningReceipt = (fundId: string, body: OpeningReceiptBody): Decide =>
  afterOpening(function* (view, { newId }) {
    const reference = normalised(body.bankReference);
    yield [record('partnership', onlyOne), record('bankReference', reference), fundLedger(fundId)];
    const { amount, funder, receivedOn } = body;
    const outstanding = lowestOpen(view, fundId, 'grants-receivable', funder, receivedOn);
    assertYearOpen(view, receivedOn);
    if (amount.isMoreThan(outstanding)) refuse({ code: 'receipt-exceeds-outstanding', amount, outstanding });
    assertFree(view.get('bankReference', reference), body);
    return {
      type: 'opening-receipt-recorded',
      facts: { ...body, id: newId(), fundId },
      effectiveOn: receivedOn,
      // The funder stands on the bank's side too: so a statement tells these receipts from other cash of the fund.
      postings: [
        debit('bank', amount, { fundId, funderId: funder }),
        credit('grants-receivable', amount, { fundId, funderId: funder }),
      ],
    };
  });

/** Records money paid to a funder to whom a fund owed it already when the partnership joined. */
export const recordOpeningRepayment = (fundId: string, body: OpeningRepaymentBody): Decide =>
  afterOpening(function* (view, { newId }) {
    yield [record('partnership', onlyOne), fundLedger(fundId)];
    const { amount, funder, paidOn } = body;
    const owed = lowestOpen(view, fundId, 'repayable-to-funder', funder, paidOn);
    assertYearOpen(view, paidOn);
    if (amount.isMoreThan(owed)) refuse({ code: 'repayment-exceeds-owed', amount, owed });
    return {
      type: 'opening-repayment-recorded',
      facts: { ...body, id: newId(), fundId },
      effectiveOn: paidOn,
      postings: [
        debit('repayable-to-funder', amount, { fundId, funderId: funder }),
        credit('bank', amount, { fundId }),
      ],
    };
  });

/** What a funder still owes a fund, or is owed, from before it joined: the least at the end of a year and of later ones. */
function lowestOpen(view: LedgerView, fundId: string, account: Account, funder: string, date: PlainDate): Money {
  view.partnership();
  found(view.get('fund', fundId), 'fund', fundId);
  const own = view.balancesOf(fundId).filter(({ grantId }) => grantId === undefined);
  const { amount } = lowestAtYearEnds(own, date, (toDate) => {
    const debits = debitsByQualifier(toDate, account).get(funder) ?? Money.zero;
    return account === 'repayable-to-funder' ? debits.negated() : debits;
  });
  return amount.isNegative() ? Money.zero : amount;
}
