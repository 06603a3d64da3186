import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { awardAndMeetings, meetingField, noMeetingBlocks } from './meeting-choice.ts';
import { doneAtAward, toAward } from './of-award.ts';

/** On to a meeting's agenda, or from one to another. */
export const submitAwardPage = formPage({
  path: '/partnerships/{partnershipId}/awards/{awardId}/submission',
  operation: 'submitAward',
  load: awardAndMeetings,
  title: 'Submit to a meeting',
  caption: ({ award }) => award.title,
  steps: ({ partnershipId, award, meetings: coming }) => {
    const meetings = coming.filter(({ value }) => value !== award.meetingId);
    return [
      {
        title: 'Which meeting decides',
        blocks: noMeetingBlocks(partnershipId, meetings),
        fields: [meetingField(meetings), noteField],
      },
    ];
  },
  questionOf: {
    'not-found': 'meetingId',
    'invalid-transition': 'meetingId',
    'meeting-not-open': 'meetingId',
    'date-out-of-order': 'meetingId',
    'too-many': 'meetingId',
    'year-closed': 'meetingId',
  },
  button: 'Submit the award',
  back: toAward,
  done: doneAtAward,
});
