import { awardCalled, meetingOn } from './found.ts';
import { type Example, isPart, person } from './people.ts';
import { actStep, type Dated, postToListStep, type Step } from './step.ts';
import { noteOf, pathOf } from './words.ts';

type Award = Example['awards']['items'][number];

export function proposed(example: Example, { title, recipient, amountRequested, priorities }: Award): Step {
  const { fundId, meeting, source, note } = example.awards;
  const body = {
    title,
    fundId,
    recipient,
    amountRequested,
    priorities,
    purpose: title,
    proposedOn: meeting,
    note: noteOf(source, note),
  };
  const to = `${pathOf(example)}/awards`;
  return postToListStep(`Award ${title}`, proposer(example), () => to, body, 'title');
}

const proposer = (example: Example) => partOf(example, example.awards.proposedBy);

function partOf(example: Example, part: string) {
  if (!isPart(part)) throw new Error(`the example has no ${part}`);
  return person(example, part);
}

type Doing = Pick<Parameters<typeof actStep>[0], 'as' | 'isDone' | 'body'> & { readonly what: string };

function awardStep(example: Example, { title }: Award, { what, ...doing }: Doing): Step {
  return actStep({
    ...doing,
    title: `${what.charAt(0).toUpperCase()}${what.slice(1)} of ${title}`,
    find: (api) => awardCalled(api, example, title),
    path: ({ id }) => `${pathOf(example)}/awards/${id}/${what}`,
  });
}

export function submitted(example: Example, award: Award): Step {
  const { meeting, source } = example.awards;
  return awardStep(example, award, {
    what: 'submission',
    as: proposer(example),
    isDone: ({ status }) => status !== 'draft',
    body: async (api) => ({ meetingId: (await meetingOn(api, example, meeting))['id'], note: noteOf(source) }),
  });
}

export function decided(example: Example, award: Award): Step {
  const { meeting, source, note, decidedBy } = example.awards;
  const { amountApproved, minuteReference } = award;
  return awardStep(example, award, {
    what: 'decision',
    as: partOf(example, decidedBy),
    isDone: (found) => found['amountApproved'] !== null,
    body: async (api) => ({
      meetingId: (await meetingOn(api, example, meeting))['id'],
      outcome: 'approved',
      amountApproved,
      minuteReference,
      note: noteOf(source, note),
    }),
  });
}

/** What was paid, on its day. */
export const payments = (example: Example): Dated[] =>
  example.awards.items.map((award) => ({ on: award.paidOn, step: paid(example, award) }));

function paid(example: Example, award: Award): Step {
  const { source, note } = example.awards;
  const { amountApproved, paidOn, minuteReference } = award;
  return awardStep(example, award, {
    what: 'payments',
    as: person(example, 'financeOfficer'),
    isDone: (found) => found['paidAmount'] !== '0.00',
    body: () => ({
      amount: amountApproved,
      paidOn,
      paymentReference: `Minute ${minuteReference}`,
      note: noteOf(source, note),
    }),
  });
}
