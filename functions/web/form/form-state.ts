import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SentForm } from '../http/page-request.ts';
import { formTokenField } from '../session/form-guard.ts';
import { firstValue, rowPlaces, type Values, valuesOf } from './values.ts';

/** Carried beside the answers: the idempotency key, the step, what was read when the form began, and the button. */
const control = { key: 'form.key', step: 'form.step', etag: 'form.etag', go: 'go' } as const;

export type FormState = {
  readonly values: Values;
  /** Made when the form is first shown, so that however often it is sent, it is done once. */
  readonly key: string;
  readonly step: number;
  readonly etag: string;
};

export const newState = (values: Iterable<readonly [string, string]>, etag = ''): FormState => ({
  values: valuesOf(values),
  key: randomUUID(),
  step: 0,
  etag,
});

/** The place of a step; the first where it is none. */
export const stepIn = (written: string): number => (/^\d{1,2}$/.test(written) ? Number(written) : 0);

const Etag = z.string().regex(/^(?:W\/)?"[\x21\x23-\x7e]{1,100}"$/);

/** A form as it was sent, and the button that was pressed. */
export function sentState({ fields }: Pick<SentForm, 'fields'>): { readonly state: FormState; readonly go: string } {
  const all = valuesOf(fields);
  const reserved = new Set<string>([...Object.values(control), formTokenField]);
  const values = new Map([...all].filter(([name]) => !reserved.has(name)));
  const state: FormState = {
    values,
    key: z.uuid().safeParse(firstValue(all, control.key)).data ?? randomUUID(),
    step: stepIn(firstValue(all, control.step)),
    etag: Etag.safeParse(firstValue(all, control.etag)).data ?? '',
  };
  return { state, go: firstValue(all, control.go) };
}

/** What the next page carries unseen: the control fields, and the answers that it doesn't ask for. */
export function carriedBy(
  { values, key, step, etag }: FormState,
  isAsked: (name: string) => boolean,
): [string, string][] {
  const answers = [...values]
    .filter(([name]) => !isAsked(name))
    .flatMap(([name, all]) => all.map((value): [string, string] => [name, value]));
  const etagField: [string, string][] = etag === '' ? [] : [[control.etag, etag]];
  return [...answers, [control.key, key], [control.step, String(step)], ...etagField];
}

export function withRow(state: FormState, rows: string, firstField: string): FormState {
  const place = Math.max(-1, ...rowPlaces(state.values, rows)) + 1;
  return { ...state, values: new Map([...state.values, [`${rows}.${place}.${firstField}`, ['']]]) };
}

export const withoutRow = (state: FormState, row: string): FormState => ({
  ...state,
  values: new Map([...state.values].filter(([name]) => !name.startsWith(`${row}.`))),
});
