import type { Award } from '../../domain/award/award.ts';
import { takeChairsAction } from '../../domain/award/chairs-action.ts';
import { decideAward } from '../../domain/award/decide-award.ts';
import { awardOf } from '../../domain/award/find-award.ts';
import { closeAward, payAward, refundAward } from '../../domain/award/pay-award.ts';
import { proposeAward, submitAward, varyAward, withdrawAward } from '../../domain/award/propose-award.ts';
import { enteredAt } from '../../domain/ledger/entry-place.ts';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import { bind } from '../http/bound.ts';
import { record } from '../http/commands.ts';
import { fundEffect } from '../http/present.ts';
import { list, shown } from '../http/reads.ts';
import { atOneHead, headOfJournal } from '../store/at-one-head.ts';
import { awardOperations as declared } from './operations.ts';
import { awardEffect, showAward } from './present.ts';
import { readAward } from './read-award.ts';

/** The award after a command, and where the command stands in the journal. */
export const changedAward = (entry: JournalEntry, view: LedgerView, awardId: string): object => ({
  ...showAward(awardOf(view, awardId)),
  ...enteredAt(entry),
});

const propose = bind(declared.proposeAward, (request, deps) =>
  record(request, deps, {
    ...request.parameters,
    decide: proposeAward(request.body),
    type: 'award-proposed',
    answer: (entry, view) => changedAward(entry, view, entry.facts.id),
  }),
);

const submit = bind(declared.submitAward, (request, deps) => {
  const { partnershipId, awardId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: submitAward(awardId, request.body),
    type: 'award-submitted',
    answer: (entry, view) => changedAward(entry, view, awardId),
  });
});

const withdraw = bind(declared.withdrawAward, (request, deps) => {
  const { partnershipId, awardId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: withdrawAward(awardId, request.body),
    type: 'award-withdrawn',
    answer: (entry, view) => changedAward(entry, view, awardId),
  });
});

const vary = bind(declared.varyAward, (request, deps) => {
  const { partnershipId, awardId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: varyAward(awardId, request.body),
    type: 'award-variation-proposed',
    answer: (entry, view) => changedAward(entry, view, awardId),
  });
});

const decide = bind(declared.decideAward, (request, deps) => {
  const { partnershipId, awardId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: decideAward(awardId, request.body),
    type: 'award-decided',
    answer: (entry, view) => ({
      ...changedAward(entry, view, awardId),
      ...fundEffect(view, entry.facts.fundId, request.limits.today),
    }),
  });
});

const act = bind(declared.takeChairsAction, (request, deps) => {
  const { partnershipId, awardId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: takeChairsAction(awardId, request.body),
    type: 'chairs-action-taken',
    answer: (entry, view) => ({
      ...changedAward(entry, view, awardId),
      ...fundEffect(view, entry.facts.fundId, request.limits.today),
    }),
  });
});

const pay = bind(declared.payAward, (request, deps) => {
  const { partnershipId, awardId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: payAward(awardId, request.body),
    type: 'award-paid',
    answer: (entry, view) => ({
      ...entry.facts,
      ...enteredAt(entry),
      ...awardEffect(view, awardId, request.limits.today),
    }),
  });
});

const refund = bind(declared.refundAward, (request, deps) => {
  const { partnershipId, awardId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: refundAward(awardId, request.body),
    type: 'award-refunded',
    answer: (entry, view) => ({
      ...entry.facts,
      ...enteredAt(entry),
      ...awardEffect(view, awardId, request.limits.today),
    }),
  });
});

const close = bind(declared.closeAward, (request, deps) => {
  const { partnershipId, awardId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: closeAward(awardId, request.body),
    type: 'award-closed',
    answer: (entry, view) => ({
      ...entry.facts,
      ...enteredAt(entry),
      ...awardEffect(view, awardId, request.limits.today),
    }),
  });
});

const getOne = bind(declared.getAward, async ({ parameters, deadline }, { database }) => {
  const { partnershipId, awardId } = parameters;
  const { state } = await atOneHead(
    () => headOfJournal(database, partnershipId),
    deadline,
    () => readAward(database, partnershipId, awardId),
  );
  return shown(state);
});

type Filters = {
  readonly status?: string;
  readonly meetingId?: string;
  readonly fundId?: string;
  readonly priority?: string;
};

const isWanted =
  ({ status, meetingId, fundId, priority }: Filters) =>
  (award: Award): boolean =>
    (status === undefined || award.status === status) &&
    (meetingId === undefined || award.meetingIds.includes(meetingId)) &&
    (fundId === undefined || award.fundId === fundId) &&
    (priority === undefined || award.priorities.includes(priority));

export const awardBounds = [
  propose,
  submit,
  withdraw,
  vary,
  decide,
  act,
  pay,
  refund,
  close,
  getOne,
  bind(declared.listAwards, (request, deps) =>
    list(request, deps, { ...request.parameters, type: 'award', isWanted: isWanted(request.query), show: showAward }),
  ),
];
