import { type Balance, debitsOf } from '../ledger/balance.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import { credit, debit } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { lowestAtYearEnds } from '../ledger/year-ends.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import { assertFree, normalised } from './bank-reference.ts';
import { standingGrant } from './change-grant.ts';
import type { RepaymentBody, RepaymentRefundBody } from './repayment.ts';

/** Records money paid back to the funder, within what closing a year made repayable. */
export const recordRepayment = (grantId: string, body: RepaymentBody): Decide =>
  function* (view, { newId }) {
    yield [record('partnership', onlyOne), record('grant', grantId)];
    const grant = standingGrant(view, grantId);
    yield [fundLedger(grant.fundId)];
    const { amount } = body;
    assertYearOpen(view, body.paidOn);
    const owed = lowestOwed(view.balancesOf(grant.fundId), grantId, body.paidOn);
    if (amount.isMoreThan(owed)) refuse({ code: 'repayment-exceeds-owed', amount, owed });
    const place = { fundId: grant.fundId, grantId };
    return {
      type: 'repayment-recorded',
      facts: { ...body, id: newId(), ...place },
      effectiveOn: body.paidOn,
      postings: [
        debit('repayable-to-funder', amount, { ...place, funderId: grant.funder.id }),
        credit('bank', amount, place),
      ],
    };
  };

/** Records money back from the funder, where more was repaid than a reopened year returns. */
export const recordRepaymentRefund = (grantId: string, body: RepaymentRefundBody): Decide =>
  function* (view, { newId }) {
    const reference = normalised(body.bankReference);
    yield [record('partnership', onlyOne), record('grant', grantId), record('bankReference', reference)];
    const grant = standingGrant(view, grantId);
    yield [fundLedger(grant.fundId)];
    const { amount } = body;
    assertYearOpen(view, body.receivedOn);
    const owed = lowestOwed(view.balancesOf(grant.fundId), grantId, body.receivedOn, -1);
    if (amount.isMoreThan(owed)) refuse({ code: 'repayment-exceeds-owed', amount, owed });
    assertFree(view.get('bankReference', reference), body);
    const place = { fundId: grant.fundId, grantId };
    return {
      type: 'repayment-refunded',
      facts: { ...body, id: newId(), ...place },
      effectiveOn: body.receivedOn,
      postings: [
        debit('bank', amount, place),
        credit('repayable-to-funder', amount, { ...place, funderId: grant.funder.id }),
      ],
    };
  };

/** What is owed to the funder (or, turned round, by the funder) at the end of a year and of every later one. */
function lowestOwed(balances: readonly Balance[], grantId: string, date: PlainDate, sign: 1 | -1 = 1): Money {
  const own = balances.filter((balance) => balance.grantId === grantId);
  const { amount } = lowestAtYearEnds(own, date, (toDate) => {
    const debits = debitsOf(toDate, 'repayable-to-funder');
    return sign === 1 ? debits.negated() : debits;
  });
  return amount.isNegative() ? Money.zero : amount;
}
