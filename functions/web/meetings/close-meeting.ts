import { capitalised, counted } from '../../../domain/publication/words.ts';
import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import type { Block } from '../page/view.ts';
import { doneAt } from './meeting-notice.ts';
import { backToMeeting, pathOfMeeting } from './meeting-paths.ts';
import type { Meeting } from './meeting-records.ts';
import { meetingTitle } from './meeting-words.ts';

export const closeMeetingPage = formPage({
  path: '/partnerships/{partnershipId}/meetings/{meetingId}/closing',
  operation: 'closeMeeting',
  load: ({ api, parameters }) => api.read('getMeeting', parameters),
  title: 'Close the meeting',
  caption: meetingTitle,
  steps: (meeting) => [{ title: 'Close the meeting', blocks: [whatIsLeft(meeting)], fields: [noteField] }],
  button: 'Close the meeting',
  back: backToMeeting,
  done: (_, { parameters }) => doneAt(pathOfMeeting(parameters), 'closed'),
});

function whatIsLeft({ agenda }: Meeting): Block {
  const left = agenda.filter(({ outcome }) => outcome === undefined).length;
  if (left === 0) return { kind: 'inset', text: 'Every item of the agenda is decided.' };
  const items = capitalised(counted(left, 'item'));
  const text = `${items} of the agenda ${left === 1 ? 'is' : 'are'} undecided. Once the meeting is closed nothing more is decided at it; what is left can be put on the agenda of another meeting.`;
  return { kind: 'warning', text };
}
