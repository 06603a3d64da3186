import { financialYearOf, startOf } from '../financial-year.ts';
import { nameOn } from '../funder/funder.ts';
import type { Balance } from '../ledger/balance.ts';
import { type Decide, fundLedger, record } from '../ledger/decision.ts';
import type { EntryDraft } from '../ledger/journal-entry.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { credit, debit } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { Money } from '../money.ts';
import { mostFunds } from '../partnership/partnership.ts';
import { found, refuse } from '../refusal.ts';
import { assertYearOpen } from '../year-end/in-open-years.ts';
import type { Fund, FundOpened } from './fund.ts';
import type { OpeningBalanceBody, OpeningBalanceRecorded } from './opening-balance.ts';
import type { SharedFundBody } from './shared-fund.ts';

export const openFund = (facts: FundOpened): Decide =>
  function* (view, { today }) {
    yield [record('partnership', onlyOne)];
    const { fundIds } = view.partnership();
    if (fundIds.includes(facts.id)) refuse({ code: 'already-exists', subject: 'fund', id: facts.id });
    if (fundIds.length >= mostFunds) refuse({ code: 'too-many-funds', most: mostFunds });
    return { type: 'fund-opened', facts, effectiveOn: today, postings: [] };
  };

/** Records what a partnership brings with it into a fund: once, and before the fund's other entries. */
export const recordOpeningBalance = (fundId: string, body: OpeningBalanceBody): Decide =>
  function* (view) {
    const named = [...(body.receivables ?? []), ...(body.repayables ?? [])].map(({ funder }) => idOf(funder));
    yield [
      record('partnership', onlyOne),
      fundLedger(fundId),
      ...[...new Set(named)].map((id) => record('funder', id)),
    ];
    view.partnership();
    const fund = found(view.get('fund', fundId), 'fund', fundId);
    const draft = broughtForward(fundId, body, view);
    assertYearOpen(view, body.effectiveOn);
    if (fund.openingBalance !== undefined && fund.openingBalance.reversedOn === undefined) {
      refuse({ code: 'already-exists', subject: 'opening balance', id: fundId });
    }
    if (hasEntries(view.balancesOf(fundId), fund, body)) refuse({ code: 'not-first-entry', fund: fund.name });
    return draft;
  };

/** Notes a fund held elsewhere. It is no income, and moves no money here. */
export const noteSharedFund = (body: SharedFundBody): Decide =>
  function* (view, { newId }) {
    yield [record('partnership', onlyOne), record('funder', body.funder.id)];
    view.partnership();
    const financialYears = body.financialYears.toSorted();
    // It counts from its first year, so that every statement of its years notes it, whatever their date.
    const effectiveOn = startOf(financialYears[0] ?? '');
    assertYearOpen(view, effectiveOn);
    const facts = { ...body, id: newId(), financialYears };
    return { type: 'shared-fund-noted', facts, effectiveOn, postings: [] };
  };

/** A correction of an opening balance, reversed and entered afresh, may come after entries that are of its year or later. */
function hasEntries(balances: readonly Balance[], fund: Fund, { effectiveOn }: OpeningBalanceBody): boolean {
  const live = balances.filter(({ amounts }) => Object.values(amounts).some((sum) => !sum.isZero()));
  if (fund.openingBalance?.reversedOn === undefined) return live.length > 0;
  return live.some(({ financialYear }) => financialYear < financialYearOf(effectiveOn));
}

type FunderReference = string | { readonly id: string; readonly name: string };
const idOf = (funder: FunderReference): string => (typeof funder === 'string' ? funder : funder.id);

function broughtForward(fundId: string, body: OpeningBalanceBody, view: LedgerView): EntryDraft {
  const { effectiveOn, bank, reference, note } = body;
  const resolve = (owed: OpeningBalanceBody['receivables']): OpeningBalanceRecorded['receivables'] =>
    (owed ?? []).map(({ funder, amount }) => ({ funder: organisation(funder, view, effectiveOn), amount }));
  const [receivables, repayables] = [resolve(body.receivables), resolve(body.repayables)];
  const owing = Money.sum(receivables.map(({ amount }) => amount));
  const amount = bank.plus(owing).minus(Money.sum(repayables.map((owed) => owed.amount)));
  const forward = amount.isNegative()
    ? debit('brought-forward', amount.negated(), { fundId })
    : credit('brought-forward', amount, { fundId });
  return {
    type: 'opening-balance-recorded',
    facts: { fundId, reference, bank, receivables, repayables, amount, ...(note === undefined ? {} : { note }) },
    effectiveOn,
    postings: [
      ...(bank.isZero() ? [] : [debit('bank', bank, { fundId })]),
      ...receivables.map((owed) => debit('grants-receivable', owed.amount, { fundId, funderId: owed.funder.id })),
      ...repayables.map((owed) => credit('repayable-to-funder', owed.amount, { fundId, funderId: owed.funder.id })),
      ...(amount.isZero() ? [] : [forward]),
    ],
  };
}

function organisation(funder: FunderReference, view: LedgerView, date: string): { id: string; name: string } {
  if (typeof funder !== 'string') return { id: funder.id, name: funder.name };
  return { id: funder, name: nameOn(found(view.get('funder', funder), 'funder', funder), date) };
}
