import { endOf, type FinancialYear, nearestDayIn, startOf } from '../financial-year.ts';
import { afterOpening } from '../fund/after-opening.ts';
import { nameOn } from '../funder/funder.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import type { Posting } from '../ledger/posting.ts';
import { credit, debit } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { Money } from '../money.ts';
import { found, refuse } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import type { GrantAgreed, GrantBody, Period } from './grant.ts';
import { instalmentsOf } from './instalment.ts';

/** Records a funder's agreement: its whole income is of its financial year, received or not, less what is kept at source. */
export const agreeGrant = (body: GrantBody): Decide =>
  afterOpening(function* (view, { newId }) {
    yield [record('partnership', onlyOne), fundLedger(body.fundId), record('funder', body.funder.id)];
    view.partnership();
    const fund = found(view.get('fund', body.fundId), 'fund', body.fundId);
    const effectiveOn = nearestDayIn(body.financialYear, body.agreedOn);
    assertYearOpen(view, effectiveOn);
    if (body.nature !== undefined && body.nature !== fund.nature) {
      refuse({ code: 'nature-mismatch', of: 'grant', nature: body.nature, fundNature: fund.nature });
    }
    if (body.fundingPeriod !== undefined) assertOverlaps(body.fundingPeriod, body.financialYear);
    const { topSlices = [], instalments, conditions = [], ...agreed } = body;
    const topSliced = Money.sum(topSlices.map(({ amount }) => amount));
    if (topSliced.isMoreThan(body.grossAmount)) {
      refuse({ code: 'top-slice-exceeds-outstanding', amount: topSliced, outstanding: body.grossAmount });
    }
    const netAmount = body.grossAmount.minus(topSliced);
    const known = view.get('funder', body.funder.id);
    const facts: GrantAgreed = {
      ...agreed,
      // A funder that is known keeps its names, whatever it is called here.
      funder: known === undefined ? body.funder : { id: known.id, name: nameOn(known, body.agreedOn) },
      id: newId(),
      nature: fund.nature,
      topSlices: topSlices.map((topSlice) => ({ ...topSlice, id: newId() })),
      netAmount,
      instalments: instalments === undefined ? [] : instalmentsOf(instalments, netAmount),
      conditions,
    };
    return { type: 'grant-agreed', facts, effectiveOn, postings: agreementPostings(facts) };
  });

/** A funding period may straddle years, and has a day at least in the grant's own. */
export function assertOverlaps({ start, end }: Period, financialYear: FinancialYear): void {
  const overlaps = start <= endOf(financialYear) && end >= startOf(financialYear);
  if (!overlaps) refuse({ code: 'period-mismatch', financialYear });
}

function agreementPostings({ id, fundId, funder, grossAmount, topSlices }: GrantAgreed): Posting[] {
  const place = { fundId, grantId: id };
  const receivable = { ...place, funderId: funder.id };
  return [
    debit('grants-receivable', grossAmount, receivable),
    credit('grant-income', grossAmount, place),
    ...topSlices.flatMap(({ purpose, amount }) => [
      debit('top-slices', amount, { ...place, purpose }),
      credit('grants-receivable', amount, receivable),
    ]),
  ];
}
