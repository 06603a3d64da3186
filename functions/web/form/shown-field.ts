import type { Field, SimpleField } from './field.ts';
import type { FormBlock } from './form-block.ts';
import { datePart, dateParts, firstValue, rowPlaces, type Values } from './values.ts';

type ShownField = {
  readonly field: SimpleField;
  /** The name of its input, and its id. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly chosen: readonly string[];
  readonly error?: string;
  readonly date?: readonly {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly width: number;
  }[];
};
type ShownRows = {
  readonly rows: Extract<Field, { kind: 'rows' }>;
  readonly items: readonly { readonly title: string; readonly name: string; readonly fields: readonly ShownField[] }[];
  readonly canAdd: boolean;
  /** What is wrong with the rows together. */
  readonly error?: string;
};

/** The questions with what was answered and what is wrong with it. */
export const shownFields = ({ fields, values, errors = new Map() }: FormBlock): (ShownField | ShownRows)[] =>
  fields.map((field) =>
    field.kind === 'rows' ? rowsOf(field, values, errors) : shown(field, field.name, values, errors),
  );

function rowsOf(
  rows: Extract<Field, { kind: 'rows' }>,
  values: Values,
  errors: ReadonlyMap<string, string>,
): ShownRows {
  const places = rowPlaces(values, rows.name);
  const items = (places.length === 0 ? [0] : places).map((place, count) => ({
    title: `${rows.item} ${count + 1}`,
    name: `${rows.name}.${place}`,
    fields: rows.fields.flatMap((field) =>
      field.kind === 'rows' ? [] : [shown(field, `${rows.name}.${place}.${field.name}`, values, errors)],
    ),
  }));
  const error = errors.get(rows.name);
  return { rows, items, canAdd: items.length < (rows.most ?? 50), ...(error !== undefined && { error }) };
}

function shown(field: SimpleField, name: string, values: Values, errors: ReadonlyMap<string, string>): ShownField {
  const error = errors.get(name);
  return {
    field,
    name,
    label: field.isOptional ? `${field.label} (optional)` : field.label,
    value: firstValue(values, name),
    chosen: values.get(name) ?? [],
    ...(error !== undefined && { error }),
    ...(field.kind === 'date' && { date: dateOf(name, values) }),
  };
}

const dateOf = (name: string, values: Values) =>
  dateParts.map((part) => ({
    id: datePart(name, part),
    label: `${part.slice(0, 1).toUpperCase()}${part.slice(1)}`,
    value: firstValue(values, datePart(name, part)),
    width: part === 'year' ? 4 : 2,
  }));
