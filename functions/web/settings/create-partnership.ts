import type { AnswerOf } from '../api/api.ts';
import { noteField } from '../form/field.ts';
import type { Step } from '../form/form-definition.ts';
import { formPage } from '../form/form-page.ts';
import { idOf, shortNameHint } from '../form/slug.ts';
import { doneAt } from '../page/done.ts';
import { code, name } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { withIds } from './named-rows.ts';
import { settingsPath } from './settings-paths.ts';

/** Starts a partnership's journal. People are given their roles where they sign in, not here. */
export const createPartnershipPage = formPage({
  path: '/new-partnership',
  operation: 'createPartnership',
  load: async () => undefined,
  title: 'Create a partnership',
  steps: () => [partnershipStep, authoritiesStep],
  start: () => usualAuthorities,
  parameters: () => ({}),
  body: ({ hostAuthority, responsibleAuthorities, ...answers }) => ({
    ...answers,
    id: idOf(answers['id'], answers['name'], '/id'),
    hostAuthority: withId(hostAuthority),
    responsibleAuthorities: withIds(responsibleAuthorities, 'responsibleAuthorities'),
  }),
  effects: async (answer) => [shortNames(answer)],
  questionOf: { 'already-exists': 'id' },
  button: 'Create the partnership',
  back: () => ({ href: '/partnerships', text: 'Your partnerships' }),
  done: ({ id }) => doneAt(settingsPath(id), 'partnership-created'),
});

const partnershipStep: Step = {
  title: 'The partnership',
  fields: [
    { kind: 'line', name: 'name', label: 'Name of the partnership' },
    {
      kind: 'line',
      name: 'id',
      label: 'Short name of the partnership',
      hint: `${shortNameHint} It stands in addresses and in people’s roles, and cannot change later.`,
      isOptional: true,
      width: 20,
    },
    {
      kind: 'line',
      name: 'hostAuthority.name',
      label: 'Name of the host authority',
      hint: 'The council that holds the money.',
    },
    {
      kind: 'line',
      name: 'hostAuthority.organisationId',
      label: 'Organisation identifier of the host authority',
      hint: 'As 360Giving writes it, such as GB-LAE-MAL.',
      isOptional: true,
      width: 20,
    },
    {
      kind: 'line',
      name: 'hostAuthority.id',
      label: 'Short name of the host authority',
      hint: shortNameHint,
      isOptional: true,
      width: 20,
    },
  ],
};

const authoritiesStep: Step = {
  title: 'Responsible authorities',
  fields: [
    {
      kind: 'rows',
      name: 'responsibleAuthorities',
      label: 'Responsible authorities',
      hint: 'Such as the councils, the police, the fire and rescue service, the health service and probation.',
      item: 'Authority',
      most: 50,
      fields: [
        { kind: 'line', name: 'name', label: 'Name of the authority' },
        { kind: 'line', name: 'id', label: 'Short name', hint: shortNameHint, isOptional: true, width: 20 },
      ],
    },
    {
      kind: 'whole',
      name: 'quorum',
      label: 'Quorum',
      hint: 'How many of the responsible authorities must be at a meeting. Terms of reference can change it later.',
    },
    noteField,
  ],
};

/** As many as a partnership has at least: councils of two tiers, police, fire, health, probation. */
const usualAuthorities = Array.from({ length: 6 }, (_, place): [string, string] => [
  `responsibleAuthorities.${place}.name`,
  '',
]);

function withId(host: unknown): unknown {
  if (typeof host !== 'object' || host === null) return host;
  const { id, name: called }: { id?: unknown; name?: unknown } = host;
  return { ...host, id: idOf(id, called, '/hostAuthority/id') };
}

/** What can't change later, as it will stand. */
const shortNames = ({ id, hostAuthority, responsibleAuthorities }: AnswerOf<'createPartnership'>): Block => ({
  kind: 'table',
  caption: 'Short names, which cannot change later',
  empty: '',
  columns: [{ label: 'Of' }, { label: 'Short name' }],
  rows: [
    ['The partnership', code(id)],
    ...[hostAuthority, ...responsibleAuthorities].map((one) => [name(one.name), code(one.id)]),
  ],
});
