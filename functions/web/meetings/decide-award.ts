import { longDate } from '../../../domain/prose-dates.ts';
import { formPage } from '../form/form-page.ts';
import type { Visit } from '../page/page.ts';
import { recordedAt } from '../page/records.ts';
import { chosen } from './chosen.ts';
import { choices } from './decide-links.ts';
import { type Deciding, decisionFields, standingBefore } from './decision-questions.ts';
import { decisionTitle } from './decision-title.ts';
import { backToMeeting, pathOfMeeting } from './meeting-paths.ts';
import { nextReferenceAt } from './next-minute-reference.ts';

type AtAward = Visit<'/partnerships/{partnershipId}/meetings/{meetingId}/awards/{awardId}/decision'>;

/** What a meeting decides about an award: filled in as far as can be, so that approving in full takes two clicks and one to confirm. */
export const decideAwardPage = formPage({
  path: '/partnerships/{partnershipId}/meetings/{meetingId}/awards/{awardId}/decision',
  operation: 'decideAward',
  load: (visit: AtAward) => readDeciding(visit),
  title: decisionTitle,
  caption: ({ meeting }) => `${meeting.title}, ${longDate(meeting.heldOn)}`,
  start: (context) => startOf(context),
  steps: (context) => [{ title: 'The decision', blocks: standingBefore(context), fields: decisionFields(context) }],
  body: (answers, { meeting, choice, asked }) => ({
    ...(choice === 'approved' && asked !== undefined && { amountApproved: asked.text }),
    ...answers,
    meetingId: meeting.id,
    outcome: choice === 'part' ? 'approved' : choice,
  }),
  questionOf: {
    'insufficient-funds': 'amountApproved',
    'approval-exceeds-request': 'amountApproved',
    'approval-below-paid': 'amountApproved',
    'amount-not-confirmed': 'amountApproved',
    'date-out-of-order': 'deferredTo',
  },
  button: ({ choice }) => ({ approved: 'Approve', part: 'Approve', rejected: 'Reject', deferred: 'Defer' })[choice],
  back: backToMeeting,
  done: ({ sequence }, { parameters }) => recordedAt(pathOfMeeting(parameters), sequence),
});

/** The award as it stands on the agenda of this meeting. */
async function readDeciding(visit: AtAward): Promise<Deciding> {
  const { api, parameters } = visit;
  const { partnershipId, awardId } = parameters;
  const [meeting, award, meetings, funds] = await Promise.all([
    api.read('getMeeting', parameters),
    api.read('getAward', parameters),
    api.all('listMeetings', { partnershipId }),
    api.all('listFunds', { partnershipId }),
  ]);
  const place = meeting.agenda.findLastIndex((item) => item.awardId === awardId);
  const item = meeting.agenda[place];
  const asked = item?.amountRequested ?? award.amountRequested;
  return {
    choice: chosen(visit, choices, 'part'),
    meeting,
    award,
    ...(item !== undefined && { item, number: place + 1 }),
    ...(asked !== undefined && { asked }),
    later: meetings.filter(
      ({ id, status, heldOn }) => id !== meeting.id && status !== 'closed' && heldOn >= meeting.heldOn,
    ),
    fund: funds.find(({ id }) => id === award.fundId),
    path: pathOfMeeting(parameters),
  };
}

function startOf({ choice, asked, meeting, number }: Deciding): [string, string][] {
  return [
    ['outcome', choice],
    ['minuteReference', nextReferenceAt(meeting, number)],
    ...(choice === 'part' && asked !== undefined ? [['amountApproved', asked.text] satisfies [string, string]] : []),
  ];
}
