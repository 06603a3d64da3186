import type { AnswerOf } from '../api/api.ts';
import { date, money, name, type Text } from '../page/text.ts';
import type { Block, Row } from '../page/view.ts';
import { statedDifferenceText } from './grant-words.ts';

const amounts = [{ label: 'Of the grant' }, { label: 'Amount', isNumeric: true }];

/** Gross less top-slices is net, as it will stand, and when that is due. */
export const grantEffects = (answer: AnswerOf<'agreeGrant'>): Block[] => [
  {
    kind: 'table',
    caption: 'Gross less top-slices is net',
    empty: '',
    columns: amounts,
    rows: [
      ['Gross amount', money(answer.grossAmount)],
      ...answer.topSlices.map(
        ({ purpose, amount }): Row => [['Less top-slice: ', name(purpose)], money(amount.negated())],
      ),
    ],
    foot: ['Net amount', money(answer.netAmount)],
  },
  ...statedBlocks(answer),
  instalmentBlock(answer.instalments),
];

function statedBlocks({ statedTotal, statedTotalDifference: difference }: AnswerOf<'agreeGrant'>): Block[] {
  if (statedTotal === undefined || difference === undefined) return [];
  const text: Text = [
    'The paper states ',
    money(statedTotal),
    ', ',
    ...statedDifferenceText(difference),
    '. Statements will say so.',
  ];
  return [{ kind: 'warning', text }];
}

/** When the net amount is due, worked out. */
export const instalmentBlock = (instalments: AnswerOf<'getGrant'>['instalments']): Block => ({
  kind: 'table',
  caption: 'Instalments',
  empty: 'No instalments are stated.',
  columns: [{ label: 'Due' }, { label: 'Amount', isNumeric: true }],
  rows: instalments.map(({ dueOn, amount }) => [date(dueOn), money(amount)]),
});
