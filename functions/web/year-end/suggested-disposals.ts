import { Money } from '../../../domain/money.ts';
import type { AnswerOf } from '../api/api.ts';

type Statement = AnswerOf<'getStatement'>;
type Grants = AnswerOf<'listGrants'>['items'];

export type SuggestedDisposal = {
  readonly fundId: string;
  readonly treatment: 'carry-forward' | 'return';
  readonly amount: Money;
  readonly grantId?: string;
};

/**
 * What a year's end usually comes to: unspent money that its agreement wants back goes back, as far as nothing is promised
 * of it, and all else is carried forward. The finance officer changes what is to be otherwise.
 */
export const suggestedDisposals = ({ funds, grants }: Statement, agreements: Grants): SuggestedDisposal[] =>
  funds
    .filter(({ closingBalance }) => closingBalance.isPositive())
    .flatMap(({ fundId, closingBalance, uncommitted }) => {
      const returns: SuggestedDisposal[] = [];
      let left = uncommitted.isNegative() ? Money.zero : uncommitted;
      for (const { grantId, fundId: of, closingUnspent } of grants) {
        const agreement = agreements.find(({ id }) => id === grantId);
        if (of !== fundId || grantId === null || agreement?.underspend !== 'return') continue;
        const amount = Money.min(left, closingUnspent);
        if (!amount.isPositive()) continue;
        returns.push({ fundId, treatment: 'return', amount, grantId });
        left = left.minus(amount);
      }
      const kept = closingBalance.minus(Money.sum(returns.map(({ amount }) => amount)));
      return kept.isPositive() ? [...returns, { fundId, treatment: 'carry-forward' as const, amount: kept }] : returns;
    });

/** As a form begins with them. */
export const disposalValues = (disposals: readonly SuggestedDisposal[]): [string, string][] =>
  disposals.flatMap(({ fundId, treatment, amount, grantId }, place) => [
    [`disposals.${place}.fundId`, fundId],
    [`disposals.${place}.treatment`, treatment],
    [`disposals.${place}.amount`, amount.text],
    [`disposals.${place}.grantId`, grantId ?? ''],
  ]);
