import { partnershipPath } from '../page/paths.ts';
import { type Block, paragraph } from '../page/view.ts';

export const verificationPath = (partnershipId: string): string =>
  `${partnershipPath(partnershipId)}/audit/verification`;

/** What the verification does, and the button that starts it. */
export const startBlocks = (partnershipId: string): Block[] => [
  paragraph('The verification reads every entry of the journal, from the first, and works everything out again:'),
  {
    kind: 'list',
    items: [
      'that no entry is missing, and each has the hash that it states and follows from the one before it',
      'that debits equal credits in every entry',
      'that every record and balance that is stored is what the journal makes of it',
    ],
  },
  paragraph('It changes nothing. On a long journal it takes a minute or more; you can leave the page meanwhile.'),
  runButton(partnershipId, 'Run the verification'),
];

export const runButton = (partnershipId: string, text: string): Block => ({
  kind: 'form',
  method: 'get',
  action: verificationPath(partnershipId),
  fields: [],
  values: new Map(),
  carried: [['run', 'yes']],
  buttons: [{ text }],
});
