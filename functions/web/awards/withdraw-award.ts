import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { awardTitle, doneAtAward, loadAward, toAward } from './of-award.ts';

/** The award before it is decided, or the variation of one that is: taken back by whoever proposed it. */
export const withdrawAwardPage = formPage({
  path: '/partnerships/{partnershipId}/awards/{awardId}/withdrawal',
  operation: 'withdrawAward',
  load: loadAward,
  title: ({ status }) => (status === 'approved' ? 'Withdraw the variation' : 'Withdraw the award'),
  caption: awardTitle,
  steps: ({ status }) => [
    {
      title: 'Why it is withdrawn',
      blocks: [
        {
          kind: 'paragraph',
          text:
            status === 'approved'
              ? 'What was approved before stands.'
              : 'A withdrawn award stays on record. It can not be submitted again.',
        },
      ],
      fields: [{ kind: 'prose', name: 'reason', label: 'Reason for withdrawing', rows: 3 }, noteField],
    },
  ],
  button: 'Withdraw',
  isWarning: true,
  back: toAward,
  done: doneAtAward,
});
