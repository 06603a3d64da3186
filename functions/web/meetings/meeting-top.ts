import { counted } from '../../../domain/publication/words.ts';
import { nameIn } from '../minutes/names.ts';
import { entryPath, meetingPath } from '../page/paths.ts';
import { date, link, name, type Text } from '../page/text.ts';
import type { Block, SummaryRow } from '../page/view.ts';
import type { MeetingRecords } from './meeting-records.ts';
import { statusTag } from './meeting-words.ts';
import { authoritiesIn, quorumFigure } from './quorum-words.ts';

/** What everybody in the room has to see first: whether the meeting is open and can decide. */
export const meetingTop = (records: MeetingRecords): Block[] => [where(records), figures(records)];

/** Who is there, and what else there is to know of the meeting. */
export function whoIsThere(records: MeetingRecords): Block[] {
  const rows = rowsOf(records);
  return [
    attendance(records),
    ...corrections(records),
    ...(rows.length === 0 ? [] : [{ kind: 'summary' as const, rows }]),
  ];
}

function where({ meeting }: MeetingRecords): Block {
  const { heldOn, venue } = meeting;
  const at = venue === undefined ? [] : [', ', name(venue)];
  return { kind: 'paragraph', look: 'lead', text: [statusTag(meeting), ' ', date(heldOn), ...at] };
}

function figures({ meeting, names }: MeetingRecords): Block {
  const { quorum, attendance, agenda } = meeting;
  const decided = agenda.filter(({ outcome }) => outcome !== undefined).length;
  const present = attendance?.present.length ?? 0;
  return {
    kind: 'figures',
    items: [
      { label: 'Quorum', value: quorumFigure(quorum), detail: authoritiesIn(quorum, names) },
      { label: 'Presiding', value: attendance === null ? 'Nobody yet' : name(attendance.presiding.name) },
      { label: 'Present', value: present === 1 ? '1 person' : `${present} people` },
      { label: 'Agenda', value: `${decided} of ${agenda.length} decided` },
    ],
  };
}

function rowsOf({ partnershipId, meeting, meetings }: MeetingRecords): SummaryRow[] {
  const { status, note, minutesConfirmedAtMeetingId: confirmedAt } = meeting;
  const later = meetings.find(({ id }) => id === confirmedAt);
  const minutes: Text =
    later === undefined
      ? 'To be confirmed at a later meeting'
      : ['Confirmed at ', link(meetingPath(partnershipId, later.id), later.title), ' of ', date(later.heldOn)];
  return [
    ...(status === 'closed' ? [{ label: 'Minutes', value: minutes }] : []),
    ...(note === undefined ? [] : [{ label: 'Note', value: name(note) }]),
  ];
}

const attendance = ({ meeting, names }: MeetingRecords): Block => ({
  kind: 'table',
  caption: 'Attendance',
  empty: 'No attendance is recorded yet.',
  columns: [{ label: 'Name' }, { label: 'Authority' }],
  rows: (meeting.attendance?.present ?? []).map((person) => [
    name(person.name),
    name(nameIn(names.authorities, person.authorityId)),
  ]),
});

/** Changes after a decision had relied on who was there. */
function corrections({ partnershipId, meeting }: MeetingRecords): Block[] {
  const { corrections: all } = meeting;
  if (all.length === 0) return [];
  const items = all.map(({ reason, recordedBy, sequence }) => [
    name(reason),
    ' Recorded by ',
    name(recordedBy.name ?? recordedBy.subject),
    ', ',
    link(entryPath(partnershipId, sequence), `entry ${sequence} of the journal`),
    '.',
  ]);
  const times = all.length === 1 ? 'once' : counted(all.length, 'time');
  const summary = `The attendance was corrected ${times} after a decision had relied on it`;
  return [{ kind: 'details', summary, blocks: [{ kind: 'list', items }] }];
}
