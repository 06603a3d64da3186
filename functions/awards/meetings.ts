import type { z } from 'zod';
import { declareInterest } from '../../domain/award/declare-interest.ts';
import { ratifyChairsAction } from '../../domain/award/ratify-chairs-action.ts';
import type { Decide } from '../../domain/ledger/decision.ts';
import { enteredAt } from '../../domain/ledger/entry-place.ts';
import type { EntryType } from '../../domain/ledger/facts.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import { meetingOf } from '../../domain/meeting/at-meeting.ts';
import { recordAttendance } from '../../domain/meeting/record-attendance.ts';
import { closeMeeting, confirmMinutes, openMeeting, scheduleMeeting } from '../../domain/meeting/run-meeting.ts';
import { refuse } from '../../domain/refusal.ts';
import { type Bound, bind, type Event } from '../http/bound.ts';
import type { Caller } from '../http/caller.ts';
import { record, replace } from '../http/commands.ts';
import type { Deps } from '../http/deps.ts';
import { revisionTag } from '../http/etag.ts';
import type { Operation } from '../http/operation.ts';
import type { OfMeeting } from '../http/parameters.ts';
import { fundEffect } from '../http/present.ts';
import { list, shown } from '../http/reads.ts';
import { header } from '../http/request.ts';
import { RequestProblem } from '../http/request-problem.ts';
import { atOneHead, headOfJournal } from '../store/at-one-head.ts';
import { LedgerReader } from '../store/ledger-reader.ts';
import { changedAward } from './awards.ts';
import { meetingOperations as declared } from './meeting-operations.ts';
import { showMeeting } from './present.ts';
import { readMeeting } from './read-meeting.ts';

const meetingAfter = (view: LedgerView, meetingId: string): object => showMeeting(meetingOf(view, meetingId));

const schedule = bind(declared.scheduleMeeting, (request, deps) =>
  record(request, deps, {
    ...request.parameters,
    decide: scheduleMeeting(request.body),
    type: 'meeting-scheduled',
    answer: ({ facts }, view) => meetingAfter(view, facts.id),
  }),
);

const getOne = bind(declared.getMeeting, async ({ parameters, deadline }, { database }) => {
  const { partnershipId, meetingId } = parameters;
  const { state } = await atOneHead(
    () => headOfJournal(database, partnershipId),
    deadline,
    () => readMeeting(database, partnershipId, meetingId),
  );
  return shown(state.shown, revisionTag(state.meeting.revision));
});

/** Attendance that is there is refused without If-Match, whatever else is wrong with the request. */
async function unlessAttended(event: Event, { database }: Deps): Promise<void> {
  const { success, data } = declared.putAttendance.parameters.safeParse(event.pathParameters);
  if (header(event, 'if-match') !== undefined || !success) return;
  const reader = new LedgerReader(database, data.partnershipId);
  await reader.lookUp([{ record: 'meeting', id: data.meetingId }]);
  if (reader.state.get('meeting', data.meetingId)?.attendance !== undefined) refuse({ code: 'revision-required' });
}

const attend = bind(
  declared.putAttendance,
  (request, deps) => {
    const { partnershipId, meetingId } = request.parameters;
    let isFirst = false;
    return replace(request, deps, {
      partnershipId,
      decide: (expected) =>
        function* (view, context) {
          const draft = yield* recordAttendance(meetingId, request.body, expected)(view, context);
          isFirst = meetingOf(view, meetingId).attendance === undefined;
          return draft;
        },
      isNew: () => isFirst,
      answer: (view) => meetingAfter(view, meetingId),
    });
  },
  unlessAttended,
);

/** A step of a meeting, answered by the meeting after it. */
const step = <Body extends z.ZodType>(
  operation: Operation<typeof OfMeeting, z.ZodType<{ dryRun: 'true' | 'false' }>, Body>,
  type: EntryType,
  decide: (meetingId: string, body: z.output<Body>) => Decide,
): Bound =>
  bind(operation, (request, deps) => {
    const { partnershipId, meetingId } = request.parameters;
    return record(request, deps, {
      partnershipId,
      decide: decide(meetingId, request.body),
      type,
      answer: (_, view) => meetingAfter(view, meetingId),
    });
  });

const declare = bind(declared.declareInterest, (request, deps) => {
  const { partnershipId, meetingId } = request.parameters;
  assertOwn(request.caller, partnershipId, request.body);
  return record(request, deps, {
    partnershipId,
    decide: declareInterest(meetingId, request.body),
    type: 'interest-declared',
    answer: (entry) => ({ ...entry.facts, ...enteredAt(entry) }),
  });
});

/** Whoever isn't the coordinator declares interests of their own alone. */
function assertOwn(
  { person, roles }: Caller,
  partnershipId: string,
  { subject = person.subject, attendee }: { readonly subject?: string; readonly attendee?: object },
): void {
  if (roles.get(partnershipId)?.has('coordinator') === true) return;
  if (subject === person.subject && attendee === undefined) return;
  throw new RequestProblem('forbidden', 'You may declare your own interest; the coordinator, everybody’s.');
}

const ratify = bind(declared.ratifyChairsAction, (request, deps) => {
  const { partnershipId, meetingId } = request.parameters;
  return record(request, deps, {
    partnershipId,
    decide: ratifyChairsAction(meetingId, request.body),
    type: 'chairs-action-ratified',
    answer: (entry, view) => ({
      ...changedAward(entry, view, entry.facts.awardId),
      ...fundEffect(view, entry.facts.fundId, request.limits.today),
    }),
  });
});

export const meetingBounds = [
  schedule,
  getOne,
  attend,
  step(declared.openMeeting, 'meeting-opened', openMeeting),
  step(declared.closeMeeting, 'meeting-closed', closeMeeting),
  step(declared.confirmMinutes, 'minutes-confirmed', confirmMinutes),
  declare,
  ratify,
  bind(declared.listMeetings, (request, deps) =>
    list(request, deps, { ...request.parameters, type: 'meeting', show: showMeeting }),
  ),
];
