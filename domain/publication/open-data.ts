import type { Award } from '../award/award.ts';
import type { LedgerView } from '../ledger/ledger-state.ts';
import { latestOf } from '../plain-date.ts';
import { found } from '../refusal.ts';
import type { AwardHistories } from './award-histories.ts';
import { awardedAmount } from './awarded-amount.ts';
import { type OpenGrant, openGrant } from './open-grant.ts';
import { fundingOrganisation, prefixOf } from './organisation.ts';

/** A package of 360Giving's data standard 1.4. */
export type OpenData = {
  readonly version: '1.4';
  readonly identifier: string;
  readonly title: string;
  readonly description: string;
  readonly publisher: { readonly identifier: string; readonly name: string };
  readonly modified: string;
  readonly grants: readonly OpenGrant[];
};

/** The awards that the public is told of, in the order in which they were decided. */
export const publishedAwards = (awards: Iterable<Award>): Award[] =>
  [...awards]
    .filter((award) => awardedAmount(award) !== undefined)
    .toSorted((a, b) => (a.approvals[0]?.sequence ?? 0) - (b.approvals[0]?.sequence ?? 0));

/** All published awards of a partnership; refused where there are none, since a package has at least one grant. */
export function openData(view: Pick<LedgerView, 'all' | 'partnership'>, histories: AwardHistories): OpenData {
  const partnership = view.partnership();
  const grants = publishedAwards(view.all('award').values()).flatMap((award) => {
    const history = found(histories.get(award.id), 'history of the award', award.id);
    return openGrant(award, history, view) ?? [];
  });
  const [first] = grants;
  const { id, name } = fundingOrganisation(partnership);
  return {
    version: '1.4',
    identifier: `${prefixOf(partnership)}-grants`,
    title: `${partnership.name}: grants awarded`,
    description: `Awards made by ${partnership.name} out of money held by ${name}, with what was paid and refunded.`,
    publisher: { identifier: id, name },
    modified: latestOf(
      found(first, 'published award', '').dateModified,
      ...grants.map(({ dateModified }) => dateModified),
    ),
    grants,
  };
}
