import { financialYearOf, yearsBetween } from '../financial-year.ts';
import { Money } from '../money.ts';
import { longDate, yearInProse } from '../prose-dates.ts';
import type { AwardInPeriod } from './awards-in-period.ts';
import { priorityName } from './priority-names.ts';
import { amount, type Block, paragraph, words } from './report.ts';
import type { Writing } from './report-period.ts';
import { listed, oneLine } from './words.ts';

const unnamed = 'No priority named';

/** The awards by the priorities that they serve; also those priorities of the period that none serves. */
export function byPriority(awards: readonly AwardInPeriod[], writing: Writing): Block[] {
  const served = new Map<string, AwardInPeriod[]>(adoptedIn(writing).map((name) => [name, []]));
  for (const one of awards) {
    for (const name of namesOf(one, writing)) served.set(name, [...(served.get(name) ?? []), one]);
  }
  if (served.size === 0) return [];
  return [
    paragraph(
      `${adoptions(writing)}The table below shows the awards by priority. An award that serves more than one priority is counted under each, so the figures do not add up to the totals above.`,
    ),
    {
      kind: 'table',
      caption: 'Awards by priority',
      columns: [
        words('Priority'),
        amount('Awards'),
        amount('Agreed in the period'),
        amount('Paid in the period'),
        amount(`Committed at ${longDate(writing.to)}`),
      ],
      rows: [...served].map(([name, own]) => [name, String(own.length), ...sumsOf(own)]),
    },
  ];
}

const listsOf = ({ from, to, view }: Writing) =>
  yearsBetween(financialYearOf(from), financialYearOf(to)).flatMap((year) => view.all('priorities').get(year) ?? []);

const adoptedIn = (writing: Writing): string[] =>
  listsOf(writing).flatMap(({ items }) => items.map(({ name }) => oneLine(name)));

function namesOf({ award, approvals }: AwardInPeriod, { view }: Writing): Set<string> {
  if (award.priorities.length === 0) return new Set([unnamed]);
  const year = financialYearOf(approvals[0].decidedOn);
  return new Set(award.priorities.map((id) => oneLine(priorityName(view.all('priorities'), year, id))));
}

const sumsOf = (awards: readonly AwardInPeriod[]): string[] =>
  (['agreed', 'paid', 'committed'] as const).map((figure) => Money.sum(awards.map((one) => one[figure])).toSterling());

/** "The priorities for 2017/18 were adopted at the meeting held on 17 March 2017. " */
function adoptions(writing: Writing): string {
  const adopted = listsOf(writing).flatMap(({ financialYear, adoptedAtMeetingId: id }) => {
    const meeting = id === undefined ? undefined : writing.view.all('meeting').get(id);
    return meeting === undefined ? [] : [`for ${yearInProse(financialYear)} on ${longDate(meeting.heldOn)}`];
  });
  return adopted.length === 0 ? '' : `The partnership adopted its priorities ${listed(adopted)}. `;
}
