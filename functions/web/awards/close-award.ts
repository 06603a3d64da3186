import { isToBeConfirmed } from '../../../domain/award/award.ts';
import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { money } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import type { WholeAward } from './award.ts';
import { awardTitle, doneAtAward, loadAward, toAward } from './of-award.ts';

/** Nothing more will be paid. */
export const closeAwardPage = formPage({
  path: '/partnerships/{partnershipId}/awards/{awardId}/closure',
  operation: 'closeAward',
  load: loadAward,
  title: 'Close the award',
  caption: awardTitle,
  steps: (award) => [
    {
      title: 'Why it is closed',
      blocks: [
        releasedBlock(award),
        { kind: 'paragraph', text: 'A closed award takes no more payments. Refunds can still be recorded.' },
      ],
      fields: [
        { kind: 'prose', name: 'reason', label: 'Reason for closing', rows: 3 },
        { kind: 'date', name: 'closedOn', label: 'Closed on' },
        noteField,
      ],
    },
  ],
  questionOf: { 'date-out-of-order': 'closedOn', 'year-closed': 'closedOn' },
  button: 'Close the award',
  isWarning: true,
  back: toAward,
  done: doneAtAward,
});

function releasedBlock(award: WholeAward): Block {
  if (isToBeConfirmed(award))
    return { kind: 'inset', text: 'The amount was never confirmed: there is nothing to release.' };
  return {
    kind: 'inset',
    text: award.committedAmount.isPositive()
      ? [money(award.committedAmount), ' is committed and unpaid. Closing releases it, for the fund to use again.']
      : 'Nothing is left to pay, so closing releases nothing.',
  };
}
