import { financialYearOf } from '../financial-year.ts';
import { assertAvailable } from '../fund/uncommitted-balance.ts';
import { standingGrant } from '../grant/change-grant.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { credit, debit } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { found, refuse } from '../refusal.ts';
import type { ExpenditureBody } from './expenditure.ts';

/** Records spending that is no award, within what is free in the fund, and in the grant where one is named. */
export const recordExpenditure = (body: ExpenditureBody): Decide =>
  function* (view, { newId }) {
    const { fundId, grantId, amount, category } = body;
    yield [
      record('partnership', onlyOne),
      ...(grantId === undefined ? [] : [record('grant', grantId)]),
      fundLedger(fundId),
    ];
    view.partnership();
    const fund = found(view.get('fund', fundId), 'fund', fundId);
    if (fund.restriction === 'restricted' && body.purposeStatement === undefined) {
      refuse({ code: 'purpose-required', fund: fund.name });
    }
    assertAvailable(fund.name, view.balancesOf(fundId), financialYearOf(body.spentOn), amount);
    if (grantId !== undefined) assertPays(view, body, grantId);
    const place = { fundId, ...(grantId === undefined ? {} : { grantId }) };
    return {
      type: 'expenditure-recorded',
      facts: { ...body, id: newId() },
      effectiveOn: body.spentOn,
      postings: [debit('direct-expenditure', amount, { ...place, category }), credit('bank', amount, place)],
    };
  };

/** Spending that names a grant stays within that grant: one grant's money never pays for another's purpose (virement). */
function assertPays(view: LedgerView, { fundId, amount, spentOn }: ExpenditureBody, grantId: string): void {
  const grant = standingGrant(view, grantId);
  if (grant.fundId !== fundId) refuse({ code: 'not-found', subject: `grant of the fund ${fundId}`, id: grantId });
  const own = view.balancesOf(fundId).filter((balance) => balance.grantId === grantId);
  assertAvailable(`grant “${grant.title}”`, own, financialYearOf(spentOn), amount);
}
