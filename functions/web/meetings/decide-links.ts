import { isToBeConfirmed } from '../../../domain/award/award.ts';
import type { Action } from '../page/view.ts';
import type { ListedAward, Meeting } from './meeting-records.ts';

/** The ways to decide an item, by how they are named in the form's address. */
export const choices = ['approved', 'part', 'rejected', 'deferred'] as const;
export type Choice = (typeof choices)[number];

/** Approved, and all that is left to decide is the amount. Where the award is to be varied as well, that is decided. */
export const isAmountAlone = (award: ListedAward): boolean =>
  award.status === 'approved' && award.variation === undefined && isToBeConfirmed(award);

const texts = {
  approved: 'Approve in full',
  part: 'Approve part or with conditions',
  rejected: 'Reject',
  deferred: 'Defer',
} as const satisfies Record<Choice, string>;

/** One for each way, for whoever presides. */
export function decideLinks(path: string, award: ListedAward, asked: Meeting['agenda'][number]['amountRequested']) {
  const isPossible = (choice: Choice): boolean => {
    if (isAmountAlone(award)) return choice === 'part' || (choice === 'approved' && asked !== undefined);
    return choice !== 'approved' || asked !== undefined || award.variation === undefined;
  };
  return choices.filter(isPossible).map((choice): Action => {
    const text = textOf(choice, award, asked === undefined);
    return {
      href: `${path}/awards/${award.id}/decision?outcome=${choice}`,
      text,
      hidden: award.title,
      ...(choice !== 'approved' && { look: 'secondary' as const }),
    };
  });
}

function textOf(choice: Choice, award: ListedAward, isOpenEnded: boolean): string {
  if (isAmountAlone(award)) return choice === 'approved' ? 'Confirm the amount asked' : 'Confirm another amount';
  return choice === 'approved' && isOpenEnded ? 'Approve, amount to be confirmed' : texts[choice];
}
