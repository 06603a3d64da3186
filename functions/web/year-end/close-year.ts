import { yearInProse } from '../../../domain/prose-dates.ts';
import type { AnswerOf } from '../api/api.ts';
import { type Field, noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { orNothing } from '../form/options.ts';
import { recordedAt } from '../page/records.ts';
import { money, name } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { disposalValues, suggestedDisposals } from './suggested-disposals.ts';
import { backToChecklist, checklistPath } from './year-end-paths.ts';

type Statement = AnswerOf<'getStatement'>;

/** Each fund's balance is carried forward or returned, and nothing posts to the year any more. */
export const closeYearPage = formPage({
  path: '/partnerships/{partnershipId}/years/{financialYear}/closing',
  operation: 'closeYear',
  load: async ({ api, parameters }) => {
    const { partnershipId } = parameters;
    const [statement, agreements] = await Promise.all([
      api.read('getStatement', parameters),
      api.all('listGrants', { partnershipId }),
    ]);
    return { statement, agreements };
  },
  title: ({ statement }) => `Close ${yearInProse(statement.financialYear)}`,
  steps: ({ statement }) => [
    {
      title: 'What becomes of each balance',
      blocks: [balances(statement)],
      fields: [disposalRows(statement), noteField],
    },
  ],
  start: ({ statement, agreements }) => disposalValues(suggestedDisposals(statement, agreements)),
  body: (answers) => ({ disposals: [], ...answers }),
  questionOf: {
    'disposals-do-not-sum': 'disposals.0.amount',
    'return-exceeds-uncommitted': 'disposals.0.amount',
    'return-exceeds-unspent': 'disposals.0.amount',
    'approval-reference-required': 'disposals.0.approvalReference',
  },
  button: 'Close the year',
  isWarning: true,
  back: backToChecklist,
  done: ({ sequence }, { parameters }) => recordedAt(checklistPath(parameters), sequence),
});

const balances = ({ funds }: Statement): Block => ({
  kind: 'table',
  caption: 'Balances before returns',
  empty: 'There are no funds.',
  columns: [
    { label: 'Fund' },
    { label: 'Balance', isNumeric: true },
    { label: 'Of which uncommitted', isNumeric: true },
  ],
  rows: funds.map((fund) => [name(fund.name), money(fund.closingBalance), money(fund.uncommitted)]),
});

function disposalRows({ funds, grants }: Statement): Field {
  const inFunds = funds.map(({ fundId, name: text }) => ({ value: fundId, text }));
  const ofGrants = grants.flatMap(({ grantId, title }) => (grantId === null ? [] : [{ value: grantId, text: title }]));
  return {
    kind: 'rows',
    name: 'disposals',
    label: 'What becomes of the money',
    hint: 'For each fund, what is carried forward and what is returned come to its balance.',
    item: 'Part',
    isOptional: true,
    most: 120,
    fields: [
      { kind: 'choice', name: 'fundId', label: 'Fund', options: orNothing(inFunds), look: 'list' },
      {
        kind: 'choice',
        name: 'treatment',
        label: 'What becomes of it',
        options: [
          { value: 'carry-forward', text: 'Carried forward to the next year' },
          { value: 'return', text: 'Returned to the funder' },
        ],
      },
      { kind: 'money', name: 'amount', label: 'Amount' },
      {
        kind: 'choice',
        name: 'grantId',
        label: 'Grant',
        hint: 'Whose money it is: needed where it is returned.',
        options: orNothing(ofGrants, 'None named'),
        look: 'list',
        isOptional: true,
      },
      {
        kind: 'line',
        name: 'approvalReference',
        label: 'Funder’s approval reference',
        hint: 'Where the agreement allows money to be carried forward only with approval.',
        width: 20,
        isOptional: true,
      },
    ],
  };
}
