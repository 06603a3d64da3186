import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { meetingPath, partnershipPath } from '../page/paths.ts';
import { doneAt } from './meeting-notice.ts';

/** A meeting of the group; it is usually called what the last one was called. */
export const scheduleMeetingPage = formPage({
  path: '/partnerships/{partnershipId}/meetings/new',
  operation: 'scheduleMeeting',
  load: async ({ api, parameters: { partnershipId } }) => {
    const meetings = await api.all('listMeetings', { partnershipId });
    return meetings.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)).at(-1);
  },
  title: 'Schedule a meeting',
  start: (last) => [['title', last?.title ?? 'Responsible Authorities Group']],
  steps: () => [
    {
      title: 'The meeting',
      fields: [
        { kind: 'line', name: 'title', label: 'Name of the meeting' },
        {
          kind: 'date',
          name: 'heldOn',
          label: 'Date of the meeting',
          hint: 'Such as 6 10 2017. It can be a day that has passed.',
        },
        { kind: 'line', name: 'venue', label: 'Venue', isOptional: true },
        noteField,
      ],
    },
  ],
  questionOf: { 'year-closed': 'heldOn' },
  button: 'Schedule the meeting',
  back: ({ parameters: { partnershipId } }) => ({
    href: `${partnershipPath(partnershipId)}/meetings`,
    text: 'Meetings',
  }),
  done: ({ id }, { parameters: { partnershipId } }) => doneAt(meetingPath(partnershipId, id), 'scheduled'),
});
