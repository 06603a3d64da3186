import type { FinancialYear } from '../../../domain/financial-year.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { orNothing } from '../form/options.ts';
import { valuesOf } from '../form/values.ts';
import type { Block } from '../page/view.ts';

/** Of the years of the books one, where there are several. */
export function yearFilter(
  years: readonly { readonly financialYear: FinancialYear }[],
  chosen: FinancialYear | undefined,
): Block[] {
  if (years.length < 2) return [];
  const latestFirst = years.map(({ financialYear }) => financialYear).toReversed();
  const options = latestFirst.map((year) => ({ value: year, text: yearInProse(year) }));
  return [
    {
      kind: 'form',
      method: 'get',
      isInline: true,
      fields: [
        {
          kind: 'choice',
          look: 'list',
          name: 'year',
          label: 'Financial year',
          options: orNothing(options, 'All years'),
        },
      ],
      values: valuesOf(chosen === undefined ? [] : [['year', chosen]]),
      buttons: [{ text: 'Show', look: 'secondary' }],
    },
  ];
}
