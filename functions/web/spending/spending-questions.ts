import { yearInProse } from '../../../domain/prose-dates.ts';
import { type Field, noteField } from '../form/field.ts';
import type { Step } from '../form/form-definition.ts';
import { orNothing } from '../form/options.ts';
import { money, name } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { categoryField, newCategoryFields } from './category-questions.ts';
import type { SpendingChoices } from './record-expenditure.ts';

export const spendingStep = ({ funds, categories }: SpendingChoices): Step => ({
  title: 'What was spent',
  blocks: funds.length > 0 ? [] : [paragraph('No fund is open yet. Open one first.')],
  fields: [
    { kind: 'choice', name: 'fundId', label: 'Fund that pays', options: funds },
    categoryField(categories),
    { kind: 'prose', name: 'description', label: 'Description', hint: 'What the money was spent on.', rows: 2 },
    { kind: 'money', name: 'amount', label: 'Amount spent' },
    { kind: 'date', name: 'spentOn', label: 'Date spent', hint: 'The date on the bank statement, such as 29 3 2018.' },
  ],
});

export const authorityStep = ({ fund, grants, categories, sent }: SpendingChoices): Step => ({
  title: 'What it rests on',
  blocks: fundBlocks(fund),
  fields: [
    ...newCategoryFields(categories, sent),
    ...grantFields(grants),
    ...(fund?.restriction === 'restricted' ? [purposeField] : []),
    {
      kind: 'line',
      name: 'authorityReference',
      label: 'Authority reference',
      hint: 'The minute or the budget line that it rests on.',
      width: 20,
    },
    { kind: 'line', name: 'paymentReference', label: 'Payment reference', width: 20 },
    noteField,
  ],
});

const purposeField: Field = {
  kind: 'prose',
  name: 'purposeStatement',
  label: 'How this serves the fund’s purpose',
  rows: 3,
};

const grantFields = (grants: SpendingChoices['grants']): Field[] =>
  grants.length === 0
    ? []
    : [
        {
          kind: 'choice',
          look: 'list',
          name: 'grantId',
          label: 'Grant that pays',
          hint: 'Only where it was spent out of one grant’s money.',
          options: orNothing(grants, 'No grant in particular'),
          isOptional: true,
        },
      ];

/** What is free in the fund, and what that is restricted to. */
function fundBlocks(fund: SpendingChoices['fund']): Block[] {
  if (fund === undefined) return [];
  const at = ` at the end of ${yearInProse(fund.financialYear)}: `;
  const free: Block = { kind: 'inset', text: ['Uncommitted in ', name(fund.name), at, money(fund.uncommitted)] };
  return fund.purpose === undefined
    ? [free]
    : [free, paragraph(name(fund.name), ' is restricted to: ', name(fund.purpose))];
}
