import { formPage } from '../form/form-page.ts';
import { fundOptions, grantOptions } from '../form/options.ts';
import { firstValue } from '../form/values.ts';
import { sentValues } from '../grants/sent-values.ts';
import type { Visit } from '../page/page.ts';
import { recordedAt } from '../page/records.ts';
import { newCategoryName, withCategory } from './category-questions.ts';
import { expenditurePath } from './expenditure-path.ts';
import { authorityStep, spendingStep } from './spending-questions.ts';

type Here = Visit<'/partnerships/{partnershipId}/expenditure/new'>;

/** Spending that is no award, within what is free in the fund. */
export const recordExpenditurePage = formPage({
  path: '/partnerships/{partnershipId}/expenditure/new',
  operation: 'recordExpenditure',
  load: choicesOf,
  title: 'Record spending',
  start: (_, { request }) => [['fundId', request.query.get('fundId') ?? '']],
  steps: (choices) => [spendingStep(choices), authorityStep(choices)],
  body: withCategory,
  questionOf: {
    'insufficient-funds': 'amount',
    'purpose-required': 'purposeStatement',
    'too-many-names': newCategoryName,
    'date-out-of-order': 'spentOn',
    'year-closed': 'spentOn',
    'already-reversed': 'grantId',
    'not-found': 'fundId',
  },
  button: 'Record the spending',
  back: ({ parameters: { partnershipId } }) => ({ href: expenditurePath(partnershipId), text: 'Spending' }),
  done: ({ sequence }, { parameters: { partnershipId } }) => recordedAt(expenditurePath(partnershipId), sequence),
});

/** What the questions offer; which grants, by the fund that was chosen. */
async function choicesOf(visit: Here) {
  const { api, parameters } = visit;
  const { partnershipId } = parameters;
  const sent = sentValues(visit);
  const fundId = firstValue(sent, 'fundId');
  const [funds, spent, fund, grants] = await Promise.all([
    fundOptions(api, partnershipId),
    api.all('listExpenditure', { partnershipId }),
    readFund(visit, fundId),
    fundId === '' ? [] : grantOptions(api, partnershipId, fundId),
  ]);
  const categories = [...new Set(spent.map(({ category }) => category))].toSorted((a, b) => a.localeCompare(b));
  return { sent, funds, fund, grants, categories };
}

export type SpendingChoices = Awaited<ReturnType<typeof choicesOf>>;

async function readFund({ api, parameters: { partnershipId } }: Here, fundId: string) {
  const funds = fundId === '' ? [] : await api.all('listFunds', { partnershipId });
  return funds.find(({ id }) => id === fundId);
}
