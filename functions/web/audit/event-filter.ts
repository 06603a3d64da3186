import { z } from 'zod';
import type { Field } from '../form/field.ts';
import { orNothing } from '../form/options.ts';
import { type FieldErrors, readForm } from '../form/read-form.ts';
import { type Values, valuesOf } from '../form/values.ts';
import type { Block } from '../page/view.ts';

const kinds = [
  { value: 'refused', text: 'Only what was refused' },
  { value: 'read', text: 'Only what was read' },
];

const fields: readonly Field[] = [
  { kind: 'choice', look: 'list', name: 'kind', label: 'Show', options: orNothing(kinds, 'Reads and refusals') },
  { kind: 'date', name: 'from', label: 'From' },
  { kind: 'date', name: 'to', label: 'To' },
];

/** What the API is asked; nothing of a date that is none. */
const Asked = z.object({ kind: z.string().optional(), from: z.string().optional(), to: z.string().optional() });

export type EventFilter = {
  readonly asked: z.infer<typeof Asked>;
  readonly values: Values;
  readonly errors: FieldErrors;
};

export function eventFilter(query: URLSearchParams): EventFilter {
  const values = valuesOf([...query].filter(([name]) => name !== 'cursor'));
  // Nobody expects that a filter must be answered, so nothing says that it needn't.
  const optional = fields.map((field): Field => ({ ...field, isOptional: true }));
  const { body, errors } = readForm(optional, values);
  return { asked: Asked.parse(body), values, errors };
}

export const eventForm = (action: string, { values, errors }: EventFilter): Block => ({
  kind: 'form',
  method: 'get',
  action,
  isInline: true,
  fields,
  values,
  errors,
  buttons: [{ text: 'Show', look: 'secondary' }],
});
