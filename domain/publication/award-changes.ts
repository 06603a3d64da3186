import { longDate } from '../prose-dates.ts';
import { amountOf, titleOf } from './award-tables.ts';
import type { AwardInPeriod } from './awards-in-period.ts';
import { amount, type Block, paragraph, words } from './report.ts';
import type { Writing } from './report-period.ts';
import { oneLine } from './words.ts';

/** Amounts that were confirmed or changed after an award was first agreed. */
export function awardChanges(awards: readonly AwardInPeriod[], writing: Writing): Block[] {
  const rows = awards.flatMap((one) =>
    one.approvals.flatMap((approval, place) => {
      const before = one.approvals[place - 1];
      if (before === undefined || approval.decidedOn < writing.from) return [];
      const minute = oneLine(approval.minuteReference ?? '');
      return [[titleOf(one, writing), longDate(approval.decidedOn), minute, amountOf(before), amountOf(approval)]];
    }),
  );
  if (rows.length === 0) return [];
  return [
    paragraph('The following amounts were confirmed or changed after the funding was first agreed.'),
    {
      kind: 'table',
      caption: 'Amounts confirmed or changed',
      columns: [words('Initiative'), words('Decided on'), words('Minute'), amount('From'), amount('To')],
      rows,
    },
  ];
}
