import { ApiProblem } from '../api/api-problem.ts';
import type { Field } from '../form/field.ts';
import type { FieldErrors } from '../form/read-form.ts';

/** What the API found wrong with what was asked, by the questions of the form; anything else is thrown on. */
export function queryErrors(error: unknown, fields: readonly Field[]): FieldErrors {
  if (!(error instanceof ApiProblem)) throw error;
  const errors = new Map(error.errors.map(({ pointer, detail }) => [pointer.replace('/query/', ''), detail]));
  if (!fields.some(({ name }) => errors.has(name))) throw error;
  return errors;
}
