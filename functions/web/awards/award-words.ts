import type { AwardStatus } from '../../../domain/award/lifecycle.ts';
import type { TagColour } from '../page/text.ts';
import type { ListedAward } from './award.ts';

/** What the state of an award is called, and the colour beside the word. */
export const statusWords = {
  draft: { text: 'Draft', colour: 'grey' },
  submitted: { text: 'Waiting for a decision', colour: 'yellow' },
  deferred: { text: 'Deferred', colour: 'yellow' },
  approved: { text: 'Approved', colour: 'green' },
  rejected: { text: 'Rejected', colour: 'red' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
  closed: { text: 'Closed', colour: 'grey' },
} as const satisfies Record<AwardStatus, { readonly text: string; readonly colour: TagColour }>;

export const recipientKinds = {
  'responsible-authority': 'Responsible authority',
  'public-body': 'Another public body',
  vcse: 'Voluntary, community or social enterprise body',
  other: 'Another recipient',
} as const satisfies Record<ListedAward['recipient']['kind'], string>;
