import type { OpeningBalanceRecorded } from '../../../domain/fund/opening-balance.ts';
import type { Field } from '../form/field.ts';
import { type Block, paragraph } from '../page/view.ts';

/** The funders with whom something was owed at the opening, with how much. */
export function settledFunderField(owed: OpeningBalanceRecorded['receivables']): Field {
  const byId = new Map(owed.map(({ funder }) => [funder.id, funder.name]));
  const amounts = (id: string): string =>
    owed
      .filter(({ funder }) => funder.id === id)
      .map(({ amount }) => amount.toSterling())
      .join(' and ');
  return {
    kind: 'choice',
    name: 'funder',
    label: 'Funder',
    hint: 'With what was owed when the partnership joined.',
    options: [...byId].map(([value, text]) => ({ value, text, hint: amounts(value) })),
  };
}

/** Above a form that has nothing to settle. */
export const nothingOwed = (owed: OpeningBalanceRecorded['receivables']): Block[] =>
  owed.length === 0 ? [paragraph('Nothing of this kind was owed when the partnership joined.')] : [];
