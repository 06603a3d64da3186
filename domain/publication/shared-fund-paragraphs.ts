import { financialYearOf, startOf } from '../financial-year.ts';
import type { SharedFund } from '../fund/shared-fund.ts';
import { nameOn } from '../funder/funder.ts';
import { yearInProse } from '../prose-dates.ts';
import { type Paragraph, paragraph } from './report.ts';
import type { Writing } from './report-period.ts';
import { counted, listed, oneLine, withArticle } from './words.ts';

/** Money held elsewhere for several areas: told, and counted nowhere. Shares that are not stated are not made up. */
export const sharedFundParagraphs = (writing: Writing): Paragraph[] =>
  sharedFundsOf(writing).map((shared) => paragraph(textOf(shared, writing)));

export function sharedFundsOf(writing: Writing): SharedFund[] {
  const [first, last] = [financialYearOf(writing.from), financialYearOf(writing.to)];
  return [...writing.view.all('sharedFund').values()]
    .filter(({ reversedOn }) => reversedOn === undefined || reversedOn > writing.to)
    .filter(({ financialYears }) => financialYears.some((year) => first <= year && year <= last))
    .toSorted((a, b) => a.sequence - b.sequence);
}

function textOf(shared: SharedFund, { view, marks }: Writing): string {
  const { title, totalAmount, financialYears, heldBy, note } = shared;
  const [firstYear = ''] = financialYears;
  const known = view.all('funder').get(shared.funder.id);
  const funder = known === undefined ? shared.funder.name : nameOn(known, startOf(firstYear));
  const years = listed(financialYears.map(yearInProse));
  return [
    `A ${totalAmount.toSterling()} fund for ${years} (“${oneLine(title)}”${marks.mark(note)}) has been made available by ${withArticle(oneLine(funder))}${areasOf(shared)}.`,
    `It is held by ${withArticle(oneLine(heldBy))}; it is not income of this partnership and is in none of the figures of this report.`,
    sharesOf(shared),
  ].join(' ');
}

function areasOf({ areas, areaCount = areas.length }: SharedFund): string {
  if (areaCount === 0) return '';
  const names = listed(areas.map(({ name }) => oneLine(name)));
  const to = ` to ${counted(areaCount, 'area')}`;
  if (areas.length === 0) return to;
  if (areas.length === areaCount) return `${to}: ${names}`;
  return `${to}, of which ${names} ${areas.length === 1 ? 'is one' : 'are some'}`;
}

function sharesOf({ areas }: SharedFund): string {
  const stated = areas.flatMap(({ name, amount }) =>
    amount === undefined ? [] : [`${oneLine(name)} ${amount.toSterling()}`],
  );
  return stated.length === 0
    ? 'How it is divided between areas and years is not stated.'
    : `The shares that are stated are: ${listed(stated)}.`;
}
