import type { Field } from './field.ts';
import { readField } from './read-field.ts';
import { firstValue, rowPlaces, type Values } from './values.ts';

export type FieldErrors = ReadonlyMap<string, string>;
type Body = { [member: string]: unknown };

/** The request's body that a form's answers make, and what is wrong with them, by the name of the input. */
export function readForm(
  fields: readonly Field[],
  values: Values,
): { readonly body: Body; readonly errors: FieldErrors } {
  const [body, errors]: [Body, Map<string, string>] = [{}, new Map()];
  for (const field of fields) readInto(body, errors, field, field.name, values);
  return { body, errors };
}

function readInto(body: Body, errors: Map<string, string>, field: Field, name: string, values: Values): void {
  if (field.kind === 'rows') {
    const rows = readRows(field, errors, values);
    if (rows.length > 0) put(body, field.name, rows);
    else if (!field.isOptional)
      errors.set(`${field.name}.0.${field.fields[0]?.name}`, `Enter ${field.label.toLowerCase()}`);
    return;
  }
  const { value, error } = readField(field, name, values);
  if (error !== undefined) errors.set(name, error);
  if (value !== undefined) put(body, field.name, value);
}

/** Rows in which nothing was written count for nothing. */
function readRows(field: Extract<Field, { kind: 'rows' }>, errors: Map<string, string>, values: Values): Body[] {
  return rowPlaces(values, field.name)
    .filter((place) => !isEmptyRow(values, `${field.name}.${place}.`))
    .map((place) => {
      const row: Body = {};
      for (const inner of field.fields) readInto(row, errors, inner, `${field.name}.${place}.${inner.name}`, values);
      return row;
    });
}

export const isEmptyRow = (values: Values, prefix: string): boolean =>
  [...values.keys()].every((key) => !key.startsWith(prefix) || firstValue(values, key).trim() === '');

/** Sets a member by its steps: `funder.id`. */
function put(body: Body, steps: string, value: unknown): void {
  const [first = '', ...rest] = steps.split('.');
  if (rest.length === 0) {
    body[first] = value;
    return;
  }
  const inner = body[first];
  const below: Body = isBody(inner) ? inner : {};
  body[first] = below;
  put(below, rest.join('.'), value);
}

const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);
