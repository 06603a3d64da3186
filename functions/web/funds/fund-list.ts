import { financialYearOf } from '../../../domain/financial-year.ts';
import { Money } from '../../../domain/money.ts';
import { mostFunds } from '../../../domain/partnership/partnership.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { operations } from '../../operations.ts';
import type { AnswerOf } from '../api/api.ts';
import { natureWords } from '../grants/grant-words.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { fundPath, partnershipPath } from '../page/paths.ts';
import { link, money } from '../page/text.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { fundsPath } from './fund-paths.ts';
import { restrictionWords } from './fund-words.ts';

type Fund = AnswerOf<'getFund'>;

/** What is in each fund by the end of today's financial year. */
export const fundListPage = page({
  path: '/partnerships/{partnershipId}/funds',
  access: 'member',
  get: async ({ api, parameters: { partnershipId }, may, today }) => {
    const funds = await api.all('listFunds', { partnershipId });
    const open = { href: `${fundsPath(partnershipId)}/new`, text: 'Open a fund' };
    const isOffered = may(operations.openFund.access) && funds.length < mostFunds;
    return view({
      title: 'Funds',
      blocks: [
        actions(...(isOffered ? [open] : [])),
        fundTable(partnershipId, funds, today),
        paragraph(
          'What others hold for several areas is in none of these: see ',
          link(`${partnershipPath(partnershipId)}/shared-funds`, 'shared funds held elsewhere'),
          '.',
        ),
      ],
    });
  },
});

function fundTable(partnershipId: string, funds: readonly Fund[], today: PlainDate): Block {
  const figures = ['balance', 'committed', 'uncommitted'] as const;
  return {
    kind: 'table',
    caption: `What is in each fund at the end of ${yearInProse(financialYearOf(today))}`,
    isCaptionHidden: funds.length === 0,
    empty: 'No fund is open yet.',
    columns: [
      { label: 'Fund' },
      { label: 'Restriction' },
      { label: 'Nature' },
      { label: 'Balance', isNumeric: true },
      { label: 'Committed', isNumeric: true },
      { label: 'Uncommitted', isNumeric: true },
    ],
    rows: funds.map((fund) => [
      link(fundPath(partnershipId, fund.id), fund.name),
      restrictionWords[fund.restriction],
      natureWords[fund.nature],
      ...figures.map((figure) => money(fund[figure])),
    ]),
    ...(funds.length > 1 && {
      foot: ['All funds', '', '', ...figures.map((figure) => money(Money.sum(funds.map((fund) => fund[figure]))))],
    }),
  };
}
