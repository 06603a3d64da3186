import { z } from 'zod';
import { formPage } from '../form/form-page.ts';
import { dateValues } from '../form/values.ts';
import { awardPath, partnershipPath } from '../page/paths.ts';
import { recordedAt } from '../page/records.ts';
import { type ProposalChoices, proposalChoices, proposedOnField } from './proposal.ts';
import { proposalSteps } from './proposal-steps.ts';

/** An initiative is put forward; it is a draft until it is on a meeting's agenda. */
export const proposeAwardPage = formPage({
  path: '/partnerships/{partnershipId}/awards/new',
  operation: 'proposeAward',
  load: proposalChoices,
  title: 'Propose an award',
  steps: proposalSteps,
  start: (_, { today }) => dateValues(proposedOnField.name, today),
  body: withAuthorityName,
  questionOf: {
    'already-reversed': 'grantId',
    'nature-mismatch': 'fundId',
    'purpose-required': 'purposeStatement',
    'too-many': 'relatedAwardId',
    'year-closed': proposedOnField.name,
  },
  button: 'Propose the award',
  back: ({ parameters: { partnershipId } }) => ({
    href: `${partnershipPath(partnershipId)}/awards`,
    text: 'All awards',
  }),
  done: ({ id, sequence }, { parameters: { partnershipId } }) => recordedAt(awardPath(partnershipId, id), sequence),
});

const Chosen = z.looseObject({ authorityId: z.string() });

/** A responsible authority is called what the partnership calls it. */
function withAuthorityName(
  answers: Record<string, unknown>,
  { authorities }: ProposalChoices,
): Record<string, unknown> {
  const { data: recipient } = Chosen.safeParse(answers['recipient']);
  const authority = authorities.find(({ id }) => id === recipient?.authorityId);
  return authority === undefined ? answers : { ...answers, recipient: { ...recipient, name: authority.name } };
}
