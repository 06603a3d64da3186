import { afterOpening } from '../fund/after-opening.ts';
import { assertAvailable } from '../fund/uncommitted-balance.ts';
import { standingGrantOf } from '../grant/change-grant.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import { assertFewNames } from '../ledger/few-names.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { credit, debit } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { found, refuse } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import type { ExpenditureBody } from './expenditure.ts';
import { areGrantsNamed, assertGrantsPay, grantIdsOf } from './grants-pay.ts';

/** Records spending that is no award, within what is free in the fund, and in the grant where one is named. */
export const recordExpenditure = (body: ExpenditureBody): Decide =>
  afterOpening(function* (view, { newId }) {
    const { fundId, grantId, amount, category, spentOn } = body;
    const named = grantId === undefined ? [] : [record('grant', grantId)];
    yield [record('partnership', onlyOne), ...named, fundLedger(fundId)];
    const fund = found(partnershipFund(view, fundId), 'fund', fundId);
    if (grantId !== undefined) standingGrantOf(view, fundId, grantId);
    assertYearOpen(view, spentOn);
    const balances = view.balancesOf(fundId);
    const areNamed = areGrantsNamed(balances, grantId);
    yield areNamed ? grantIdsOf(balances).map((id) => record('grant', id)) : [];
    if (fund.restriction === 'restricted' && body.purposeStatement === undefined) {
      refuse({ code: 'purpose-required', fund: fund.name });
    }
    assertAvailable(fund.name, balances, spentOn, amount);
    const place = { fundId, ...(grantId === undefined ? {} : { grantId }) };
    const postings = [debit('direct-expenditure', amount, { ...place, category }), credit('bank', amount, place)];
    if (areNamed) assertGrantsPay(balances, postings, spentOn, (id) => view.get('grant', id));
    assertFewNames(balances, postings, spentOn);
    return { type: 'expenditure-recorded', facts: { ...body, id: newId() }, effectiveOn: spentOn, postings };
  });

function partnershipFund(view: LedgerView, fundId: string) {
  view.partnership();
  return view.get('fund', fundId);
}
