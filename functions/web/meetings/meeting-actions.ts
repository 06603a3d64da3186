import { operations } from '../../operations.ts';
import type { Visit } from '../page/page.ts';
import { type Action, actions, type Block, paragraph } from '../page/view.ts';
import { canConfirm } from './confirm-minutes.ts';
import { pathOfMeeting } from './meeting-paths.ts';
import type { MeetingRecords } from './meeting-records.ts';

type AtMeeting = Visit<'/partnerships/{partnershipId}/meetings/{meetingId}'>;

/** What this person can do to the meeting as it stands, and what stands in the way of the rest. */
export function meetingActions(visit: AtMeeting, records: MeetingRecords): Block[] {
  const base = pathOfMeeting(visit.parameters);
  const { status, attendance } = records.meeting;
  const hasLeft = status !== 'closed' && toDecide(records) > 0;
  const items: Action[] = [
    ...offer(visit.may(operations.putAttendance.access), `${base}/attendance`, attendanceText(records)),
    ...offer(canOpen(visit, records), `${base}/opening`, 'Open the meeting'),
    ...offer(status === 'open' && visit.may(operations.closeMeeting.access), `${base}/closing`, 'Close the meeting'),
    ...offer(hasLeft && visit.may(operations.declareInterest.access), `${base}/interests/new`, 'Declare an interest'),
    ...offer(isToConfirm(visit, records), `${base}/minutes-confirmation`, 'Confirm the minutes'),
    ...offer(attendance !== null, `${base}/minutes`, status === 'closed' ? 'Minutes' : 'Minutes so far'),
  ];
  return [...inTheWay(visit, records), actions(...items.map((item, place) => (place === 0 ? item : secondary(item))))];
}

const offer = (isPossible: boolean, href: string, text: string): Action[] => (isPossible ? [{ href, text }] : []);
const secondary = (item: Action): Action => ({ ...item, look: 'secondary' });

const attendanceText = ({ meeting: { attendance, status } }: MeetingRecords): string => {
  if (attendance === null) return 'Record attendance';
  return status === 'closed' ? 'Correct the attendance' : 'Change the attendance';
};

const toDecide = ({ meeting: { agenda, toRatify }, unconfirmed }: MeetingRecords): number =>
  agenda.filter(({ outcome }) => outcome === undefined).length + toRatify.length + unconfirmed.length;

const canOpen = ({ may, today }: AtMeeting, { meeting: { status, heldOn, quorum } }: MeetingRecords): boolean =>
  status === 'scheduled' && heldOn <= today && quorum.isMet && may(operations.openMeeting.access);

const isToConfirm = ({ may }: AtMeeting, { meeting, meetings }: MeetingRecords): boolean =>
  meeting.status === 'closed' &&
  meeting.minutesConfirmedAtMeetingId === null &&
  meetings.some((later) => canConfirm(meeting, later)) &&
  may(operations.confirmMinutes.access);

function inTheWay({ today }: AtMeeting, { meeting: { status, heldOn, quorum } }: MeetingRecords): Block[] {
  if (status !== 'scheduled') return [];
  const waits = [
    ...(heldOn > today ? ['its day has come'] : []),
    ...(quorum.isMet ? [] : ['the attendance shows a quorum']),
  ];
  return waits.length === 0 ? [] : [paragraph(`The meeting can be opened once ${waits.join(' and ')}.`)];
}
