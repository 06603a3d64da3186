import type { Award } from '../award/award.ts';
import { financialYearOf } from '../financial-year.ts';
import type { Fund } from '../fund/fund.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import type { Money } from '../money.ts';
import type { Partnership } from '../partnership/partnership.ts';
import type { PlainDate } from '../plain-date.ts';
import { found } from '../refusal.ts';
import type { AwardHistory } from './award-histories.ts';
import { awardedAmount } from './awarded-amount.ts';
import { fundingOrganisation, type Organisation, prefixOf, recipientOrganisation } from './organisation.ts';
import { priorityName } from './priority-names.ts';
import { remarksOn } from './remarks.ts';
import { commitmentsOf, disbursementsOf, sumOf, type Transaction } from './transactions.ts';

type Coded = { readonly code: string; readonly title: string };

/** An award as 360Giving's data standard has a grant; amounts become number literals where it is written. */
export type OpenGrant = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly currency: 'GBP';
  readonly amountAppliedFor?: Money;
  readonly amountAwarded: Money;
  readonly amountDisbursed: Money;
  readonly awardDate: PlainDate;
  readonly plannedDates?: readonly { readonly startDate: PlainDate; readonly endDate: PlainDate }[];
  readonly recipientOrganization: readonly Organisation[];
  readonly fundingOrganization: readonly Organisation[];
  readonly grantProgramme: readonly Coded[];
  readonly classifications?: readonly (Coded & { readonly vocabulary: string })[];
  readonly commitmentTransaction: readonly Transaction[];
  readonly disbursementTransaction: readonly Transaction[];
  readonly relatedActivity?: readonly string[];
  readonly dateModified: string;
};

type Known = Pick<LedgerView, 'all' | 'partnership'>;

export const grantId = (partnership: Partnership, awardId: string): string => `${prefixOf(partnership)}-${awardId}`;

/** The award as the public may see it; nothing where it has no amount. */
export function openGrant(award: Award, history: AwardHistory, view: Known): OpenGrant | undefined {
  const amountAwarded = awardedAmount(award);
  const [first] = award.approvals;
  if (amountAwarded === undefined || first === undefined) return undefined;
  const partnership = view.partnership();
  const disbursementTransaction = disbursementsOf(history);
  const grant = {
    id: grantId(partnership, award.id),
    ...wordsOf(award, history),
    currency: 'GBP' as const,
    ...appliedFor(award, amountAwarded),
    amountAwarded,
    amountDisbursed: sumOf(disbursementTransaction),
    awardDate: first.decidedOn,
    ...(award.period === undefined ? {} : { plannedDates: [planned(award.period)] }),
    recipientOrganization: [recipientOrganisation(award, partnership)],
    fundingOrganization: [fundingOrganisation(partnership)],
    grantProgramme: [programmeOf(found(view.all('fund').get(award.fundId), 'fund', award.fundId))],
    ...classified(award, first.decidedOn, view),
    commitmentTransaction: commitmentsOf(award, history),
    disbursementTransaction,
    ...related(award, view),
    dateModified: history.lastRecordedAt,
  };
  assertAddsUp(grant);
  return grant;
}

// The standard's own advice.
const longestTitle = 140;

/** A long title is cut, and then stands whole before the purpose. */
function wordsOf(award: Award, { isIllustrative }: AwardHistory): Pick<OpenGrant, 'title' | 'description'> {
  const { title, purpose } = award;
  const characters = [...title];
  const isLong = characters.length >= longestTitle;
  const remarks = remarksOn(award, isIllustrative);
  return {
    title: isLong ? `${characters.slice(0, longestTitle - 2).join('')}…` : title,
    description: [...(isLong ? [title] : []), purpose, ...remarks].join('\n'),
  };
}

/** After a variation, what was asked for first says nothing of what was awarded. */
const appliedFor = ({ amountRequested: asked }: Award, awarded: Money): Pick<OpenGrant, 'amountAppliedFor'> =>
  asked === undefined || asked.isLessThan(awarded) ? {} : { amountAppliedFor: asked };

const planned = ({ start, end }: NonNullable<Award['period']>) => ({ startDate: start, endDate: end });

const programmeOf = ({ id, name }: Fund): Coded => ({ code: id, title: name });

function classified({ priorities }: Award, on: PlainDate, view: Known): Pick<OpenGrant, 'classifications'> {
  if (priorities.length === 0) return {};
  const names = view.all('priorities');
  const year = financialYearOf(on);
  const vocabulary = 'Priorities of the partnership';
  return {
    classifications: priorities.map((code) => ({ vocabulary, code, title: priorityName(names, year, code) })),
  };
}

/** Two awards that pay for the same thing from two funds name each other. */
function related({ relatedAwardId, relatedAwardIds }: Award, view: Known): Pick<OpenGrant, 'relatedActivity'> {
  const ids = new Set([...(relatedAwardId === undefined ? [] : [relatedAwardId]), ...relatedAwardIds]);
  const published = [...ids].filter((id) => {
    const award = view.all('award').get(id);
    return award !== undefined && awardedAmount(award) !== undefined;
  });
  return published.length === 0 ? {} : { relatedActivity: published.map((id) => grantId(view.partnership(), id)) };
}

/** The standard's schema lets any number pass. Nothing is published that doesn't add up: that is a fault of ours. */
export function assertAddsUp(grant: OpenGrant): void {
  const { id, amountAwarded, amountDisbursed, commitmentTransaction, disbursementTransaction } = grant;
  const addsUp =
    amountAwarded.isPositive() &&
    !amountDisbursed.isNegative() &&
    !amountDisbursed.isMoreThan(amountAwarded) &&
    sumOf(commitmentTransaction).equals(amountAwarded) &&
    sumOf(disbursementTransaction).equals(amountDisbursed);
  if (!addsUp) throw new Error(`the figures of ${id} don’t add up`);
}
