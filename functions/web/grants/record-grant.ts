import type { PlainDate } from '../../../domain/plain-date.ts';
import type { Option } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { fundOptions } from '../form/options.ts';
import type { Visit } from '../page/page.ts';
import { grantPath, partnershipPath } from '../page/paths.ts';
import { recordedAt } from '../page/records.ts';
import { type KnownFunders, knownFunders, newFunderSteps, withFunder } from './funder-questions.ts';
import { grantEffects } from './grant-effects.ts';
import { grantStep, moneyStep, termsStep } from './grant-questions.ts';
import { instalmentSteps, withInstalments } from './instalment-questions.ts';

export type NewGrant = {
  readonly today: PlainDate;
  readonly funds: readonly Option[];
  readonly funders: KnownFunders;
};

/** What a funder has agreed, step by step. */
export const recordGrantPage = formPage({
  path: '/partnerships/{partnershipId}/grants/new',
  operation: 'agreeGrant',
  load: async (visit): Promise<NewGrant> => {
    const { partnershipId } = visit.parameters;
    const [funds, funders] = await Promise.all([fundOptions(visit.api, partnershipId), knownFunders(visit)]);
    return { today: visit.today, funds, funders };
  },
  title: 'Record a grant',
  steps: (context) => [
    grantStep(context),
    ...newFunderSteps(context.funders),
    moneyStep,
    termsStep,
    ...instalmentSteps(context.funders.sent),
  ],
  body: (answers, { funders, today }) => withInstalments(withFunder(answers, funders), today),
  effects: async (answer) => grantEffects(answer),
  questionOf: {
    'nature-mismatch': 'nature',
    'period-mismatch': 'fundingPeriod.end',
    'top-slice-exceeds-outstanding': 'topSlices',
    'instalments-do-not-sum': 'instalments',
    'date-out-of-order': 'agreedOn',
    'year-closed': 'financialYear',
    'not-found': 'fundId',
  },
  button: 'Record the grant',
  back: ({ parameters: { partnershipId } }: Visit<'/partnerships/{partnershipId}/grants/new'>) => ({
    href: `${partnershipPath(partnershipId)}/grants`,
    text: 'Grants',
  }),
  done: ({ id, sequence }, { parameters: { partnershipId } }) => recordedAt(grantPath(partnershipId, id), sequence),
});
