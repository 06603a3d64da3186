import { agreeGrant } from '../../domain/grant/agree-grant.ts';
import { meetCondition, notifyTopSlice, varyGrant } from '../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../domain/grant/record-receipt.ts';
import { recordRepayment, recordRepaymentRefund } from '../../domain/grant/record-repayment.ts';
import { enteredAt } from '../../domain/ledger/entry-place.ts';
import { ofGrant } from '../../domain/ledger/records.ts';
import { found } from '../../domain/refusal.ts';
import { bind } from '../http/bound.ts';
import { record } from '../http/commands.ts';
import { fundEffect, grantEffect, showGrant } from '../http/present.ts';
import { getRecord, list, shown } from '../http/reads.ts';
import { grantOperations as declared } from './operations.ts';

const agree = bind(declared.agreeGrant, (request, deps) =>
  record(request, deps, {
    ...request.parameters,
    decide: agreeGrant(request.body),
    type: 'grant-agreed',
    answer: (entry, view) => ({
      ...showGrant(found(view.get('grant', entry.facts.id), 'grant', entry.facts.id)),
      ...enteredAt(entry),
      ...fundEffect(view, entry.facts.fundId, request.limits.today),
    }),
  }),
);

const listAll = bind(declared.listGrants, (request, deps) => {
  const { financialYear } = request.query;
  return list(request, deps, {
    ...request.parameters,
    type: 'grant',
    isWanted: (grant) => financialYear === undefined || grant.financialYear === financialYear,
    show: showGrant,
  });
});

const getOne = bind(declared.getGrant, async ({ parameters }, deps) => {
  const { partnershipId, grantId } = parameters;
  return shown(showGrant(await getRecord(deps, partnershipId, { type: 'grant', id: grantId, subject: 'grant' })));
});

const receive = bind(declared.recordReceipt, (request, deps) => {
  const { partnershipId, grantId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: recordReceipt(grantId, request.body),
    type: 'receipt-recorded',
    answer: (entry, view) => ({
      ...entry.facts,
      ...enteredAt(entry),
      ...grantEffect(view, grantId, request.limits.today),
    }),
  });
});

const topSlice = bind(declared.notifyTopSlice, (request, deps) => {
  const { partnershipId, grantId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: notifyTopSlice(grantId, request.body),
    type: 'top-slice-notified',
    answer: ({ facts }, view) => ({
      ...found(view.get('topSlice', ofGrant(grantId, facts.id)), 'top-slice', facts.id),
      ...grantEffect(view, grantId, request.limits.today),
    }),
  });
});

const vary = bind(declared.varyGrant, (request, deps) => {
  const { partnershipId, grantId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: varyGrant(grantId, request.body),
    type: 'grant-varied',
    answer: (entry, view) => ({
      ...entry.facts,
      ...enteredAt(entry),
      ...grantEffect(view, grantId, request.limits.today),
    }),
  });
});

const meet = bind(declared.meetCondition, (request, deps) => {
  const { partnershipId, grantId, condition } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: meetCondition(grantId, condition, request.body),
    type: 'condition-met',
    answer: (entry, view) => {
      const grant = found(view.get('grant', grantId), 'grant', grantId);
      const text = grant.conditions[condition - 1]?.text;
      return { grantId, number: condition, text, metOn: entry.facts.metOn, ...enteredAt(entry) };
    },
  });
});

const repay = bind(declared.recordRepayment, (request, deps) => {
  const { partnershipId, grantId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: recordRepayment(grantId, request.body),
    type: 'repayment-recorded',
    answer: (entry, view) => ({
      ...entry.facts,
      ...enteredAt(entry),
      ...fundEffect(view, entry.facts.fundId, request.limits.today),
    }),
  });
});

const refundRepayment = bind(declared.recordRepaymentRefund, (request, deps) => {
  const { partnershipId, grantId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: recordRepaymentRefund(grantId, request.body),
    type: 'repayment-refunded',
    answer: (entry, view) => ({
      ...entry.facts,
      ...enteredAt(entry),
      ...fundEffect(view, entry.facts.fundId, request.limits.today),
    }),
  });
});

export const grantBounds = [
  agree,
  listAll,
  getOne,
  receive,
  topSlice,
  vary,
  meet,
  repay,
  refundRepayment,
  bind(declared.listReceipts, (request, deps) => {
    const { partnershipId, grantId } = request.parameters;
    const parent = { type: 'grant', id: grantId } as const;
    return list(request, deps, { partnershipId, type: 'receipt', parent, show: (receipt) => receipt });
  }),
  bind(declared.listTopSlices, (request, deps) => {
    const { partnershipId, grantId } = request.parameters;
    const parent = { type: 'grant', id: grantId } as const;
    return list(request, deps, { partnershipId, type: 'topSlice', parent, show: (one) => one });
  }),
  bind(declared.listVariations, (request, deps) => {
    const { partnershipId, grantId } = request.parameters;
    const parent = { type: 'grant', id: grantId } as const;
    return list(request, deps, { partnershipId, type: 'variation', parent, show: (variation) => variation });
  }),
];
