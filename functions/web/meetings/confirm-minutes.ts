import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { doneAt } from './meeting-notice.ts';
import { backToMeeting, pathOfMeeting } from './meeting-paths.ts';
import type { ListedMeeting } from './meeting-records.ts';
import { meetingTitle } from './meeting-words.ts';

/** Minutes are confirmed at a later meeting that is open, or was. */
export const canConfirm = ({ heldOn }: Pick<ListedMeeting, 'heldOn'>, later: ListedMeeting): boolean =>
  later.heldOn > heldOn && later.status !== 'scheduled';

export const confirmMinutesPage = formPage({
  path: '/partnerships/{partnershipId}/meetings/{meetingId}/minutes-confirmation',
  operation: 'confirmMinutes',
  load: async ({ api, parameters }) => {
    const [meeting, meetings] = await Promise.all([
      api.read('getMeeting', parameters),
      api.all('listMeetings', { partnershipId: parameters.partnershipId }),
    ]);
    return { meeting, later: meetings.filter((one) => canConfirm(meeting, one)) };
  },
  title: 'Confirm the minutes',
  caption: ({ meeting }) => meetingTitle(meeting),
  start: ({ later: [only, ...others] }) =>
    only === undefined || others.length > 0 ? [] : [['confirmedAtMeetingId', only.id]],
  steps: ({ later }) => [
    {
      title: 'Confirm the minutes',
      blocks: later.length > 0 ? [] : [{ kind: 'inset', text: 'No later meeting is open or was held yet.' }],
      fields: [
        {
          kind: 'choice',
          name: 'confirmedAtMeetingId',
          label: 'The meeting that confirmed them',
          options: later.map((meeting) => ({ value: meeting.id, text: meetingTitle(meeting) })),
        },
        noteField,
      ],
    },
  ],
  questionOf: { 'date-out-of-order': 'confirmedAtMeetingId', 'meeting-not-open': 'confirmedAtMeetingId' },
  button: 'Confirm the minutes',
  back: backToMeeting,
  done: (_, { parameters }) => doneAt(pathOfMeeting(parameters), 'confirmed'),
});
