import { Money } from '../../../domain/money.ts';
import type { Section } from '../../../functions/statements/formats/section.ts';

/** Every amount in a value, with the member that holds it. */
export function amountsIn(value: unknown, member = ''): { readonly member: string; readonly amount: Money }[] {
  if (value instanceof Money) return [{ member, amount: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => amountsIn(one, Array.isArray(value) ? member : key));
}

/** Every amount of the sections, with its column, totals last. */
export const amountsOf = (sections: readonly Section[]): { readonly column: string; readonly amount: Money }[] =>
  sections.flatMap(({ columns, rows, totals = {} }) => [
    ...rows.flatMap((row) =>
      columns.flatMap(({ id }, place) => {
        const cell = row[place];
        return cell instanceof Money ? [{ column: id, amount: cell }] : [];
      }),
    ),
    ...columns.flatMap(({ id }) => (totals[id] === undefined ? [] : [{ column: id, amount: totals[id] }])),
  ]);

/** All amounts that a text shows, in order of text. */
export const sterlingIn = (text: string): string[] => (text.match(/-?£[\d,]+\.\d\d/g) ?? []).toSorted();
