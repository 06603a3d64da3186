import { financialYearOf } from '../../../domain/financial-year.ts';
import type { AnswerOf, Api } from '../api/api.ts';
import type { Names } from '../minutes/answers.ts';
import { prioritiesOf } from '../page/priorities.ts';
import { isAmountAlone } from './decide-links.ts';
import { type Officers, termsOn } from './officers.ts';

export type Meeting = AnswerOf<'getMeeting'>;
export type AgendaItem = Meeting['agenda'][number];
export type ListedMeeting = AnswerOf<'listMeetings'>['items'][number];
export type ListedAward = AnswerOf<'listAwards'>['items'][number];
export type WholeAward = AnswerOf<'getAward'>;
export type Fund = AnswerOf<'listFunds'>['items'][number];

/** All that a page shows of a meeting, with the names of what it names. */
export type MeetingRecords = {
  readonly partnershipId: string;
  readonly partnershipName: string;
  readonly meeting: Meeting;
  /** Those of the agenda, and of chair’s action that waits. */
  readonly awards: readonly WholeAward[];
  /** Approved without an amount, which an open meeting may set. */
  readonly unconfirmed: readonly ListedAward[];
  readonly funds: readonly Fund[];
  readonly meetings: readonly ListedMeeting[];
  readonly names: Names;
  readonly terms: Officers;
};

type OfMeeting = { readonly partnershipId: string; readonly meetingId: string };

export async function readMeeting(api: Api, { partnershipId, meetingId }: OfMeeting): Promise<MeetingRecords> {
  const [meeting, funds, allTerms, partnership, meetings] = await Promise.all([
    api.read('getMeeting', { partnershipId, meetingId }),
    api.all('listFunds', { partnershipId }),
    api.all('listTermsOfReference', { partnershipId }),
    api.read('getPartnership', { partnershipId }),
    api.all('listMeetings', { partnershipId }),
  ]);
  const [awards, priorities, approved] = await Promise.all([
    awardsBefore(api, partnershipId, meeting),
    prioritiesOf(api, partnershipId, financialYearOf(meeting.heldOn)),
    meeting.status === 'open' ? api.all('listAwards', { partnershipId }, { status: 'approved' }) : [],
  ]);
  return {
    partnershipId,
    partnershipName: partnership.name,
    meeting,
    awards,
    unconfirmed: approved.filter(isAmountAlone),
    funds,
    meetings,
    names: { authorities: partnership.responsibleAuthorities, funds, priorities, meetings },
    terms: termsOn(allTerms, meeting.heldOn),
  };
}

function awardsBefore(api: Api, partnershipId: string, { agenda, toRatify, status }: Meeting): Promise<WholeAward[]> {
  const waiting = status === 'closed' ? [] : toRatify;
  const ids = [...new Set([...agenda, ...waiting].map(({ awardId }) => awardId))];
  return Promise.all(ids.map((awardId) => api.read('getAward', { partnershipId, awardId })));
}
