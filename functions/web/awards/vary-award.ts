import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { money } from '../page/text.ts';
import { approvedOf } from './award.ts';
import { awardAndMeetings, meetingField, noMeetingBlocks } from './meeting-choice.ts';
import { doneAtAward, toAward } from './of-award.ts';

/** Another amount than was approved: a meeting decides. */
export const varyAwardPage = formPage({
  path: '/partnerships/{partnershipId}/awards/{awardId}/variations/new',
  operation: 'varyAward',
  load: awardAndMeetings,
  title: 'Ask for a variation',
  caption: ({ award }) => award.title,
  steps: ({ partnershipId, award, meetings }) => [
    {
      title: 'What is asked',
      blocks: [
        { kind: 'inset', text: ['Approved now: ', approvedOf(award), '. Paid: ', money(award.paidAmount), '.'] },
        ...noMeetingBlocks(partnershipId, meetings),
      ],
      fields: [
        {
          kind: 'money',
          name: 'amountRequested',
          label: 'New amount of the whole award',
          hint: 'All that the award may come to, with what is paid already.',
        },
        { kind: 'prose', name: 'reason', label: 'Reason for the variation', rows: 3 },
        meetingField(meetings),
        noteField,
      ],
    },
  ],
  questionOf: {
    'not-found': 'meetingId',
    'meeting-not-open': 'meetingId',
    'too-many': 'meetingId',
    'year-closed': 'meetingId',
    'amount-not-confirmed': 'amountRequested',
  },
  button: 'Ask for the variation',
  back: toAward,
  done: doneAtAward,
});
