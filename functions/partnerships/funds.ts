import { openFund, recordOpeningBalance } from '../../domain/fund/open-fund.ts';
import { recordOpeningReceipt, recordOpeningRepayment } from '../../domain/fund/settle-opening.ts';
import { enteredAt } from '../../domain/ledger/entry-place.ts';
import { onlyOne } from '../../domain/ledger/records.ts';
import { found } from '../../domain/refusal.ts';
import { bind } from '../http/bound.ts';
import { record } from '../http/commands.ts';
import { fundEffect, showFund } from '../http/present.ts';
import { getRecord, page, pageStart, shown } from '../http/reads.ts';
import { LedgerReader } from '../store/ledger-reader.ts';
import { partnershipOperations } from './operations.ts';

export const fundBounds = [
  bind(partnershipOperations.openFund, (request, deps) =>
    record(request, deps, {
      ...request.parameters,
      decide: openFund(request.body),
      type: 'fund-opened',
      answer: ({ facts, effectiveOn }) => showFund({ ...facts, openedOn: effectiveOn }, [], request.limits.today),
    }),
  ),
  bind(partnershipOperations.getFund, async ({ parameters, limits }, { database }) => {
    const { partnershipId, fundId } = parameters;
    const reader = new LedgerReader(database, partnershipId);
    await reader.lookUp([{ fundLedger: fundId }]);
    const fund = found(reader.state.get('fund', fundId), 'fund', fundId);
    return shown(showFund(fund, reader.state.balancesOf(fundId), limits.today));
  }),
  bind(partnershipOperations.listFunds, async (request, deps) => {
    const { partnershipId } = request.parameters;
    const sought = { type: 'partnership', id: onlyOne, subject: 'partnership' } as const;
    const after = pageStart(request, deps) ?? '';
    const { fundIds } = await getRecord(deps, partnershipId, sought);
    const ids = fundIds.toSorted().filter((id) => id > after);
    const shownIds = ids.slice(0, Number(request.query.limit));
    const reader = new LedgerReader(deps.database, partnershipId);
    await reader.lookUp(shownIds.map((fundLedger) => ({ fundLedger })));
    const funds = shownIds.map((id) => {
      const fund = found(reader.state.get('fund', id), 'fund', id);
      return showFund(fund, reader.state.balancesOf(id), request.limits.today);
    });
    return page(request, deps, funds, ids.length > shownIds.length ? shownIds.at(-1) : undefined);
  }),
  bind(partnershipOperations.recordOpeningBalance, (request, deps) => {
    const { partnershipId, fundId } = request.parameters;
    return record(request, deps, {
      partnershipId,
      decide: recordOpeningBalance(fundId, request.body),
      type: 'opening-balance-recorded',
      answer: ({ id, sequence, effectiveOn, facts }, view) => ({
        ...facts,
        effectiveOn,
        entryId: id,
        sequence,
        ...fundEffect(view, fundId, request.limits.today),
      }),
    });
  }),
  bind(partnershipOperations.recordOpeningReceipt, (request, deps) => {
    const { partnershipId, fundId } = request.parameters;
    return record(request, deps, {
      partnershipId,
      decide: recordOpeningReceipt(fundId, request.body),
      type: 'opening-receipt-recorded',
      answer: (entry, view) => ({
        ...entry.facts,
        ...enteredAt(entry),
        ...fundEffect(view, fundId, request.limits.today),
      }),
    });
  }),
  bind(partnershipOperations.recordOpeningRepayment, (request, deps) => {
    const { partnershipId, fundId } = request.parameters;
    return record(request, deps, {
      partnershipId,
      decide: recordOpeningRepayment(fundId, request.body),
      type: 'opening-repayment-recorded',
      answer: (entry, view) => ({
        ...entry.facts,
        ...enteredAt(entry),
        ...fundEffect(view, fundId, request.limits.today),
      }),
    });
  }),
];
