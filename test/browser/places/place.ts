import type { ParametersOf } from '../../../functions/web/page/page.ts';
import type { PageName, pages } from '../../../functions/web/pages.ts';
import type { Who } from '../world/people.ts';
import type { World } from '../world/world.ts';

/** Somebody who is signed in; the officer also with a bank file beside the session, before and after its lines are recorded. */
export type Visitor = Who | 'officerWithFile' | 'officerWhoRecorded' | 'nobody';

/** Where a page is seen, and by whom. */
export type Place<Name extends PageName = PageName> = {
  readonly as: Visitor;
  /** The parameters of its path. */
  readonly at: (world: World) => ParametersOf<(typeof pages)[Name]['path']>;
  readonly query?: string;
  /** Which of several, where a page is seen in several places. */
  readonly is?: string;
  /** Where it isn't 200, or 303 of a redirect. */
  readonly status?: number;
  /** What isn't HTML is looked at by no browser: it is left out by what it is. */
  readonly gives?: 'redirect' | 'file';
  /** Why there is no such page where nothing was recorded. */
  readonly isNeverEmpty?: string;
};

/** A place of whichever page. */
export type AnyPlace = Omit<Place, 'at'> & { readonly at: (world: World) => Readonly<Record<string, string>> };

/** A page that is forgotten doesn't compile. */
export type PlacesOf<Names extends PageName> = { readonly [Name in Names]: readonly Place<Name>[] };

export const nowhere = () => ({});
export const here = ({ partnershipId }: World) => ({ partnershipId });
export const thisYear = ({ partnershipId, financialYear }: World) => ({ partnershipId, financialYear });
export const inYear = (financialYear: string) => (world: World) => ({ ...here(world), financialYear });
export const atGrant = (which: keyof World['grants']) => (world: World) => ({
  ...here(world),
  grantId: world.grants[which],
});
export const atAward = (which: keyof World['awards']) => (world: World) => ({
  ...here(world),
  awardId: world.awards[which],
});
export const atMeeting = (which: keyof World['meetings']) => (world: World) => ({
  ...here(world),
  meetingId: world.meetings[which],
});
export const atItem = (meeting: keyof World['meetings'], award: keyof World['awards']) => (world: World) => ({
  ...atMeeting(meeting)(world),
  ...atAward(award)(world),
});
export const atFund = (fundId: 'fund' | 'new-fund') => (world: World) => ({ ...here(world), fundId });
export const atEntry = (which: keyof World['sequences']) => (world: World) => ({
  ...here(world),
  sequence: String(world.sequences[which]),
});
export const atJob = (which: keyof World['jobs']) => (world: World) => ({
  ...thisYear(world),
  jobId: world.jobs[which],
});
