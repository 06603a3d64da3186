import { longDate } from '../../../domain/prose-dates.ts';
import type { Heading } from '../../statements/formats/heading.ts';
import type { Signature } from '../../statements/formats/signature.ts';
import type { Minutes } from './minutes.ts';

export const headingOf = ({ partnership, title, heldOn, confirmedAt }: Minutes): Heading => ({
  title: `Minutes of ${longDate(heldOn)}`,
  partnership,
  period: title,
  // Nobody must take for final what no later meeting has confirmed.
  standing: confirmedAt === undefined ? 'Draft' : `Confirmed at ${confirmedAt}`,
});

/** Lines for whoever signs on paper that the minutes are a correct record. */
export const confirmationOf = ({ confirmedAt }: Minutes): Signature => ({
  title: 'Confirmation of the minutes',
  declaration:
    confirmedAt === undefined
      ? 'These minutes are a draft until a later meeting confirms them as a correct record.'
      : `Confirmed at ${confirmedAt} as a correct record.`,
  lines: ['Signed', 'Name', 'Date'].map((label) => ({ label, value: '' })),
});
