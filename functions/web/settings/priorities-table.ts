import { type FinancialYear, financialYearOf } from '../../../domain/financial-year.ts';
import { addMonths } from '../../../domain/plain-date.ts';
import { longDate, yearInProse } from '../../../domain/prose-dates.ts';
import { operations } from '../../operations.ts';
import type { AnswerOf } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { valuesOf } from '../form/values.ts';
import { yearOptions } from '../grants/year-options.ts';
import type { Visit } from '../page/page.ts';
import { meetingPath } from '../page/paths.ts';
import { link, name, type Span } from '../page/text.ts';
import { type Block, heading, type SummaryRow } from '../page/view.ts';
import { prioritiesPath } from './settings-paths.ts';

type Here = Visit<`/partnerships/{partnershipId}/settings${string}`>;
export type YearPriorities = {
  readonly financialYear: FinancialYear;
  readonly set: AnswerOf<'getPriorities'> | undefined;
  /** At which they were adopted. */
  readonly meeting: Pick<AnswerOf<'getMeeting'>, 'id' | 'heldOn'> | undefined;
};

const fewYears = 4;

/** The years of the books and the next, the latest first. */
export async function knownYears({ api, parameters: { partnershipId }, today }: Here): Promise<FinancialYear[]> {
  const { items } = await api.read('listYears', { partnershipId });
  const next = financialYearOf(addMonths(today, 12));
  return [...new Set([...items.map(({ financialYear }) => financialYear), next])].toSorted().toReversed();
}

export const latestYears = async (visit: Here): Promise<FinancialYear[]> =>
  (await knownYears(visit)).slice(0, fewYears);

export const readPriorities = (visit: Here, years: readonly FinancialYear[]): Promise<YearPriorities[]> =>
  Promise.all(years.map((financialYear) => readYear(visit, financialYear)));

async function readYear(
  { api, parameters: { partnershipId } }: Here,
  financialYear: FinancialYear,
): Promise<YearPriorities> {
  const set = await api.read('getPriorities', { partnershipId, financialYear }).catch(nothingThere);
  const meetingId = set?.adoptedAtMeetingId;
  const meeting = meetingId === undefined ? undefined : await api.read('getMeeting', { partnershipId, meetingId });
  return { financialYear, set, meeting };
}

export function nothingThere(error: unknown): undefined {
  if (error instanceof ApiProblem && error.status === 404) return undefined;
  throw error;
}

/** What the partnership has set out to do, year by year. */
export function prioritiesBlocks(
  { parameters: { partnershipId }, may, today }: Here,
  priorities: readonly YearPriorities[],
): Block[] {
  const isChangeable = may(operations.putPriorities.access);
  return [
    heading('Priorities', 'priorities'),
    { kind: 'summary', rows: priorities.map((one) => rowOf(partnershipId, one, isChangeable)) },
    ...(isChangeable ? [anotherYear(partnershipId, today)] : []),
  ];
}

function rowOf(partnershipId: string, one: YearPriorities, isChangeable: boolean): SummaryRow {
  const { financialYear, set } = one;
  const action = {
    href: prioritiesPath(partnershipId, financialYear),
    text: set === undefined ? 'Set priorities of' : 'Change priorities of',
  };
  return {
    label: yearInProse(financialYear),
    value:
      set === undefined ? 'Not set' : [...namesText(set), '. ', ...adoptedText(partnershipId, one), ...noteText(set)],
    ...(isChangeable && { action }),
  };
}

type SetPriorities = AnswerOf<'getPriorities'>;

const namesText = ({ items }: SetPriorities): Span[] =>
  items.flatMap((one, place): Span[] => [...(place === 0 ? [] : ['; ']), name(one.name)]);

const noteText = ({ note }: SetPriorities): Span[] => (note === undefined ? [] : [' Note: ', name(note)]);

function adoptedText(partnershipId: string, { meeting }: YearPriorities): Span[] {
  if (meeting === undefined) return [];
  const text = `meeting of ${longDate(meeting.heldOn)}`;
  return ['Adopted at the ', link(meetingPath(partnershipId, meeting.id), text), '.'];
}

/** A year before the books begin, or further ahead. */
const anotherYear = (partnershipId: string, today: string): Block => ({
  kind: 'form',
  method: 'get',
  action: prioritiesPath(partnershipId),
  isInline: true,
  fields: [{ kind: 'choice', look: 'list', name: 'year', label: 'Another year', options: yearOptions(today) }],
  values: valuesOf([]),
  buttons: [{ text: 'Set its priorities', look: 'secondary' }],
});
