import type { Placed } from '../../../functions/service/docs-operation.ts';
import { placed } from '../../../functions/service/docs-operation.ts';
import { openApiDocument } from '../../../functions/service/openapi.ts';
import type { Schema } from '../../../functions/service/openapi-document.ts';

export const { document, text } = openApiDocument();
export const { schemas } = document.components;

export function operation(id: string): Placed['operation'] & Placed {
  const one = placed(document).find((each) => each.operation.operationId === id);
  if (one === undefined) throw new Error(`no operation ${id}`);
  return { ...one.operation, ...one };
}

/** The schema itself, where it is named elsewhere. */
export const resolved = (schema: Schema | boolean | undefined): Schema => {
  if (typeof schema !== 'object') throw new Error('no schema');
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : resolved({ ...schemas[name], ...without(schema) });
};
const without = ({ $ref: _, ...rest }: Schema): Schema => rest;

export const bodyOf = (id: string): Schema => resolved(operation(id).requestBody?.content['application/json']?.schema);

export const answerOf = (id: string, status: number): Schema =>
  resolved(operation(id).responses[status]?.content['application/json']?.schema);

/** Every object and text in a value, with where it stands. */
export function everything(value: unknown, at = '#'): { readonly at: string; readonly value: unknown }[] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [{ at, value }, ...below.flatMap(([key, one]) => everything(one, `${at}/${key}`))];
}
