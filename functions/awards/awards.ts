import type { z } from 'zod';
import type { Award } from '../../domain/award/award.ts';
import { takeChairsAction } from '../../domain/award/chairs-action.ts';
import { decideAward } from '../../domain/award/decide-award.ts';
import { awardOf } from '../../domain/award/find-award.ts';
import { closeAward, payAward, refundAward } from '../../domain/award/pay-award.ts';
import { proposeAward, submitAward, varyAward, withdrawAward } from '../../domain/award/propose-award.ts';
import type { Decide } from '../../domain/ledger/decision.ts';
import { enteredAt } from '../../domain/ledger/entry-place.ts';
import type { EntryType } from '../../domain/ledger/facts.ts';
import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { type Bound, bind } from '../http/bound.ts';
import { record } from '../http/commands.ts';
import type { Operation } from '../http/operation.ts';
import type { OfAward } from '../http/parameters.ts';
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

type OnAward<Body extends z.ZodType> = Operation<typeof OfAward, z.ZodType<{ dryRun: 'true' | 'false' }>, Body>;

type Answered = (entry: JournalEntry, view: LedgerView, awardId: string, today: PlainDate) => object;

/** A command on one award. */
function onAward<Body extends z.ZodType>(
  operation: OnAward<Body>,
  type: EntryType,
  decide: (awardId: string, body: z.output<Body>) => Decide,
  answer: Answered,
): Bound {
  return bind(operation, (request, deps) => {
    const { partnershipId, awardId } = request.parameters;
    return record(request, deps, {
      partnershipId,
      decide: decide(awardId, request.body),
      type,
      answer: (entry, view) => answer(entry, view, awardId, request.limits.today),
    });
  });
}

/** The award as it stands after a decision, and its fund. */
const decided: Answered = (entry, view, awardId, today) => ({
  ...changedAward(entry, view, awardId),
  ...fundEffect(view, awardOf(view, awardId).fundId, today),
});

/** What was paid, refunded or released, with the figures of the award and its fund after it. */
const moved: Answered = (entry, view, awardId, today) => ({
  ...entry.facts,
  ...enteredAt(entry),
  ...awardEffect(view, awardId, today),
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
  onAward(declared.submitAward, 'award-submitted', submitAward, changedAward),
  onAward(declared.withdrawAward, 'award-withdrawn', withdrawAward, changedAward),
  onAward(declared.varyAward, 'award-variation-proposed', varyAward, changedAward),
  onAward(declared.decideAward, 'award-decided', decideAward, decided),
  onAward(declared.takeChairsAction, 'chairs-action-taken', takeChairsAction, decided),
  onAward(declared.payAward, 'award-paid', payAward, moved),
  onAward(declared.refundAward, 'award-refunded', refundAward, moved),
  onAward(declared.closeAward, 'award-closed', closeAward, moved),
  getOne,
  bind(declared.listAwards, (request, deps) =>
    list(request, deps, { ...request.parameters, type: 'award', isWanted: isWanted(request.query), show: showAward }),
  ),
];
