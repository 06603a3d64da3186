import { financialYearOf, previousYear } from '../../../domain/financial-year.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { yearPath } from '../page/paths.ts';
import { link, type Span, strong, tag } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { type BookYear, withoutGaps } from '../page/years.ts';

type Years = readonly BookYear[];

const words = { open: undefined, closed: tag('Closed', 'grey'), certified: tag('Certified', 'green') } as const;

/** Every year of the partnership, the one shown now among them. */
export function yearSwitch(partnershipId: string, years: Years, shown: string): Block {
  const one = ({ financialYear, status }: Years[number]): Span[] => {
    const text = yearInProse(financialYear);
    const name = financialYear === shown ? strong(text) : link(yearPath(partnershipId, financialYear), text);
    const state = words[status];
    return state === undefined ? [name] : [name, ' ', state];
  };
  return {
    kind: 'paragraph',
    text: withoutGaps(years).flatMap((year, place) => [...(place === 0 ? ['Year: '] : [' · ']), ...one(year)]),
  };
}

/** The year to begin with: today's; or the latest that was listed, where the books have stood still for a year or more. */
export function firstShown(years: Years, today: PlainDate): string {
  const current = financialYearOf(today);
  const earlier = years.map(({ financialYear }) => financialYear).filter((year) => year < current);
  const [latest = current] = earlier.slice(-1);
  return latest < previousYear(current) ? latest : current;
}
