import { z } from 'zod';
import { type Grant, wasMetOn } from '../grant/grant.ts';
import { Money } from '../money.ts';
import { MoneyText } from '../money-schema.ts';
import { PlainDate } from '../plain-date.ts';
import { Slug } from '../text.ts';
import { byAge } from './grant-usage.ts';
import type { FundLine, GrantLine } from './lines.ts';

/** What a reader must know beside the figures: facts that break a rule, or that the rules leave open. */
export const StatementException = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('over-committed'), detail: z.string(), fundId: Slug, uncommitted: MoneyText }),
  z.strictObject({
    code: z.literal('condition-unmet'),
    detail: z.string(),
    grantId: z.string(),
    condition: z.int(),
    unspent: MoneyText,
  }),
  z.strictObject({
    code: z.literal('stated-total-differs'),
    detail: z.string(),
    grantId: z.string(),
    stated: MoneyText,
    computed: MoneyText,
    difference: MoneyText,
  }),
  z.strictObject({
    code: z.literal('unratified'),
    detail: z.string(),
    awardId: z.string(),
    dueOn: PlainDate,
    amount: MoneyText,
  }),
  z.strictObject({
    code: z.literal('ratification-refused-paid'),
    detail: z.string(),
    awardId: z.string(),
    amount: MoneyText,
  }),
  z.strictObject({ code: z.literal('overpaid-to-funder'), detail: z.string(), fundId: Slug, amount: MoneyText }),
]);
export type StatementException = z.infer<typeof StatementException>;

export function exceptionsOf(
  funds: readonly FundLine[],
  lines: readonly GrantLine[],
  grants: ReadonlyMap<string, Grant>,
  asOf: PlainDate,
): StatementException[] {
  const listed = new Map(lines.map((line) => [line.grantId, line]));
  const standing = [...grants.values()]
    .filter(
      ({ id, effectiveOn, reversedOn }) =>
        (effectiveOn <= asOf || listed.has(id)) && (reversedOn === undefined || reversedOn > asOf),
    )
    .toSorted(byAge);
  return [
    ...funds.flatMap(overCommitted),
    // A condition stays unmet also after the grant's money is spent, when the grant itself is no longer listed.
    ...standing.flatMap((grant) => unmetConditions(grant, listed.get(grant.id)?.closingUnspent ?? Money.zero, asOf)),
    ...standing.filter(({ id }) => listed.has(id)).flatMap(statedTotalDiffers),
  ];
}

/** A stated total that differs from its parts stays as stated, beside what the parts come to. */
export function statedTotalDifference({
  statedTotal,
  agreed,
}: Pick<Grant, 'statedTotal' | 'agreed'>): Money | undefined {
  const difference = statedTotal?.minus(agreed.grossAmount);
  return difference?.isZero() === false ? difference : undefined;
}

function overCommitted({ fundId, name, uncommitted }: FundLine): StatementException[] {
  if (!uncommitted.isNegative()) return [];
  const detail = `${name} is over-committed by ${uncommitted.negated().toSterling()}.`;
  return [{ code: 'over-committed', detail, fundId, uncommitted }];
}

function unmetConditions(grant: Grant, unspent: Money, asOf: PlainDate): StatementException[] {
  return grant.conditions.flatMap((condition, place) => {
    if (wasMetOn(condition, asOf)) return [];
    const detail = `Condition ${place + 1} of “${grant.title}” is not met, with ${unspent.toSterling()} unspent: ${beginningOf(condition.text)}`;
    return [{ code: 'condition-unmet', detail, grantId: grant.id, condition: place + 1, unspent }];
  });
}

/** Enough to know which it is; the whole text stands with the grant. */
const beginningOf = (text: string): string => {
  const characters = [...text];
  return characters.length > 200 ? `${characters.slice(0, 199).join('')}…` : text;
};

function statedTotalDiffers(grant: Grant): StatementException[] {
  const difference = statedTotalDifference(grant);
  const { statedTotal: stated, agreed } = grant;
  if (difference === undefined || stated === undefined) return [];
  const computed = agreed.grossAmount;
  const detail = `The stated total of “${grant.title}”, ${stated.toSterling()}, differs by ${difference.toSterling()} from the ${computed.toSterling()} that its parts come to.`;
  return [{ code: 'stated-total-differs', detail, grantId: grant.id, stated, computed, difference }];
}
