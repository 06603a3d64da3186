import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import type { Block } from '../page/view.ts';
import { attendanceBody, attendanceValues, presentField, presidingFields } from './attendance-answers.ts';
import { doneAt } from './meeting-notice.ts';
import { backToMeeting, pathOfMeeting } from './meeting-paths.ts';
import type { Meeting } from './meeting-records.ts';
import { meetingTitle } from './meeting-words.ts';
import { termsOn } from './officers.ts';

/** Who presides and who is there, all of it each time; nobody's change is lost, and what decisions relied on is corrected with a reason. */
export const attendancePage = formPage({
  path: '/partnerships/{partnershipId}/meetings/{meetingId}/attendance',
  operation: 'putAttendance',
  load: async ({ api, parameters }) => {
    const { partnershipId } = parameters;
    const [{ answer: meeting, etag }, allTerms, { responsibleAuthorities: authorities }] = await Promise.all([
      api.readTagged('getMeeting', parameters),
      api.all('listTermsOfReference', { partnershipId }),
      api.read('getPartnership', { partnershipId }),
    ]);
    const names = { authorities, funds: [], priorities: [], meetings: [] };
    return { meeting, etag, names, terms: termsOn(allTerms, meeting.heldOn) };
  },
  etag: ({ etag }) => etag,
  title: 'Attendance',
  caption: ({ meeting }) => meetingTitle(meeting),
  start: attendanceValues,
  steps: (at) => [
    {
      title: 'Attendance',
      blocks: recordedNow(at.meeting),
      fields: [
        ...presidingFields(at),
        presentField(at),
        ...(isReliedOn(at.meeting)
          ? [
              {
                kind: 'prose' as const,
                name: 'reason',
                label: 'Why it is corrected',
                hint: 'A decision relies on this attendance, or the meeting is closed.',
                rows: 3,
              },
            ]
          : []),
        noteField,
      ],
    },
  ],
  body: attendanceBody,
  questionOf: { 'not-presiding': 'presiding' },
  button: 'Record the attendance',
  back: backToMeeting,
  done: (_, { parameters }) => doneAt(pathOfMeeting(parameters), 'attended'),
});

const decisions: readonly (string | undefined)[] = ['approved', 'rejected', 'deferred', 'ratified', 'refused'];

const isReliedOn = ({ status, agenda }: Meeting): boolean =>
  status === 'closed' || agenda.some(({ outcome }) => decisions.includes(outcome));

/** Beside what is typed: somebody else may have changed it in the meantime. */
function recordedNow({ attendance }: Meeting): Block[] {
  if (attendance === null) return [];
  const items = attendance.present.map(({ name }) => ({ kind: 'name' as const, text: name }));
  const presiding = { kind: 'name' as const, text: attendance.presiding.name };
  return [
    {
      kind: 'details',
      summary: 'The attendance as it is recorded now',
      blocks: [
        { kind: 'paragraph', text: [presiding, ' presides. Present:'] },
        { kind: 'list', items },
      ],
    },
  ];
}
