import { officersOf } from '../../../domain/meeting/presiding.ts';
import type { Field } from '../form/field.ts';
import { orNothing } from '../form/options.ts';
import type { Meeting, MeetingRecords } from './meeting-records.ts';
import { officersAt } from './officers.ts';

type AtMeeting = Pick<MeetingRecords, 'meeting' | 'terms' | 'names'>;

/** Where the terms of reference name a chair or a vice-chair, one of them presides; else anybody with a login. */
export function presidingFields({ terms }: AtMeeting): Field[] {
  const officers = officersOf(terms);
  if (officers.length > 0) {
    const options = officers.map(({ subject, name }) => ({ value: subject, text: name }));
    return [{ kind: 'choice', name: 'presiding', label: 'Who presides', options }];
  }
  return [
    { kind: 'line', name: 'presiding.name', label: 'Name of who presides' },
    { kind: 'line', name: 'presiding.subject', label: 'Login of who presides', width: 30 },
  ];
}

export const presentField = ({ names }: AtMeeting): Field => ({
  kind: 'rows',
  name: 'present',
  label: 'Who is there',
  hint: 'A login is of use only for somebody who signs in here; the chair and the vice-chair are known by their names.',
  item: 'Person',
  most: 50,
  fields: [
    { kind: 'line', name: 'name', label: 'Name' },
    {
      kind: 'choice',
      name: 'authorityId',
      label: 'Responsible authority',
      look: 'list',
      options: orNothing(names.authorities.map(({ id, name }) => ({ value: id, text: name }))),
    },
    { kind: 'line', name: 'subject', label: 'Login', isOptional: true, width: 30 },
  ],
});

/** The attendance as it is recorded; before it is, as many empty rows as the quorum needs. */
export function attendanceValues({ meeting, terms }: AtMeeting): [string, string][] {
  const { attendance } = meeting;
  if (attendance === null) return emptyRows(meeting);
  const { presiding, present } = attendance;
  const who: [string, string][] =
    officersOf(terms).length > 0
      ? [['presiding', presiding.subject]]
      : [
          ['presiding.name', presiding.name],
          ['presiding.subject', presiding.subject],
        ];
  const rows = present.flatMap(({ name, authorityId, subject = '' }, place): [string, string][] => [
    [`present.${place}.name`, name],
    [`present.${place}.authorityId`, authorityId],
    [`present.${place}.subject`, subject],
  ]);
  return [...who, ...rows];
}

const emptyRows = ({ quorum: { needed } }: Meeting): [string, string][] =>
  Array.from({ length: needed }, (_, place) => [`present.${place}.name`, '']);

/** The API takes who presides by login and name. */
export function attendanceBody(answers: Record<string, unknown>, at: AtMeeting): Record<string, unknown> {
  const officer = officersAt(at).findLast(({ subject }) => subject === answers['presiding']);
  const { present = [], ...rest } = answers;
  return { ...rest, present, ...(officer !== undefined && { presiding: officer }) };
}
