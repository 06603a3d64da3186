import { type FinancialYear, financialYearOf } from '../../../domain/financial-year.ts';
import { addMonths } from '../../../domain/plain-date.ts';
import { longDate, yearInProse } from '../../../domain/prose-dates.ts';
import { operations } from '../../operations.ts';
import { ApiProblem } from '../api/answer-problem.ts';
import type { AnswerOf } from '../api/api.ts';
import { valuesOf } from '../form/values.ts';
import { yearOptions } from '../grants/year-options.ts';
import type { Visit } from '../page/page.ts';
import { meetingPath } from '../page/paths.ts';
import { link, name, type Span, type Text } from '../page/text.ts';
import { type Block, heading } from '../page/view.ts';
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
    {
      kind: 'table',
      caption: 'Priorities by year, the latest first',
      isCaptionHidden: true,
      empty: 'The books have no years yet.',
      columns: [
        { label: 'Year' },
        { label: 'Priorities' },
        { label: 'Adopted' },
        ...(isChangeable ? [{ label: 'What to do' }] : []),
      ],
      rows: priorities.map((one) => [
        yearInProse(one.financialYear),
        namesText(one.set),
        adoptedText(partnershipId, one),
        ...(isChangeable ? [changeLink(partnershipId, one)] : []),
      ]),
    },
    ...(isChangeable ? [anotherYear(partnershipId, today)] : []),
  ];
}

function namesText(set: YearPriorities['set']): Text {
  if (set === undefined) return 'Not set';
  const names = set.items.flatMap((one, place): Span[] => [...(place === 0 ? [] : ['; ']), name(one.name)]);
  return set.note === undefined ? names : [...names, '. Note: ', name(set.note)];
}

function adoptedText(partnershipId: string, { financialYear, set, meeting }: YearPriorities): Text {
  if (set === undefined) return '';
  if (meeting === undefined) return 'Not said';
  const text = `At the meeting of ${longDate(meeting.heldOn)}`;
  return link(meetingPath(partnershipId, meeting.id), text, `for ${yearInProse(financialYear)}`);
}

const changeLink = (partnershipId: string, { financialYear, set }: YearPriorities): Text =>
  link(
    prioritiesPath(partnershipId, financialYear),
    set === undefined ? 'Set' : 'Change',
    `priorities of ${yearInProse(financialYear)}`,
  );

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
