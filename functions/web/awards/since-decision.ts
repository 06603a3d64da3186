import { entryPath } from '../page/paths.ts';
import { link, name } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import type { Decided, Ratified } from './decision.ts';
import { type KnownAward, meetingLink } from './known-award.ts';

/** What became of the attendance that the decision rests on, and of the minutes. */
export function sinceThen(known: KnownAward, decision: Decided | Ratified): Block[] {
  const { attendanceCorrections, isQuorateAsCorrected, minutesConfirmedAtMeetingId: confirmedAt } = decision;
  const corrections = attendanceCorrections.map(({ sequence, reason }) =>
    paragraph(
      'The attendance was corrected afterwards (',
      link(entryPath(known.partnershipId, sequence), `entry ${sequence}`),
      '): ',
      name(reason),
    ),
  );
  const quorate = isQuorateAsCorrected
    ? paragraph('As corrected, the meeting still had its quorum for this.')
    : ({ kind: 'warning', text: 'As corrected, the meeting had no quorum for this.' } as const);
  const minutes =
    confirmedAt === undefined || confirmedAt === null
      ? paragraph('The minutes are not confirmed yet.')
      : paragraph('The minutes were confirmed at ', meetingLink(known, confirmedAt), '.');
  return [...corrections, ...(isQuorateAsCorrected === undefined ? [] : [quorate]), minutes];
}
