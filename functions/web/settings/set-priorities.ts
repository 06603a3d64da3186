import { plausibleYear } from '../../../domain/financial-year.ts';
import { longDate, yearInProse } from '../../../domain/prose-dates.ts';
import type { AnswerOf } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { type Field, noteField, type Option } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { orNothing } from '../form/options.ts';
import { shortNameHint } from '../form/slug.ts';
import { doneAt } from '../page/done.ts';
import type { Visit } from '../page/page.ts';
import { name } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { withIds } from './named-rows.ts';
import { nothingThere } from './priorities-table.ts';
import { backToSettings, settingsPath } from './settings-paths.ts';

type Here = Visit<'/partnerships/{partnershipId}/settings/priorities/{financialYear}'>;

/** What the partnership sets out to do in a year. */
export const setPrioritiesPage = formPage({
  path: '/partnerships/{partnershipId}/settings/priorities/{financialYear}',
  operation: 'putPriorities',
  load: readYear,
  etag: ({ etag }) => etag,
  title: ({ year }) => `Priorities of ${yearInProse(year)}`,
  start: ({ set }) => (set === undefined ? [] : valuesIn(set)),
  steps: ({ set, meetings }) => [
    { title: 'The priorities', blocks: recordedNow(set), fields: [itemsField, ...meetingField(meetings), noteField] },
  ],
  body: ({ items, ...answers }) => ({ ...answers, items: withIds(items, 'items') }),
  questionOf: { 'year-closed': 'note', 'not-found': 'adoptedAtMeetingId' },
  button: 'Set the priorities',
  back: backToSettings,
  done: (_, { parameters: { partnershipId } }) => doneAt(settingsPath(partnershipId), 'priorities-set'),
});

async function readYear({ api, parameters, today }: Here) {
  const { partnershipId, financialYear: year } = parameters;
  if (!plausibleYear({ today }).safeParse(year).success) throw new ApiProblem(404, {});
  const [tagged, meetings] = await Promise.all([
    api.readTagged('getPriorities', parameters).catch(nothingThere),
    api.all('listMeetings', { partnershipId }),
  ]);
  const options = meetings
    .toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))
    .map(({ id, title, heldOn }): Option => ({ value: id, text: `${title}, ${longDate(heldOn)}` }));
  return { year, set: tagged?.answer, etag: tagged?.etag ?? '', meetings: options };
}

const itemsField: Field = {
  kind: 'rows',
  name: 'items',
  label: 'Priorities',
  item: 'Priority',
  most: 50,
  fields: [
    { kind: 'line', name: 'name', label: 'Priority' },
    {
      kind: 'line',
      name: 'id',
      label: 'Short name',
      hint: `${shortNameHint} Awards name it, so keep it when the wording changes.`,
      isOptional: true,
      width: 30,
    },
  ],
};

const meetingField = (meetings: readonly Option[]): Field[] =>
  meetings.length === 0
    ? []
    : [
        {
          kind: 'choice',
          look: 'list',
          name: 'adoptedAtMeetingId',
          label: 'Meeting that adopted them',
          options: orNothing(meetings, 'Not said'),
          isOptional: true,
        },
      ];

const valuesIn = ({ items, adoptedAtMeetingId = '', note = '' }: AnswerOf<'getPriorities'>): [string, string][] => [
  ...items.flatMap((item, place): [string, string][] => [
    [`items.${place}.name`, item.name],
    [`items.${place}.id`, item.id],
  ]),
  ['adoptedAtMeetingId', adoptedAtMeetingId],
  ['note', note],
];

/** Beside what is typed: somebody else may have changed it in the meantime. */
function recordedNow(set: AnswerOf<'getPriorities'> | undefined): Block[] {
  if (set === undefined) return [];
  const items = set.items.map((item) => name(item.name));
  return [{ kind: 'details', summary: 'The priorities as they are recorded now', blocks: [{ kind: 'list', items }] }];
}
