import { Money } from '../../domain/money.ts';

/** JSON in which amounts are exact number literals: the one place where money leaves as a number, and never as a float. */
export function openDataText(value: unknown): string {
  if (value instanceof Money) return value.text;
  if (Array.isArray(value)) return `[${value.map(openDataText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}:${openDataText(member)}`)
    .join(',')}}`;
}
