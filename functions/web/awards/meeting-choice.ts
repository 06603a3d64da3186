import type { Api } from '../api/api.ts';
import type { Field, Option } from '../form/field.ts';
import { comingMeetings } from '../form/options.ts';
import { partnershipPath } from '../page/paths.ts';
import { link } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { loadAward } from './of-award.ts';

type OfAward = { readonly api: Api; readonly parameters: { readonly partnershipId: string; readonly awardId: string } };

/** An award, and the meetings that can still come to decide about it. */
export async function awardAndMeetings(visit: OfAward) {
  const { partnershipId } = visit.parameters;
  const [award, meetings] = await Promise.all([loadAward(visit), comingMeetings(visit.api, partnershipId)]);
  return { partnershipId, award, meetings };
}

export const meetingField = (meetings: readonly Option[]): Field => ({
  kind: 'choice',
  name: 'meetingId',
  label: 'Meeting that is to decide',
  options: meetings,
});

/** What is said where no meeting is there to choose. */
export const noMeetingBlocks = (partnershipId: string, meetings: readonly Option[]): Block[] =>
  meetings.length > 0
    ? []
    : [
        paragraph(
          'There is no meeting to choose. The coordinator schedules one first, among the ',
          link(`${partnershipPath(partnershipId)}/meetings`, 'meetings'),
          '.',
        ),
      ];
