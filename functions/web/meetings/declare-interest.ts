import { noteField, type Option } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { nameIn } from '../minutes/names.ts';
import { recordedAt } from '../page/records.ts';
import { backToMeeting, pathOfMeeting } from './meeting-paths.ts';
import { type MeetingRecords, readMeeting } from './meeting-records.ts';
import { meetingTitle } from './meeting-words.ts';
import { officersAt } from './officers.ts';

/** One's own interest; the coordinator declares everybody's. */
export const declareInterestPage = formPage({
  path: '/partnerships/{partnershipId}/meetings/{meetingId}/interests/new',
  operation: 'declareInterest',
  load: async ({ api, parameters, may }) => ({
    ...(await readMeeting(api, parameters)),
    isForAnybody: may(['coordinator']),
  }),
  title: 'Declare an interest',
  caption: ({ meeting }) => meetingTitle(meeting),
  start: (_, { request }) => [['awardId', request.query.get('award') ?? '']],
  steps: (at) => [
    {
      title: 'Declare an interest',
      fields: [
        { kind: 'choice', name: 'awardId', label: 'The award that it is about', options: leftToDecide(at) },
        ...(at.isForAnybody
          ? [{ kind: 'choice' as const, name: 'who', label: 'Whose interest it is', options: people(at) }]
          : []),
        {
          kind: 'prose',
          name: 'nature',
          label: 'What the interest is',
          hint: 'Such as: a trustee of the charity that asks.',
          rows: 3,
        },
        noteField,
      ],
    },
  ],
  body: ({ who, ...answers }) => ({ ...answers, ...(typeof who === 'string' && whoIs(who)) }),
  questionOf: { 'not-found': 'who', 'invalid-transition': 'awardId' },
  button: 'Declare the interest',
  back: backToMeeting,
  done: ({ sequence }, { parameters }) => recordedAt(pathOfMeeting(parameters), sequence),
});

function leftToDecide({ meeting: { agenda, toRatify }, unconfirmed }: MeetingRecords): Option[] {
  const waiting = agenda.filter(({ outcome }) => outcome === undefined);
  const options = [
    ...[...waiting, ...toRatify].map(({ awardId, title }) => [awardId, title] as const),
    ...unconfirmed.map(({ id, title }) => [id, title] as const),
  ];
  return Array.from(new Map(options), ([value, text]) => ({ value, text }));
}

const me: Option = { value: 'me', text: 'My own' };

/** Those in the attendance, and the chair and vice-chair also before it is recorded. */
function people(at: MeetingRecords): Option[] {
  const { present = [] } = at.meeting.attendance ?? {};
  const attendees = present.map(({ name, authorityId }) => ({
    value: `${authorityId}:${name}`,
    text: name,
    hint: nameIn(at.names.authorities, authorityId),
  }));
  const isListed = (subject: string): boolean => present.some((person) => person.subject === subject);
  const officers = new Map(officersAt(at).map(({ subject, name }) => [subject, name]));
  const others = [...officers].filter(([subject]) => !isListed(subject));
  return [...attendees, ...others.map(([subject, name]) => ({ value: `login:${subject}`, text: name })), me];
}

/** As the API takes it: a login, or somebody in the attendance. No authority is called `login:`, for ids have no colon. */
function whoIs(who: string): Record<string, unknown> {
  if (who === me.value) return {};
  const [, first = '', second = ''] = /^([^:]*):(.*)$/s.exec(who) ?? [];
  return first === 'login' ? { subject: second } : { attendee: { authorityId: first, name: second } };
}
