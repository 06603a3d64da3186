import { longDate } from '../../../domain/prose-dates.ts';
import { operations } from '../../operations.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { meetingPath, partnershipPath } from '../page/paths.ts';
import { date, link, name, type Text } from '../page/text.ts';
import { actions, type Block } from '../page/view.ts';
import type { ListedMeeting } from './meeting-records.ts';

export const meetingListPage = page({
  path: '/partnerships/{partnershipId}/meetings',
  access: 'member',
  get: async ({ api, parameters: { partnershipId }, may }) => {
    const meetings = (await api.all('listMeetings', { partnershipId })).toSorted((a, b) =>
      a.heldOn.localeCompare(b.heldOn),
    );
    const of = (status: ListedMeeting['status']) => meetings.filter((one) => one.status === status);
    const schedule = { href: `${partnershipPath(partnershipId)}/meetings/new`, text: 'Schedule a meeting' };
    return view({
      title: 'Meetings',
      blocks: [
        actions(...(may(operations.scheduleMeeting.access) ? [schedule] : [])),
        table(partnershipId, 'Open now', of('open'), 'No meeting is open.', ['presiding']),
        table(partnershipId, 'To come', of('scheduled'), 'No meeting is scheduled.'),
        table(partnershipId, 'Held, the latest first', of('closed').toReversed(), 'No meeting has been held yet.', [
          'presiding',
          'minutes',
        ]),
      ],
    });
  },
});

function table(
  partnershipId: string,
  caption: string,
  meetings: readonly ListedMeeting[],
  empty: string,
  more: readonly (keyof typeof columns)[] = [],
): Block {
  const shown = ['venue', ...more] as const;
  return {
    kind: 'table',
    caption,
    empty,
    columns: [{ label: 'Meeting' }, { label: 'Date' }, ...shown.map((key) => ({ label: columns[key].label }))],
    rows: meetings.map((meeting) => [
      link(meetingPath(partnershipId, meeting.id), meeting.title, `of ${longDate(meeting.heldOn)}`),
      date(meeting.heldOn),
      ...shown.map((key) => columns[key].of(meeting)),
    ]),
  };
}

const columns = {
  venue: { label: 'Venue', of: ({ venue }: ListedMeeting): Text => (venue === undefined ? 'Not said' : name(venue)) },
  presiding: {
    label: 'Presiding',
    of: ({ attendance }: ListedMeeting): Text => (attendance === null ? 'Nobody yet' : name(attendance.presiding.name)),
  },
  minutes: {
    label: 'Minutes',
    of: ({ minutesConfirmedAtMeetingId: at }: ListedMeeting): Text => (at === null ? 'To be confirmed' : 'Confirmed'),
  },
} as const;
