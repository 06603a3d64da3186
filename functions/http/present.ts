import { financialYearOf } from '../../domain/financial-year.ts';
import type { Fund } from '../../domain/fund/fund.ts';
import { uncommittedBalance } from '../../domain/fund/uncommitted-balance.ts';
import { type Grant, metOn, outstandingAmount } from '../../domain/grant/grant.ts';
import { type Balance, debitsOf, worthOf } from '../../domain/ledger/balance.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import { Money } from '../../domain/money.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { found } from '../../domain/refusal.ts';
import { statedTotalDifference } from '../../domain/statement/exceptions.ts';

/** What is in a fund by the end of today's financial year. */
export function fundBalance(balances: readonly Balance[], today: PlainDate): object {
  const financialYear = financialYearOf(today);
  const toDate = balances.filter((balance) => balance.financialYear <= financialYear);
  return {
    financialYear,
    balance: worthOf(toDate),
    committed: debitsOf(toDate, 'commitments'),
    uncommitted: uncommittedBalance(toDate),
  };
}

export const showFund = (fund: Fund, balances: readonly Balance[], today: PlainDate): object => ({
  ...fund,
  ...fundBalance(balances, today),
});

/** The effect of a command on its fund. */
export const fundEffect = (view: LedgerView, fundId: string, today: PlainDate): object => ({
  fund: { fundId, ...fundBalance(view.balancesOf(fundId), today) },
});

/** The effect of a command on its grant and fund. */
export function grantEffect(view: LedgerView, grantId: string, today: PlainDate): object {
  const grant = found(view.get('grant', grantId), 'grant', grantId);
  const { netAmount, receivedAmount } = grant;
  return {
    ...fundEffect(view, grant.fundId, today),
    grant: { grantId, netAmount, receivedAmount, outstandingAmount: outstandingAmount(grant) },
  };
}

export function showGrant(whole: Grant): object {
  const { laterTopSliceCount: _, lastVariation: __, ...grant } = whole;
  const difference = statedTotalDifference(grant);
  return {
    ...grant,
    conditions: grant.conditions.map((condition, place) => ({
      number: place + 1,
      text: condition.text,
      metOn: metOn(condition) ?? null,
    })),
    outstandingAmount: whole.reversedOn === undefined ? outstandingAmount(whole) : Money.zero,
    ...(difference === undefined ? {} : { statedTotalDifference: difference }),
  };
}

/** What is shown of a record that is PUT: all but its revision, which is its ETag. */
export const withoutRevision = <Shown extends { readonly revision: number }>({ revision: _, ...shown }: Shown) => shown;
