import type { Field } from './field.ts';
import { datePart, dateParts } from './values.ts';

/** Whether an input belongs to one of these questions. */
export function askedBy(fields: readonly Field[]): (name: string) => boolean {
  const own = new Set(fields.flatMap((field) => inputNames(field)));
  const rows = fields.filter(({ kind }) => kind === 'rows').map(({ name }) => `${name}.`);
  return (name) => own.has(name) || rows.some((prefix) => name.startsWith(prefix));
}

const inputNames = ({ kind, name }: Field): string[] =>
  kind === 'date' ? dateParts.map((part) => datePart(name, part)) : [name];

/** The id of the input that a message leads to; of a date its day, of choices the first. */
export function inputId(fields: readonly Field[], name: string): string {
  const kind = kindOf(fields, name);
  return kind === 'date' ? datePart(name, 'day') : name;
}

function kindOf(fields: readonly Field[], name: string): Field['kind'] | undefined {
  for (const field of fields) {
    if (field.name === name) return field.kind;
    const [, inner] =
      field.kind === 'rows' && name.startsWith(`${field.name}.`)
        ? (/^\.\d+\.(.+)$/.exec(name.slice(field.name.length)) ?? [])
        : [];
    if (field.kind === 'rows' && inner !== undefined) return field.fields.find((one) => one.name === inner)?.kind;
  }
  return undefined;
}
