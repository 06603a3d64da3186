import { endOf } from '../../../domain/financial-year.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { figures } from '../../../domain/statement/lines.ts';
import type { AnswerOf } from '../api/api.ts';
import { yearPath } from '../page/paths.ts';
import { tag } from '../page/text.ts';
import type { WhatWaits } from './read-overview.ts';
import type { Seen, Waiting } from './waiting-for.ts';

type Statement = AnswerOf<'getStatement'>;

/** An ended year in which anything was, open still: with an empty checklist, nothing stands in the way. */
export function toClose({ parameters, today }: Seen, statement: Statement, { checklist }: WhatWaits): Waiting[] {
  const { partnershipId, financialYear } = parameters;
  if (statement.status !== 'open' || endOf(financialYear) >= today || isEmpty(statement)) return [];
  return [
    {
      title: `Close ${yearInProse(financialYear)}`,
      href: `${yearPath(partnershipId, financialYear)}/closing-checklist`,
      hint: standing(checklist),
      status: tag('Open', 'yellow'),
    },
  ];
}

const isEmpty = ({ funds, grants, awards }: Statement): boolean =>
  grants.length === 0 && awards.length === 0 && funds.every((fund) => figures.every((figure) => fund[figure].isZero()));

/** Balances are apart from what is to be settled first, because closing itself settles them. */
function standing(checklist: WhatWaits['checklist']): string {
  const blockers = checklist.filter(({ severity }) => severity === 'blocker');
  const balances = blockers.filter(({ code }) => code === 'balance-without-disposal').length;
  const counted = [
    [blockers.length - balances, 'to settle first'],
    [balances, `${balances === 1 ? 'balance' : 'balances'} to carry forward or return`],
    [checklist.length - blockers.length, 'to know before'],
  ] as const;
  const said = counted.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  return said.length === 0 ? 'nothing stands in the way' : said.join(', ');
}

export const toCertify = ({ parameters: { partnershipId, financialYear } }: Seen, { status }: Statement): Waiting[] =>
  status === 'closed'
    ? [
        {
          title: `Certify the statement of ${yearInProse(financialYear)}`,
          href: `${yearPath(partnershipId, financialYear)}/certification`,
          status: tag('To certify', 'yellow'),
        },
      ]
    : [];
