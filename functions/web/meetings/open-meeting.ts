import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { doneAt } from './meeting-notice.ts';
import { backToMeeting, pathOfMeeting } from './meeting-paths.ts';
import { readMeeting } from './meeting-records.ts';
import { meetingTitle } from './meeting-words.ts';
import { quorumSentence } from './quorum-words.ts';

export const openMeetingPage = formPage({
  path: '/partnerships/{partnershipId}/meetings/{meetingId}/opening',
  operation: 'openMeeting',
  load: ({ api, parameters }) => readMeeting(api, parameters),
  title: 'Open the meeting',
  caption: ({ meeting }) => meetingTitle(meeting),
  steps: ({ meeting, names }) => [
    {
      title: 'Open the meeting',
      blocks: [{ kind: 'inset', text: ['Quorum: ', ...quorumSentence(meeting.quorum, names)] }],
      fields: [noteField],
    },
  ],
  button: 'Open the meeting',
  back: backToMeeting,
  done: (_, { parameters }) => doneAt(pathOfMeeting(parameters), 'opened'),
});
