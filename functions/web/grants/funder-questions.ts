import { type Funder, nameOn } from '../../../domain/funder/funder.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { type Field, nothingChosen, type Option } from '../form/field.ts';
import type { Step } from '../form/form-definition.ts';
import { slugOf } from '../form/slug.ts';
import { firstValue, type Values } from '../form/values.ts';
import type { Visit } from '../page/page.ts';
import { sentValues } from './sent-values.ts';

/** The funders that there are, by their names of today, and who was named in the form so far. */
export type KnownFunders = {
  readonly names: ReadonlyMap<string, string>;
  readonly sent: Values;
};

export async function knownFunders(visit: Visit<`/partnerships/{partnershipId}${string}`>): Promise<KnownFunders> {
  const funders = await visit.api.all('listFunders', { partnershipId: visit.parameters.partnershipId });
  return { names: namesOf(funders, visit.today), sent: sentValues(visit) };
}

const namesOf = (funders: readonly Pick<Funder, 'id' | 'names'>[], today: PlainDate): Map<string, string> =>
  new Map(funders.map((funder): [string, string] => [funder.id, nameOn(funder, today)]));

/** No id has this form. */
const another = '.another';

export const funderField = ({ names }: KnownFunders): Field => ({
  kind: 'choice',
  look: 'list',
  name: 'knownFunder',
  label: 'Funder',
  options: [
    nothingChosen,
    ...[...names].map(([value, text]): Option => ({ value, text })),
    { value: another, text: 'A funder that is not in this list' },
  ],
});

/** Asked where the funder is a new one: its name, and an id where none, or one that is taken, can be made of that. */
export function newFunderSteps({ names, sent }: KnownFunders): Step[] {
  if (firstValue(sent, 'knownFunder') !== another) return [];
  const named: Field = { kind: 'line', name: 'funder.name', label: 'Name of the new funder' };
  return [{ title: 'The new funder', fields: [named, ...idFields(names, firstValue(sent, 'funder.name'))] }];
}

function idFields(names: KnownFunders['names'], written: string): Field[] {
  const id = slugOf(written);
  const taken = names.get(id);
  if (written.trim() === '' || (id !== '' && taken === undefined)) return [];
  const why =
    taken === undefined
      ? 'None can be made from the name.'
      : `“${id}” is the short name of ${taken}. If that is the same funder, go back and choose it.`;
  const hint = `${why} Small letters, digits and hyphens, such as essex-pcc.`;
  return [{ kind: 'line', name: 'funder.id', label: 'Short name for the new funder', hint, width: 20 }];
}

/** The funder as the API takes it, in place of the two questions. */
export function withFunder(
  { knownFunder, funder, ...answers }: Record<string, unknown>,
  { names }: KnownFunders,
): Record<string, unknown> {
  if (typeof knownFunder === 'string' && knownFunder !== another) {
    return { ...answers, funder: { id: knownFunder, name: names.get(knownFunder) } };
  }
  const written = firstNameIn(funder);
  return { ...answers, funder: { id: slugOf(written), ...(isObject(funder) && funder) } };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const firstNameIn = (funder: unknown): string => (isObject(funder) ? String(funder['name'] ?? '') : '');
