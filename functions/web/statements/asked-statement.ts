import type { Field } from '../form/field.ts';
import { type FieldErrors, readForm } from '../form/read-form.ts';
import { dateValues, type Values, valuesOf } from '../form/values.ts';

/** Which statement of a year is asked for: a certified version, or the one of a date, as the journal stood at an entry. */
export type Asked = { readonly version?: string; readonly asOf?: string; readonly knownAt?: string };

export type AskedForm = { readonly asked: Asked; readonly values: Values; readonly errors: FieldErrors };

export const askedFields: readonly Field[] = [
  { kind: 'date', name: 'asOf', label: 'Up to and including', isOptional: true },
  { kind: 'whole', name: 'knownAt', label: 'As the journal stood at entry', isOptional: true },
];

/** Reads the address: the form writes a date in three parts, links write it in one. */
export function readAsked(query: URLSearchParams): AskedForm {
  const version = query.get('version');
  if (version !== null) return { asked: { version }, values: new Map(), errors: new Map() };
  const asOf = query.get('asOf');
  const values = valuesOf([...query, ...(asOf === null ? [] : dateValues('asOf', asOf))]);
  const { body, errors } = readForm(askedFields, values);
  const { asOf: on, knownAt } = body;
  return {
    asked: {
      ...(typeof on === 'string' && { asOf: on }),
      ...(typeof knownAt === 'number' && { knownAt: `${knownAt}` }),
    },
    values,
    errors,
  };
}
