import type { PlainDate } from '../../../domain/plain-date.ts';
import { noteField } from '../form/field.ts';
import type { Step } from '../form/form-definition.ts';
import { formPage } from '../form/form-page.ts';
import { dateValues, type Values } from '../form/values.ts';
import { money } from '../page/text.ts';
import { beforeAndAfter } from './before-and-after.ts';
import { instalmentBlock } from './grant-effects.ts';
import { backToGrant, doneAtGrant } from './grant-page-of.ts';
import { periodFields, underspendField } from './grant-questions.ts';
import { instalmentsText, periodText, type ShownGrant, underspendText } from './grant-words.ts';
import { instalmentSteps, instalmentsField, withInstalments } from './instalment-questions.ts';
import { sentValues } from './sent-values.ts';

type Varying = { readonly grant: ShownGrant; readonly sent: Values; readonly today: PlainDate };

/** New terms of a grant: an uplift, a cut, an extension. */
export const varyGrantPage = formPage({
  path: '/partnerships/{partnershipId}/grants/{grantId}/variations/new',
  operation: 'varyGrant',
  load: async (visit): Promise<Varying> => ({
    grant: await visit.api.read('getGrant', visit.parameters),
    sent: sentValues(visit),
    today: visit.today,
  }),
  title: 'Record a variation',
  caption: ({ grant }) => grant.title,
  start: ({ grant }) =>
    grant.instalments.flatMap(({ dueOn, amount }, place): [string, string][] => [
      ...dateValues(`instalments.${place}.dueOn`, dueOn),
      [`instalments.${place}.amount`, amount.text],
    ]),
  steps: ({ grant, sent }) => [letterStep, termsStep(grant), ...instalmentSteps(sent)],
  body: (answers, { today }) => withInstalments(answers, today),
  effects: async ({ after, grant }, { grant: now }) => [
    beforeAndAfter([
      ['Gross amount', money(now.grossAmount), money(after.grossAmount)],
      ['Net amount', money(now.netAmount), money(grant.netAmount)],
    ]),
    instalmentBlock(after.instalments),
  ],
  questionOf: {
    'variation-below-received': 'grossAmount',
    'instalments-do-not-sum': 'instalments',
    'period-mismatch': 'fundingPeriod.end',
    'date-out-of-order': 'effectiveOn',
    'year-closed': 'effectiveOn',
  },
  button: 'Record the variation',
  back: backToGrant,
  done: doneAtGrant,
});

const letterStep: Step = {
  title: 'When and why',
  fields: [
    { kind: 'date', name: 'effectiveOn', label: 'Date from which it holds', hint: 'Such as 1 1 2018.' },
    { kind: 'line', name: 'reference', label: 'Reference of the letter', width: 20 },
    { kind: 'prose', name: 'reason', label: 'Reason for the variation', rows: 3 },
    noteField,
  ],
};

const termsStep = (grant: ShownGrant): Step => ({
  title: 'What changes',
  blocks: [
    {
      kind: 'summary',
      rows: [
        { label: 'Gross amount now', value: money(grant.grossAmount) },
        { label: 'Net amount now', value: money(grant.netAmount) },
        { label: 'Received', value: money(grant.receivedAmount) },
        { label: 'Funding period now', value: periodText(grant.fundingPeriod) },
        { label: 'Underspend now', value: underspendText(grant.underspend) },
        { label: 'Instalments now', value: instalmentsText(grant.instalments) },
      ],
    },
  ],
  fields: [
    {
      kind: 'money',
      name: 'grossAmount',
      label: 'New gross amount',
      hint: 'In all, not the change. Leave empty what stays as it is.',
      isOptional: true,
    },
    ...periodFields,
    underspendField('As it is'),
    instalmentsField('As they are; a change of the amount falls on the last ones'),
  ],
});
