import { InstalmentsBody } from '../../../domain/grant/instalment.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { ApiProblem } from '../api/api-problem.ts';
import type { Field } from '../form/field.ts';
import type { Step } from '../form/form-definition.ts';
import { firstValue, type Values } from '../form/values.ts';

const [equal, each] = ['equal', 'each'] as const;

/** How the instalments are given; the questions follow on a page of their own. */
export const instalmentsField = (none: string): Field => ({
  kind: 'choice',
  name: 'instalmentsAs',
  label: 'Instalments',
  options: [
    { value: 'none', text: none },
    { value: equal, text: 'Equal parts', hint: 'How many, the first date, and how many months apart.' },
    { value: each, text: 'Each with its own date and amount' },
  ],
});

export function instalmentSteps(sent: Values): Step[] {
  const as = firstValue(sent, 'instalmentsAs');
  if (as === equal) return [{ title: 'Instalments', fields: equalFields }];
  return as === each ? [{ title: 'Instalments', fields: [eachField] }] : [];
}

const equalFields: readonly Field[] = [
  { kind: 'whole', name: 'instalments.count', label: 'How many instalments' },
  { kind: 'date', name: 'instalments.firstDueOn', label: 'When the first is due', hint: 'Such as 1 4 2018.' },
  {
    kind: 'whole',
    name: 'instalments.everyMonths',
    label: 'Months from one to the next',
    hint: 'Such as 3 for every quarter, 12 for every year.',
  },
];

const eachField: Field = {
  kind: 'rows',
  name: 'instalments',
  label: 'Instalments',
  hint: 'Together they come to the net amount.',
  item: 'Instalment',
  most: 120,
  fields: [
    { kind: 'date', name: 'dueOn', label: 'Date due' },
    { kind: 'money', name: 'amount', label: 'Amount due' },
  ],
};

/**
 * The answers without the question how. Instalments are read here as well as by the API, which takes either form and so
 * cannot say which part of one is wrong.
 */
export function withInstalments(
  { instalmentsAs: _, ...answers }: Record<string, unknown>,
  today: PlainDate,
): Record<string, unknown> {
  const { instalments } = answers;
  if (instalments === undefined) return answers;
  const [rows, parts] = InstalmentsBody({ today }).options;
  const { error } = (Array.isArray(instalments) ? rows : parts).safeParse(instalments);
  if (error === undefined) return answers;
  const errors = error.issues.map(({ path, message }) => ({
    pointer: `/${['instalments', ...path].join('/')}`,
    detail: message,
  }));
  throw new ApiProblem(400, { code: 'invalid-request', detail: 'Put these right.', errors });
}
