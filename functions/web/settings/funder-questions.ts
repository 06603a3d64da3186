import { z } from 'zod';
import type { AnswerOf } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { type Field, noteField } from '../form/field.ts';
import { shortNameHint } from '../form/slug.ts';
import { dateValues } from '../form/values.ts';
import { name } from '../page/text.ts';
import type { Block } from '../page/view.ts';

type Funder = AnswerOf<'getFunder'>;

export const funderFields: readonly Field[] = [
  {
    kind: 'rows',
    name: 'names',
    label: 'Names over time',
    hint: 'The oldest first. One ends before the next begins; a funder with one name needs no dates.',
    item: 'Name',
    most: 50,
    fields: [
      { kind: 'line', name: 'name', label: 'Name' },
      { kind: 'date', name: 'from', label: 'First day of the name', isOptional: true },
      { kind: 'date', name: 'until', label: 'Last day of the name', isOptional: true },
    ],
  },
  {
    kind: 'line',
    name: 'organisationId',
    label: 'Organisation identifier',
    hint: 'As 360Giving writes it, such as GB-LAE-MAL for a council or GB-CHC-1234567 for a charity.',
    isOptional: true,
    width: 20,
  },
  noteField,
];

export const funderIdField: Field = {
  kind: 'line',
  name: 'id',
  label: 'Short name of the funder',
  hint: `${shortNameHint} It stays when the name changes.`,
  isOptional: true,
  width: 20,
};

/** What the form says, as it is recorded. */
export const funderValues = ({ names, organisationId = '', note = '' }: Funder): [string, string][] => [
  ...names.flatMap(({ name: called, from, until }, place): [string, string][] => [
    [`names.${place}.name`, called],
    ...(from === undefined ? [] : dateValues(`names.${place}.from`, from)),
    ...(until === undefined ? [] : dateValues(`names.${place}.until`, until)),
  ]),
  ['organisationId', organisationId],
  ['note', note],
];

const Names = z.array(z.looseObject({ name: z.string() }));

export const firstNameIn = (names: unknown): string => Names.safeParse(names).data?.[0]?.name ?? '';

export const takenBy = (id: string, known: string): ApiProblem => {
  const detail = `“${id}” is the short name of ${known}. If this is another funder, give it one of its own.`;
  return new ApiProblem(400, { code: 'invalid-request', detail, errors: [{ pointer: '/id', detail }] });
};

/** Beside what is typed: somebody else may have changed it in the meantime. */
export const recordedFunder = ({ names }: Funder): Block[] => [
  {
    kind: 'details',
    summary: 'The names as they are recorded now',
    blocks: [{ kind: 'list', items: names.map((one) => name(one.name)) }],
  },
];
