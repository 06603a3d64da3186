import { Money } from '../../../domain/money.ts';
import { longDate } from '../../../domain/prose-dates.ts';
import { money, name, type Span, type Text } from '../page/text.ts';
import type { Block, SummaryRow } from '../page/view.ts';
import type { Field, SimpleField } from './field.ts';
import type { Step } from './form-definition.ts';
import { readField } from './read-field.ts';
import { isEmptyRow } from './read-form.ts';
import { firstValue, rowPlaces, type Values } from './values.ts';

/** What was answered, step by step, as it will stand. */
export const answersOf = (steps: readonly Step[], values: Values): Block[] =>
  steps.map(({ title, fields }) => ({
    kind: 'summary' as const,
    ...(steps.length > 1 && { title }),
    rows: fields.flatMap((field) => rowsOf(field, values)),
  }));

function rowsOf(field: Field, values: Values): SummaryRow[] {
  if (field.kind !== 'rows') {
    const value = shown(field, field.name, values);
    return value === undefined ? [] : [{ label: field.label, value }];
  }
  const places = rowPlaces(values, field.name).filter((place) => !isEmptyRow(values, `${field.name}.${place}.`));
  return places.map((place, count) => ({
    label: `${field.item} ${count + 1}`,
    value: field.fields.flatMap((inner, column) =>
      inRow(inner, `${field.name}.${place}.${inner.name}`, column, values),
    ),
  }));
}

function inRow(field: Field, inputName: string, column: number, values: Values): Span[] {
  const text = field.kind === 'rows' ? undefined : shown(field, inputName, values);
  if (text === undefined) return [];
  const spans: readonly Span[] = isSpans(text) ? text : [text];
  return column === 0 ? [...spans] : [', ', ...spans];
}

const isSpans = (text: Text): text is readonly Span[] => Array.isArray(text);

/** An answer as people read it; nothing where nothing was answered. */
function shown(field: SimpleField, inputName: string, values: Values): Text | undefined {
  const { value } = readField(field, inputName, values);
  if (field.kind === 'choice' || field.kind === 'several') return chosen(field.options, values.get(inputName) ?? []);
  if (value === undefined || field.kind === 'file') return undefined;
  if (field.kind === 'date') return longDate(String(value));
  if (field.kind === 'money') return amount(String(value));
  if (field.kind === 'lines') return linesIn(firstValue(values, inputName));
  return name(String(value));
}

/** "First line; second line". */
const linesIn = (written: string): Span[] =>
  written
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, place) => [...(place === 0 ? [] : ['; ']), name(line.trim())]);

function chosen(options: readonly { value: string; text: string }[], values: readonly string[]): Text | undefined {
  const texts = options.filter(({ value }) => value !== '' && values.includes(value)).map(({ text }) => text);
  return texts.length === 0 ? undefined : name(texts.join(', '));
}

function amount(text: string): Text {
  try {
    return money(Money.parse(text));
  } catch {
    return text;
  }
}
