import { type Field, noteField } from '../form/field.ts';
import type { Step } from '../form/form-definition.ts';
import { orNothing } from '../form/options.ts';
import { name } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { recipientKinds } from './award-words.ts';
import { type ProposalChoices, proposedOnField } from './proposal.ts';

export const proposalSteps = (choices: ProposalChoices): Step[] => [
  initiative,
  recipientStep(choices),
  moneyStep(choices),
  detailsStep(choices),
];

const initiative: Step = {
  title: 'The initiative',
  fields: [
    { kind: 'line', name: 'title', label: 'Title of the award' },
    { kind: 'prose', name: 'purpose', label: 'Purpose', hint: 'What the money is for, in a few sentences.' },
    proposedOnField,
    {
      kind: 'choice',
      name: 'recipient.kind',
      label: 'Kind of recipient',
      options: Object.entries(recipientKinds).map(([value, text]) => ({ value, text })),
    },
  ],
};

/** A responsible authority is chosen, so that reports know it; anybody else is named. */
function recipientStep({ isAuthority, authorities }: ProposalChoices): Step {
  const authority: Field = {
    kind: 'choice',
    look: 'list',
    name: 'recipient.authorityId',
    label: 'Responsible authority',
    options: orNothing(authorities.map(({ id, name: called }) => ({ value: id, text: called }))),
  };
  const named: Field = { kind: 'line', name: 'recipient.name', label: 'Name of the recipient' };
  const organisationId: Field = {
    kind: 'line',
    name: 'recipient.organisationId',
    label: 'Organisation identifier',
    hint: 'Such as GB-CHC-1234567 for a charity or GB-COH-01234567 for a company.',
    width: 20,
    isOptional: true,
  };
  return { title: 'The recipient', fields: [isAuthority ? authority : named, organisationId] };
}

const moneyStep = ({ funds }: ProposalChoices): Step => ({
  title: 'The money',
  blocks: funds.length > 0 ? [] : [paragraph('No fund is open yet. The finance officer opens one first.')],
  fields: [
    { kind: 'choice', name: 'fundId', label: 'Fund that is to pay', options: funds },
    {
      kind: 'money',
      name: 'amountRequested',
      label: 'Amount asked',
      hint: 'Leave it empty where the amount is not known yet.',
      isOptional: true,
    },
  ],
});

const detailsStep = (choices: ProposalChoices): Step => ({
  title: 'The details',
  blocks: detailsBlocks(choices),
  fields: [
    ...purposeFields(choices),
    ...optionalChoice('grantId', 'Grant that is to pay', choices.grants, 'The oldest money pays first'),
    ...priorityFields(choices),
    { kind: 'date', name: 'period.start', label: 'First day of the initiative', isOptional: true },
    { kind: 'date', name: 'period.end', label: 'Last day of the initiative', isOptional: true },
    ...optionalChoice('relatedAwardId', 'Award for the same from another fund', choices.awards, 'None'),
    noteField,
  ],
});

const detailsBlocks = ({ fund, priorities }: ProposalChoices): Block[] => [
  ...(fund?.restriction === 'restricted' && fund.purpose !== undefined
    ? [{ kind: 'inset' as const, text: [name(fund.name), ' is restricted to: ', name(fund.purpose)] }]
    : []),
  ...(priorities.length > 0
    ? []
    : [paragraph('No priorities are set for the year of this proposal, so it can name none.')]),
];

const purposeFields = ({ fund }: ProposalChoices): Field[] =>
  fund?.restriction === 'restricted'
    ? [{ kind: 'prose', name: 'purposeStatement', label: 'How this serves the fund’s purpose', rows: 3 }]
    : [];

const priorityFields = ({ priorities }: ProposalChoices): Field[] =>
  priorities.length > 0
    ? [
        {
          kind: 'several',
          name: 'priorities',
          label: 'Priorities that it serves',
          options: priorities,
          isOptional: true,
        },
      ]
    : [];

const optionalChoice = (name: string, label: string, options: ProposalChoices['grants'], none: string): Field[] =>
  options.length > 0
    ? [{ kind: 'choice', look: 'list', name, label, options: orNothing(options, none), isOptional: true }]
    : [];
