import { isAmountAlone } from './decide-links.ts';
import type { Deciding } from './decision-questions.ts';

/** "Approve £450.00 in full: J9 domestic abuse awareness". */
export const decisionTitle = (context: Deciding): string => `${actOf(context)}: ${context.award.title}`;

function actOf({ choice, award, asked }: Deciding): string {
  switch (choice) {
    case 'approved':
      if (asked === undefined) return 'Approve, amount to be confirmed';
      return isAmountAlone(award) ? `Confirm ${asked.toSterling()}` : `Approve ${asked.toSterling()} in full`;
    case 'part':
      return isAmountAlone(award) ? 'Confirm the amount' : 'Approve part or with conditions';
    case 'rejected':
      return 'Reject';
    case 'deferred':
      return 'Defer';
  }
}
