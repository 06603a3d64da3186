import { PlainDate } from '../../../domain/plain-date.ts';
import { monthNamed } from '../../../domain/prose-dates.ts';
import type { SimpleField } from './field.ts';
import { datePart, dateParts, firstValue, type Values } from './values.ts';

/** What an input says: nothing, a value for the request's body, or why it is none. */
export type Read = { readonly value?: unknown; readonly error?: string };

/** Reads one question's answer. The API checks it again; here are those errors that only a form can have. */
export function readField(field: SimpleField, name: string, values: Values): Read {
  const read = readAny(field, name, values);
  if (read.value !== undefined || read.error !== undefined || field.isOptional) return read;
  return { error: missing(field) };
}

function readAny(field: SimpleField, name: string, values: Values): Read {
  const written = firstValue(values, name).trim();
  switch (field.kind) {
    case 'date':
      return readDate(field.label, name, values);
    case 'several':
      return several(values.get(name) ?? []);
    case 'lines':
      return several(written.split('\n').map((line) => line.trim()));
    case 'money':
      return written === '' ? {} : readAmount(written);
    case 'whole':
      return written === '' ? {} : readWhole(written);
    case 'line':
    case 'shown':
    case 'prose':
    case 'choice':
      return written === '' ? {} : { value: written };
    case 'file':
      return {};
  }
}

function several(written: readonly string[]): Read {
  const value = written.filter((one) => one !== '');
  return value.length === 0 ? {} : { value };
}

/** As people write it, ".5" too; a sign and more than pennies are for the API to refuse. */
const amount = /^-?£?\s*(?=\.?\d)(?:\d{1,3}(?:,\d{3})+|\d*)(?:\.\d+)?$/;

/** As the API takes it: "£1,234.5" as "1234.5". */
const readAmount = (written: string): Read =>
  amount.test(written)
    ? { value: written.replaceAll(/[£,\s]/g, '').replace(/(?<=^-?)\./, '0.') }
    : { error: 'Enter an amount in pounds, such as 12.50' };

const readWhole = (written: string): Read =>
  /^\d{1,9}$/.test(written) ? { value: Number(written) } : { error: 'Enter a whole number, such as 4.' };

function readDate(label: string, name: string, values: Values): Read {
  const [day = '', month = '', year = ''] = dateParts.map((part) => firstValue(values, datePart(name, part)).trim());
  if (day === '' && month === '' && year === '') return {};
  const date = `${year}-${String(monthNamed(month) ?? month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isDate = /^\d{4}$/.test(year) && PlainDate.safeParse(date).success;
  return isDate ? { value: date } : { error: `${label} must be a real date, such as 6 10 2017.` };
}

function missing({ kind, label }: SimpleField): string {
  const asked = `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
  if (kind === 'choice' || kind === 'several') return `Choose ${asked}`;
  return kind === 'file' ? `Choose a file: ${asked}` : `Enter ${asked}`;
}
