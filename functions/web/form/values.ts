/** What is in a form's inputs, by name; several where an input may have several values. */
export type Values = ReadonlyMap<string, readonly string[]>;

export function valuesOf(fields: Iterable<readonly [name: string, value: string]>): Values {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const own = values.get(name);
    if (own === undefined) values.set(name, [value]);
    else own.push(value);
  }
  return values;
}

export const firstValue = (values: Values, name: string): string => values.get(name)?.[0] ?? '';

/** The places of the rows that a form has: what stands after the name of each input of `topSlices`. */
export function rowPlaces(values: Values, name: string): number[] {
  const places = new Set<number>();
  for (const key of values.keys()) {
    const place = key.startsWith(`${name}.`) ? key.slice(name.length + 1).split('.')[0] : undefined;
    if (place !== undefined && /^\d{1,3}$/.test(place)) places.add(Number(place));
  }
  return [...places].sort((a, b) => a - b);
}

export const datePart = (name: string, part: 'day' | 'month' | 'year'): string => `${name}-${part}`;
export const dateParts = ['day', 'month', 'year'] as const;

/** A date's three inputs, for a form that begins with one. */
export const dateValues = (name: string, date: string): [string, string][] => {
  const [year = '', month = '', day = ''] = date.split('-');
  return [
    [datePart(name, 'day'), String(Number(day))],
    [datePart(name, 'month'), String(Number(month))],
    [datePart(name, 'year'), year],
  ];
};
