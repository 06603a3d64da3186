import { Money } from '../../../domain/money.ts';
import { operations } from '../../operations.ts';
import { view } from '../http/page-answer.ts';
import { entryWords } from '../page/entry-words.ts';
import { page, type Visit } from '../page/page.ts';
import { grantPath } from '../page/paths.ts';
import { amountOf, recordedNotice } from '../page/records.ts';
import { date, money, name } from '../page/text.ts';
import { type Action, actions, type Block } from '../page/view.ts';
import { backToGrant } from './grant-page-of.ts';
import { entryCell, type Table, withNotes } from './grant-table.ts';
import type { ShownGrant } from './grant-words.ts';
import { type Returns, readReturns } from './read-returns.ts';

/** What closing years returned of a grant to its funder, and what was paid of that. */
export const grantReturnsPage = page({
  path: '/partnerships/{partnershipId}/grants/{grantId}/returns',
  access: 'member',
  get: async (visit) => {
    const { parameters, request } = visit;
    const [grant, returns, recorded] = await Promise.all([
      visit.api.read('getGrant', parameters),
      readReturns(visit, parameters),
      recordedNotice(visit),
    ]);
    const isWhole = returns.cursor === undefined && !request.query.has('cursor');
    const owed = isWhole ? Money.sum(returns.all.map((one) => one.owed)) : undefined;
    return view({
      title: 'Money back to the funder',
      caption: grant.title,
      back: backToGrant(visit),
      blocks: [
        ...recorded,
        ...owedFigure(owed, returns),
        repaymentActions(grant, owed, visit),
        returnTable(returns, parameters.partnershipId),
        ...nextPage(returns, request),
      ],
    });
  },
});

function owedFigure(owed: Money | undefined, { all }: Returns): Block[] {
  if (owed === undefined || all.length === 0) return [];
  const item = owed.isNegative()
    ? { label: 'Repaid too much: the funder owes', value: money(owed.negated()) }
    : { label: 'Still to be repaid', value: money(owed) };
  return [{ kind: 'figures', items: [item] }];
}

/** Of a journal that is longer than a page, what is owed is not known here: the form says. */
function repaymentActions(
  { id, reversedOn }: ShownGrant,
  owed: Money | undefined,
  { may, parameters }: OfGrant,
): Block {
  const path = grantPath(parameters.partnershipId, id);
  const repay: Action = { href: `${path}/repayments/new`, text: 'Record a repayment' };
  const refund: Action = { href: `${path}/repayment-refunds/new`, text: 'Record a refund of a repayment' };
  const offered = [
    ...((owed?.isPositive() ?? true) && may(operations.recordRepayment.access) ? [repay] : []),
    ...((owed?.isNegative() ?? true) && may(operations.recordRepaymentRefund.access) ? [refund] : []),
  ];
  return actions(...(reversedOn === undefined ? offered : []));
}

type OfGrant = Visit<'/partnerships/{partnershipId}/grants/{grantId}/returns'>;

function returnTable({ all }: Returns, partnershipId: string): Table {
  const table: Table = {
    kind: 'table',
    caption: 'What was to go back, and what went',
    isCaptionHidden: true,
    empty: 'Closing a year has returned nothing of this grant to its funder.',
    columns: [
      { label: 'Date' },
      { label: 'What happened' },
      { label: 'Reference' },
      { label: 'To be repaid', isNumeric: true },
      { label: 'Repaid', isNumeric: true },
      { label: 'Journal' },
    ],
    rows: all.map((one) => [
      date(one.on),
      entryWords[one.type],
      one.reference === undefined ? '' : name(one.reference),
      one.owed.isNegative() ? '' : amountOf(one.owed, one),
      one.owed.isNegative() ? amountOf(one.owed.negated(), one) : '',
      entryCell(partnershipId, one),
    ]),
  };
  return withNotes(table, all);
}

function nextPage({ cursor }: Returns, { path, query }: OfGrant['request']): Block[] {
  const previous = query.has('cursor') ? { previous: path } : {};
  const next = cursor === undefined ? {} : { next: `${path}?cursor=${encodeURIComponent(cursor)}` };
  return [{ kind: 'pages', ...previous, ...next }];
}
