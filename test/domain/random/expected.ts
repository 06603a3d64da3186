import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { type Event, figureOf, worth } from './events.ts';
import type { Model } from './model.ts';
import { written } from './pence.ts';
import { yearOf } from './year.ts';

type Shown = { readonly funds: object[]; readonly received: object };

/** The figures of a statement that the model works out too, as text. */
export const shown = ({ funds, grants }: YearEndStatement): Shown => ({
  funds: funds.map((fund) => ({
    fundId: fund.fundId,
    openingBalance: fund.openingBalance.text,
    grossIncome: fund.grossIncome.text,
    topSliced: fund.topSliced.text,
    expenditure: fund.expenditure.text,
    closingBalance: fund.closingBalance.text,
    uncommitted: fund.uncommitted.text,
    cash: fund.cash.text,
    receivable: fund.receivable.text,
    receivedInAdvance: fund.receivedInAdvance.text,
    repayable: fund.repayable.text,
  })),
  received: Object.fromEntries(
    grants
      .filter(({ grantId, receivedToDate }) => grantId !== null && !receivedToDate.isZero())
      .map(({ grantId, receivedToDate }) => [grantId, receivedToDate.text]),
  ),
});

/** The same figures as the model has them, of a year up to a date, for the funds and grants that are shown. */
export function expected(model: Model, { financialYear, asOf, funds, grants }: YearEndStatement): Shown {
  const toDate = model.events.filter(({ on }) => on <= asOf);
  const listed = new Set(grants.map(({ grantId }) => grantId));
  const cash = toDate.filter(({ figure, grantId }) => figure === 'cash' && grantId !== undefined);
  const received = cash.filter(({ grantId }) => listed.has(grantId ?? ''));
  return {
    funds: funds.map(({ fundId }) => ({
      fundId,
      ...fundFigures(
        toDate.filter((event) => event.fundId === fundId),
        financialYear,
      ),
    })),
    received: receivedByGrant(received, model),
  };
}

function fundFigures(events: readonly Event[], year: string): object {
  const inYear = events.filter(({ on }) => yearOf(on) === year);
  const earlier = events.filter(({ on }) => yearOf(on) < year);
  return {
    openingBalance: written(worth(earlier) + figureOf(inYear, 'forward')),
    grossIncome: written(figureOf(inYear, 'income')),
    topSliced: written(figureOf(inYear, 'topSliced')),
    expenditure: written(figureOf(inYear, 'spent')),
    closingBalance: written(worth(events)),
    uncommitted: written(worth(events)),
    cash: written(figureOf(events, 'cash')),
    receivable: written(figureOf(events, 'receivable')),
    receivedInAdvance: written(figureOf(events, 'advance')),
    repayable: written(figureOf(events, 'repayable')),
  };
}

/** Cash in for a grant: all its cash but what spending that named it took out. */
function receivedByGrant(cash: readonly Event[], { events }: Model): object {
  const groups = Map.groupBy(cash, ({ grantId }) => grantId);
  const totals = [...groups].map(([grantId, own]) => {
    const last = own.reduce((latest, { on }) => (on > latest ? on : latest), '');
    const spent = events.filter((event) => event.grantId === grantId && event.figure === 'spent' && event.on <= last);
    return [grantId, figureOf(own, 'cash') + figureOf(spent, 'spent')] as const;
  });
  return Object.fromEntries(totals.filter(([, total]) => total !== 0n).map(([id, total]) => [id, written(total)]));
}
