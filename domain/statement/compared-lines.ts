import type { PostingFilter } from '../ledger/posting-filter.ts';
import {
  awardSources,
  expenditureSources,
  type FigureSource,
  fundSources,
  grantSources,
  totalSources,
} from './figure-sources.ts';
import type { YearEndStatement } from './statement.ts';

/** A line of a part of a statement, as JSON has it, and what its figures rest on. */
export type ComparedLine = {
  readonly section: string;
  /** Which line of the part; empty where it has but one. */
  readonly id: string;
  readonly members: Readonly<Record<string, unknown>>;
  readonly sources: { readonly [figure: string]: readonly FigureSource[] };
  /** The fund, grant, award or category whose postings count. */
  readonly scope: PostingFilter;
  /** What an entry speaks of that changes the line's words. */
  readonly mentions: readonly string[];
};

/** Every line of a statement in its order, each under an id that it keeps from version to version. */
export function comparedLines(statement: YearEndStatement): ComparedLine[] {
  const { partnership, basis, totals, sharedFunds, notes } = statement;
  return [
    {
      section: 'partnership',
      id: '',
      members: asJson({ ...partnership, basis }),
      sources: {},
      scope: {},
      mentions: [],
    },
    ...statement.funds.map(fundLine),
    ...statement.grants.map(grantLine),
    ...statement.awards.map(awardLine),
    ...statement.expenditure.map(expenditureLine),
    { section: 'totals', id: '', members: asJson(totals), sources: totalSources, scope: {}, mentions: [] },
    ...sharedFunds.map(({ id, ...shared }) => worded('sharedFunds', id, shared, [id, shared.funder.id])),
    ...statement.exceptions.map(exceptionLine),
    ...notes.map(({ note, ...more }) => worded('notes', note, more)),
  ];
}

/** Members as JSON has them: amounts are text. */
const asJson = (members: object): Record<string, unknown> => JSON.parse(JSON.stringify(members));

type LineOf<Part extends 'funds' | 'grants' | 'awards' | 'expenditure' | 'exceptions'> = YearEndStatement[Part][number];

const fundLine = ({ fundId, ...fund }: LineOf<'funds'>): ComparedLine => ({
  section: 'funds',
  id: fundId,
  members: asJson(fund),
  sources: fundSources,
  scope: { fundId },
  // Its words never change; closing the year and opening it again make its disposals.
  mentions: [],
});

const grantLine = ({ grantId, ...grant }: LineOf<'grants'>): ComparedLine => ({
  section: 'grants',
  id: grantId ?? `${grant.fundId}/brought-forward`,
  members: asJson(grant),
  sources: grantSources,
  scope: { grantId, fundId: grant.fundId },
  mentions: [grantId, grant.funder?.id].filter((name) => typeof name === 'string'),
});

const awardLine = ({ awardId, ...award }: LineOf<'awards'>): ComparedLine => ({
  section: 'awards',
  id: awardId,
  members: asJson(award),
  sources: awardSources,
  scope: { awardId },
  mentions: [awardId],
});

const expenditureLine = ({ fundId, category, amount }: LineOf<'expenditure'>): ComparedLine => ({
  section: 'expenditure',
  id: `${fundId}/${category}`,
  members: asJson({ amount }),
  sources: expenditureSources,
  scope: { fundId, category },
  mentions: [],
});

const worded = (section: string, id: string, members: object, mentions = [id]): ComparedLine => ({
  section,
  id,
  members: asJson(members),
  sources: {},
  scope: {},
  mentions,
});

function exceptionLine(exception: LineOf<'exceptions'>): ComparedLine {
  const { code, ...members } = exception;
  const line = { section: 'exceptions', members: asJson(members), sources: {}, scope: {}, mentions: [] };
  switch (code) {
    case 'over-committed':
      return { ...line, ...ofFund(exception, fundSources.uncommitted) };
    case 'overpaid-to-funder':
      return { ...line, ...ofFund(exception, fundSources.repayable) };
    case 'condition-unmet':
      return { ...line, id: `${code}/${exception.grantId}/${exception.condition}`, mentions: [exception.grantId] };
    case 'stated-total-differs':
      return { ...line, id: `${code}/${exception.grantId}`, mentions: [exception.grantId] };
    case 'unratified':
    case 'ratification-refused-paid':
      return { ...line, id: `${code}/${exception.awardId}`, mentions: [exception.awardId] };
  }
}

const ofFund = (
  { code, fundId }: { readonly code: string; readonly fundId: string },
  rests: readonly FigureSource[],
) => ({
  id: `${code}/${fundId}`,
  scope: { fundId },
  sources: { detail: rests, amount: rests, uncommitted: rests },
});
