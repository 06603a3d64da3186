import type { Visit } from '../page/page.ts';
import type { ChangingName, FormDefinition, Step } from './form-definition.ts';
import type { FormState } from './form-state.ts';
import { isEmptyRow } from './read-form.ts';
import { rowPlaces } from './values.ts';

/** One person at one form. */
export type AtForm<Path extends string, Name extends ChangingName, Context> = {
  readonly form: FormDefinition<Path, Name, Context>;
  readonly visit: Visit<Path>;
  readonly context: Context;
  readonly steps: readonly Step[];
};

export async function arrive<Path extends string, Name extends ChangingName, Context>(
  form: FormDefinition<Path, Name, Context>,
  visit: Visit<Path>,
): Promise<AtForm<Path, Name, Context>> {
  const context = await form.load(visit);
  return { form, visit, context, steps: form.steps(context) };
}

/** Where a row that was sent stands in the form: rows left empty were not sent. */
export const placeIn =
  ({ values }: FormState) =>
  (name: string, place: number): number =>
    rowPlaces(values, name).filter((one) => !isEmptyRow(values, `${name}.${one}.`))[place] ?? place;
