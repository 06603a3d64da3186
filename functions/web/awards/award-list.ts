import type { PlainDate } from '../../../domain/plain-date.ts';
import { illustrativePart } from '../../../domain/publication/illustrative.ts';
import { operations } from '../../operations.ts';
import type { Query } from '../api/api.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { awardPath, partnershipPath } from '../page/paths.ts';
import { link, money, name, type Span, tag } from '../page/text.ts';
import { actions, type Block, paragraph, type Row } from '../page/view.ts';
import { approvedOf, askedOf, committedOf, type ListedAward } from './award.ts';
import { chosenFilters, type FilterOptions, filterForm, filterOptions } from './award-filters.ts';
import { nothingWaits, standingOf, urgencyOf } from './standing.ts';

const mostOnPage = 50;

export const awardListPage = page({
  path: '/partnerships/{partnershipId}/awards',
  access: 'member',
  get: async ({ api, parameters: { partnershipId }, request: { query }, may, today }) => {
    const path = `${partnershipPath(partnershipId)}/awards`;
    const chosen = chosenFilters(query);
    const [found, options] = await Promise.all([
      api.all('listAwards', { partnershipId }, chosen),
      filterOptions(api, partnershipId),
    ]);
    const propose = may(operations.proposeAward.access) ? [{ href: `${path}/new`, text: 'Propose an award' }] : [];
    const isFiltered = Object.keys(chosen).length > 0;
    const all = isFiltered ? [paragraph(link(path, 'Show all awards'))] : [];
    const place = placeIn(found.length, query.get('page'));
    const shown = found.toSorted(waitingFirst).slice(place * mostOnPage, (place + 1) * mostOnPage);
    return view({
      title: 'Awards',
      blocks: [
        actions(...propose),
        filterForm(chosen, options),
        ...all,
        ...tablesOf(shown, { partnershipId, today, options, isFiltered }),
        pagesOf(path, chosen, place, found.length),
      ],
    });
  },
});

/** What waits for somebody first; of each kind the latest. */
const waitingFirst = (a: ListedAward, b: ListedAward): number => urgencyOf(a) - urgencyOf(b) || latestFirst(a, b);

const latestFirst = (a: ListedAward, b: ListedAward): number =>
  b.proposedOn.localeCompare(a.proposedOn) || b.id.localeCompare(a.id);

type Around = {
  readonly partnershipId: string;
  readonly today: PlainDate;
  readonly options: FilterOptions;
  readonly isFiltered: boolean;
};

function tablesOf(awards: readonly ListedAward[], around: Around): Block[] {
  if (awards.length === 0) {
    return [paragraph(around.isFiltered ? 'No award is like this.' : 'No award has been proposed yet.')];
  }
  const waiting = awards.filter((award) => urgencyOf(award) < nothingWaits);
  const others = awards.filter((award) => urgencyOf(award) === nothingWaits);
  return [
    ...(waiting.length > 0 ? [tableOf('Awards that wait for somebody', waiting, around)] : []),
    ...(others.length > 0
      ? [tableOf(waiting.length > 0 ? 'Other awards' : 'Awards for which nothing waits', others, around)]
      : []),
  ];
}

const tableOf = (caption: string, awards: readonly ListedAward[], around: Around): Block => ({
  kind: 'table',
  caption,
  empty: '',
  columns: [
    { label: 'Award' },
    { label: 'Recipient and fund' },
    { label: 'Status' },
    { label: 'Asked', isNumeric: true },
    { label: 'Approved', isNumeric: true },
    { label: 'Paid', isNumeric: true },
    { label: 'Committed', isNumeric: true },
  ],
  rows: awards.map((award) => rowOf(award, around)),
});

const rowOf = (award: ListedAward, { partnershipId, today, options }: Around): Row => [
  link(awardPath(partnershipId, award.id), award.title),
  [name(award.recipient.name), ', from ', name(fundName(award, options))],
  [...standingOf(award, today), ...illustrative(award)],
  askedOf(unmarked(award)),
  approvedOf(unmarked(award)),
  money(award.paidAmount),
  committedOf(award),
];

const fundName = ({ fundId }: ListedAward, { funds }: FilterOptions): string =>
  funds.find(({ value }) => value === fundId)?.text ?? fundId;

/** In a list one mark stands for all figures of an award. */
const illustrative = ({ note }: ListedAward): Span[] =>
  illustrativePart(note) === undefined ? [] : [' ', tag('Illustrative', 'yellow')];

const unmarked = ({ note: _, ...award }: ListedAward): ListedAward => award;

/** The page that is asked for, from none on; one that isn't there is the first. */
function placeIn(count: number, asked: string | null): number {
  const place = /^\d{1,4}$/.test(asked ?? '') ? Number(asked) - 1 : 0;
  return place > 0 && place * mostOnPage < count ? place : 0;
}

function pagesOf(path: string, chosen: Query, place: number, count: number): Block {
  const to = (page: number): string => `${path}?${new URLSearchParams({ ...withValues(chosen), page: String(page) })}`;
  return {
    kind: 'pages',
    ...(place > 0 && { previous: to(1) }),
    ...((place + 1) * mostOnPage < count && { next: to(place + 2) }),
  };
}

const withValues = (query: Query): Record<string, string> =>
  Object.fromEntries(Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
