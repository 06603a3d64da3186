import { financialYearOf } from '../../../domain/financial-year.ts';
import { longDate } from '../../../domain/prose-dates.ts';
import { operations } from '../../operations.ts';
import type { AnswerOf, Api } from '../api/api.ts';
import type { Visit } from '../page/page.ts';
import { meetingPath } from '../page/paths.ts';
import { priorityNames } from '../page/priorities.ts';
import { link, name, type Span } from '../page/text.ts';
import type { WholeAward } from './award.ts';

export type KnownMeeting = AnswerOf<'listMeetings'>['items'][number];
export type Terms = AnswerOf<'getTermsOfReference'>;

/** An award with what its page must know around it. */
export type KnownAward = {
  readonly partnershipId: string;
  readonly award: WholeAward;
  readonly fund: AnswerOf<'getFund'>;
  readonly grant: AnswerOf<'getGrant'> | undefined;
  readonly related: readonly WholeAward[];
  readonly priorities: ReadonlyMap<string, string>;
  readonly meetings: ReadonlyMap<string, KnownMeeting>;
  readonly authorities: ReadonlyMap<string, string>;
  /** For whoever may take chair's action. */
  readonly terms: readonly Terms[];
};

export type AwardVisit = Visit<'/partnerships/{partnershipId}/awards/{awardId}'>;

export async function knownAward({ api, parameters, may }: AwardVisit): Promise<KnownAward> {
  const { partnershipId } = parameters;
  const [award, partnership, listed, terms] = await Promise.all([
    api.read('getAward', parameters),
    api.read('getPartnership', { partnershipId }),
    api.all('listMeetings', { partnershipId }),
    may(operations.takeChairsAction.access) ? api.all('listTermsOfReference', { partnershipId }) : [],
  ]);
  const meetings = new Map(listed.map((meeting) => [meeting.id, meeting]));
  const authorities = new Map(partnership.responsibleAuthorities.map(({ id, name: called }) => [id, called]));
  return { partnershipId, award, meetings, authorities, terms, ...(await around(api, partnershipId, award, meetings)) };
}

async function around(
  api: Api,
  partnershipId: string,
  { fundId, grantId, relatedAwardIds, priorities: served, proposedOn, meetingIds }: WholeAward,
  meetings: KnownAward['meetings'],
) {
  const days = [proposedOn, ...meetingIds.flatMap((id) => meetings.get(id)?.heldOn ?? [])];
  const [fund, grant, related, priorities] = await Promise.all([
    api.read('getFund', { partnershipId, fundId }),
    grantId === undefined ? undefined : api.read('getGrant', { partnershipId, grantId }),
    Promise.all(relatedAwardIds.map((awardId) => api.read('getAward', { partnershipId, awardId }))),
    priorityNames(api, partnershipId, served.length === 0 ? [] : days.map(financialYearOf)),
  ]);
  return { fund, grant, related, priorities };
}

/** A meeting, as a link by its title and day. */
export function meetingLink({ partnershipId, meetings }: KnownAward, meetingId: string): Span {
  const meeting = meetings.get(meetingId);
  const text = meeting === undefined ? 'the meeting' : `${meeting.title} of ${longDate(meeting.heldOn)}`;
  return link(meetingPath(partnershipId, meetingId), text);
}

export const authorityNames = ({ authorities }: KnownAward, ids: readonly string[]): Span =>
  name(ids.map((id) => authorities.get(id) ?? id).join(', '));
