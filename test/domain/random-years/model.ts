import { sum } from '../random/pence.ts';
import { endOfYear, yearOf } from '../random/year.ts';
import type { Underspend } from './commands.ts';

export type Figure = 'income' | 'topSliced' | 'spent' | 'returned' | 'committed' | 'cash' | 'receivable' | 'repayable';

/** One figure that rose on a day by some pence; it fell where they are negative. */
export type Event = {
  readonly fundId: string;
  readonly grantId: string | undefined;
  readonly awardId?: string;
  readonly on: string;
  readonly figure: Figure;
  readonly amount: bigint;
};

export type ModelGrant = {
  readonly id: string;
  readonly fundId: string;
  readonly year: string;
  readonly agreedOn: string;
  readonly underspend: Underspend;
  readonly periodEnd: string;
};

/** Something that a reversal may take back. */
export type Recorded = { readonly on: string; readonly events: readonly Event[]; isReversed: boolean };

export type ModelYear = {
  /** What closing it posted, who did it, and what the statement's hash was before and after. */
  closing:
    | { readonly by: string; readonly events: readonly Event[]; readonly before: string; readonly hash: string }
    | undefined;
  isCertified: boolean;
  versions: number;
};

/** What the rules of domain.md make of accepted commands, in whole pence, worked out without any of the domain's code. */
export class Model {
  readonly grants: ModelGrant[] = [];
  readonly events: Event[] = [];
  readonly recorded = new Map<number, Recorded>();
  readonly decidedOn = new Map<string, string>();
  readonly years = new Map<string, ModelYear>();

  year(name: string): ModelYear {
    const year = this.years.get(name) ?? { closing: undefined, isCertified: false, versions: 0 };
    this.years.set(name, year);
    return year;
  }

  closedYears(): string[] {
    return [...this.years].filter(([, { closing }]) => closing !== undefined).map(([name]) => name);
  }

  /** A day on which nothing can be posted any more, since its year or a later one is closed. */
  isClosedOn(day: string): boolean {
    return this.closedYears().some((year) => yearOf(day) <= year);
  }

  ofFund(fundId: string): Event[] {
    return this.events.filter((event) => event.fundId === fundId);
  }

  ofGrant(grantId: string): Event[] {
    return this.events.filter((event) => event.grantId === grantId);
  }

  ofAward(awardId: string): Event[] {
    return this.events.filter((event) => event.awardId === awardId);
  }
}

export const figureOf = (events: readonly Event[], ...figures: readonly Figure[]): bigint =>
  sum(events.filter(({ figure }) => figures.includes(figure)).map(({ amount }) => amount));

export const worth = (events: readonly Event[]): bigint =>
  figureOf(events, 'income') - figureOf(events, 'topSliced', 'spent', 'returned');

export const free = (events: readonly Event[]): bigint => worth(events) - figureOf(events, 'committed');

export const until = (events: readonly Event[], day: string): Event[] => events.filter(({ on }) => on <= day);

export const toYear = (events: readonly Event[], year: string): Event[] =>
  events.filter(({ on }) => yearOf(on) <= year);

/** A date's year, and every later one in which something counts. */
export function yearsFrom(events: readonly Event[], day: string): string[] {
  const later = events.map(({ on }) => yearOf(on)).filter((year) => year > yearOf(day));
  return [...new Set([yearOf(day), ...later])].toSorted();
}

export const least = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((one, next) => (next < one ? next : one), amounts[0] ?? 0n);

/** The least that a figure comes to at the end of a date's year and of every later one. */
export const leastFrom = (events: readonly Event[], day: string, amountOf: (toDate: Event[]) => bigint): bigint =>
  least(yearsFrom(events, day).map((year) => amountOf(toYear(events, year))));

/** The least that is committed on a day or on any later one. */
export function leastCommitted(events: readonly Event[], day: string): bigint {
  const days = [day, ...events.map(({ on }) => on).filter((on) => on > day)];
  return least(days.map((one) => figureOf(until(events, one), 'committed')));
}

export const lastDayOf = ({ year, periodEnd }: Pick<ModelGrant, 'year' | 'periodEnd'>): string =>
  periodEnd === '' ? endOfYear(year) : periodEnd;
