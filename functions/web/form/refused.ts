import type { ApiProblem } from '../api/api-problem.ts';
import { askedBy } from './asked-by.ts';
import type { Step } from './form-definition.ts';
import type { FieldErrors } from './read-form.ts';
import { dateParts } from './values.ts';

export type Refused = { readonly step: number; readonly errors: FieldErrors; readonly status: number };

/** Nobody's question: shown in the summary, where it leads to the first. */
export const wholeForm = '';

/** What the API refused, at the questions that it is about; of several steps, the first that has one. */
export function refusedBy(
  problem: ApiProblem,
  steps: readonly Step[],
  questionOf: Readonly<Record<string, string>> = {},
  rowsSent: (name: string, place: number) => number = (_, place) => place,
): Refused {
  const asked = steps.map(({ fields }) => askedBy(fields));
  const placed = problem.errors.map(({ pointer, detail }) => [inputOf(pointer, rowsSent), detail] as const);
  const named: (readonly [string, string])[] =
    problem.status === 400 && placed.length > 0 ? placed : [[questionOf[problem.code] ?? wholeForm, problem.detail]];
  const errors = new Map(
    named.map(([name, detail]) =>
      asked.some((isAsked) => isAskedBy(isAsked, name)) ? [name, detail] : [wholeForm, detail],
    ),
  );
  const step = asked.findIndex((isAsked) => [...errors.keys()].some((name) => isAskedBy(isAsked, name)));
  return { step: step < 0 ? steps.length - 1 : step, errors, status: problem.status === 400 ? 422 : problem.status };
}

/** Whether an input, or a date's three, is asked there. */
export const isAskedBy = (isAsked: (name: string) => boolean, name: string): boolean =>
  isAsked(name) || isAsked(`${name}-${dateParts[0]}`);

/** `/topSlices/0/amount` is the input `topSlices.0.amount`, counted as the rows stand in the form. */
export function inputOf(pointer: string, placeOf: (name: string, place: number) => number): string {
  const steps = pointer.split('/').slice(1);
  const [first = '', second = '', ...rest] = steps;
  return /^\d+$/.test(second) ? [first, placeOf(first, Number(second)), ...rest].join('.') : steps.join('.');
}
