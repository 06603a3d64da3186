import { z } from 'zod';
import type { EntryType } from '../ledger/facts.ts';
import type { PostingFilter } from '../ledger/posting-filter.ts';
import {
  awardSources,
  expenditureSources,
  type FigureSource,
  fundSources,
  grantSources,
  totalSources,
} from './figure-sources.ts';

const Id = z.string();

/** What is compared of a statement as JSON: no more than names its lines, since what was signed long ago may look otherwise. */
export const ComparedStatement = z.looseObject({
  partnership: z.looseObject({}),
  basis: z.string(),
  funds: z.array(z.looseObject({ fundId: Id })),
  grants: z.array(z.looseObject({ grantId: Id.nullable(), fundId: Id, funder: z.looseObject({ id: Id }).nullable() })),
  awards: z.array(z.looseObject({ awardId: Id })),
  expenditure: z.array(z.looseObject({ fundId: Id, category: Id })),
  totals: z.looseObject({}),
  sharedFunds: z.array(z.looseObject({ id: Id, funder: z.looseObject({ id: Id }) })),
  exceptions: z.array(
    z.looseObject({
      code: z.string(),
      fundId: Id.optional(),
      grantId: Id.optional(),
      awardId: Id.optional(),
      condition: z.int().optional(),
    }),
  ),
  notes: z.array(z.looseObject({ note: z.string() })),
});
export type ComparedStatement = z.infer<typeof ComparedStatement>;

/** A line of a part of a statement, as JSON has it, and what its members rest on. */
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
  /** The kinds of entry that change its words; any where none is named. */
  readonly changedBy: readonly EntryType[];
};

/** Every line of a statement in its order, each under an id that it keeps from version to version. */
export function comparedLines(statement: ComparedStatement): ComparedLine[] {
  const { partnership, basis, totals, sharedFunds, notes } = statement;
  return [
    { ...worded, section: 'partnership', id: '', members: { ...partnership, basis } },
    ...statement.funds.map(fundLine),
    ...statement.grants.map((grant) => grantLine(grant)),
    ...statement.awards.map(awardLine),
    ...statement.expenditure.map(expenditureLine),
    { ...worded, section: 'totals', id: '', members: totals, sources: totalSources },
    ...sharedFunds.map(({ id, ...shared }) => ({
      ...{ ...worded, section: 'sharedFunds', id, members: shared },
      mentions: [id, shared.funder.id],
    })),
    ...statement.exceptions.map((exception) => exceptionLine(exception, statement)),
    ...notes.map(({ note, ...more }) => ({ ...worded, section: 'notes', id: note, members: more, mentions: [note] })),
  ];
}

/** A line of words alone. */
const worded = { sources: {}, scope: {}, mentions: [], changedBy: [] } as const;

type LineOf<Part extends 'funds' | 'grants' | 'awards' | 'expenditure' | 'exceptions'> =
  ComparedStatement[Part][number];

// Its words never change; closing the year and opening it again make its disposals.
const fundLine = ({ fundId, ...fund }: LineOf<'funds'>): ComparedLine => ({
  ...{ ...worded, section: 'funds', id: fundId, members: fund },
  sources: fundSources,
  scope: { fundId },
});

const grantLine = ({ grantId, ...grant }: LineOf<'grants'>): ComparedLine => ({
  ...{ section: 'grants', id: grantId ?? `${grant.fundId}/brought-forward`, members: grant },
  sources: grantSources,
  scope: { grantId, fundId: grant.fundId },
  mentions: [grantId, grant.funder?.id].filter((name) => typeof name === 'string'),
  changedBy: ['grant-agreed', 'grant-varied', 'top-slice-notified', 'funder-named', 'entry-reversed'],
});

const awardLine = ({ awardId, ...award }: LineOf<'awards'>): ComparedLine => ({
  ...{ section: 'awards', id: awardId, members: award },
  sources: awardSources,
  scope: { awardId },
  mentions: [awardId],
  changedBy: ['award-proposed', 'award-decided', 'chairs-action-taken', 'chairs-action-ratified'],
});

const expenditureLine = ({ fundId, category, ...spent }: LineOf<'expenditure'>): ComparedLine => ({
  ...{ ...worded, section: 'expenditure', id: `${fundId}/${category}`, members: spent },
  sources: expenditureSources,
  scope: { fundId, category },
});

/** What the amounts of an exception rest on; of others, whatever speaks of their grant or award. */
const exceptionSources: { readonly [code: string]: readonly FigureSource[] } = {
  'over-committed': fundSources.uncommitted,
  'overpaid-to-funder': fundSources.repayable,
  'condition-unmet': grantSources.closingUnspent,
};

function exceptionLine({ code, ...members }: LineOf<'exceptions'>, { grants }: ComparedStatement): ComparedLine {
  const { fundId, grantId, awardId, condition } = members;
  const of = [fundId, grantId, awardId].filter((name) => name !== undefined);
  const rests = exceptionSources[code];
  const fund = fundId ?? grants.find((grant) => grant.grantId === grantId)?.fundId;
  return {
    ...{ ...worded, section: 'exceptions', id: [code, ...of, condition ?? []].flat().join('/'), members },
    sources: rests === undefined ? {} : { detail: rests, amount: rests, uncommitted: rests, unspent: rests },
    scope: fund === undefined ? {} : { fundId: fund },
    mentions: of,
  };
}
