import type { Approval } from '../award/award.ts';
import { Money } from '../money.ts';
import { longDate } from '../prose-dates.ts';
import { type AwardInPeriod, approvedBy } from './awards-in-period.ts';
import { ratificationAt } from './ratification-at.ts';
import { publishedName } from './recipient-name.ts';
import { amount, type Column, type Table, words } from './report.ts';
import type { Writing } from './report-period.ts';
import { capitalised, oneLine } from './words.ts';

export const toBeConfirmed = 'To be confirmed';

export const amountOf = ({ amountApproved }: Approval): string => amountApproved?.toSterling() ?? toBeConfirmed;

export const titleOf = ({ award }: AwardInPeriod, { marks }: Writing): string =>
  `${oneLine(award.title)}${marks.mark(award.note)}`;

/** Which initiative, for whom, out of which fund. */
const who = (one: AwardInPeriod, writing: Writing): string[] => [
  titleOf(one, writing),
  oneLine(publishedName(one.award.recipient)),
  oneLine(writing.view.all('fund').get(one.award.fundId)?.name ?? one.award.fundId),
];
const whoColumns = [words('Initiative'), words('Recipient'), words('Fund')];

type Figure = 'paid' | 'refunded' | 'committed';

/** What became of it, which every table of awards ends with; of refunds it speaks where there were any. */
const figuresOf = (awards: readonly AwardInPeriod[]): readonly Figure[] =>
  awards.every(({ refunded }) => refunded.isZero()) ? ['paid', 'committed'] : ['paid', 'refunded', 'committed'];
const columnOf = (figure: Figure, { to }: Writing): Column =>
  amount(figure === 'committed' ? `Committed at ${longDate(to)}` : `${capitalised(figure)} in the period`);

type Described = {
  readonly columns: readonly Column[];
  readonly cells: (one: AwardInPeriod) => readonly string[];
  readonly agreed: (one: AwardInPeriod) => Money | undefined;
};

function table(caption: string, awards: readonly AwardInPeriod[], writing: Writing, own: Described): Table {
  const figures = figuresOf(awards);
  const sum = (of: (one: AwardInPeriod) => Money | undefined): string =>
    Money.sum(awards.flatMap((one) => of(one) ?? [])).toSterling();
  const rows = awards.map((one) => [
    ...who(one, writing),
    ...own.cells(one),
    own.agreed(one)?.toSterling() ?? toBeConfirmed,
    ...figures.map((figure) => one[figure].toSterling()),
  ]);
  const empty = [...whoColumns, ...own.columns].slice(1).map(() => '');
  return {
    kind: 'table',
    caption,
    columns: [...whoColumns, ...own.columns, amount('Agreed'), ...figures.map((figure) => columnOf(figure, writing))],
    rows,
    total: ['Total', ...empty, sum(own.agreed), ...figures.map((figure) => sum((one) => one[figure]))],
  };
}

export const agreedTable = (caption: string, awards: readonly AwardInPeriod[], writing: Writing): Table =>
  table(caption, awards, writing, {
    columns: [words('Minute')],
    cells: ({ approvals: [{ minuteReference = '' }] }) => [oneLine(minuteReference)],
    agreed: ({ approvals: [{ amountApproved }] }) => amountApproved,
  });

export const chairsActionTable = (awards: readonly AwardInPeriod[], writing: Writing): Table =>
  table('Agreed by chair’s action', awards, writing, {
    columns: [words('Agreed on'), words('Ratification')],
    cells: (one) => [longDate(one.approvals[0].decidedOn), ratificationOf(one, writing)],
    agreed: ({ approvals: [{ amountApproved }] }) => amountApproved,
  });

export const earlierTable = (awards: readonly AwardInPeriod[], writing: Writing): Table =>
  table(`Agreed before ${longDate(writing.from)}`, awards, writing, {
    columns: [words('Agreed on')],
    cells: ({ approvals: [{ decidedOn }] }) => [longDate(decidedOn)],
    agreed: ({ approvals }) => {
      const approved = approvedBy(approvals, writing.to);
      return approved.isZero() ? undefined : approved;
    },
  });

function ratificationOf({ award }: AwardInPeriod, { to }: Writing): string {
  const status = ratificationAt(award, to);
  const { ratifiedOn = '', minuteReference = '', dueOn } = award.ratification ?? {};
  if (status === 'awaited') return dueOn === undefined ? 'Awaited' : `Awaited, due by ${longDate(dueOn)}`;
  return `${capitalised(status)} on ${longDate(ratifiedOn)}, minute ${oneLine(minuteReference)}`;
}
