import { yearInProse } from '../../../domain/prose-dates.ts';
import type { AnswerOf } from '../api/api.ts';
import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { yearPath } from '../page/paths.ts';
import { recordedAt } from '../page/records.ts';
import { link, money } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { backToChecklist, certificationPath, checklistPath } from './year-end-paths.ts';

/** The chief finance officer signs the statement, over the hash of what was read. */
export const certifyYearPage = formPage({
  path: '/partnerships/{partnershipId}/years/{financialYear}/certification',
  operation: 'certifyYear',
  load: async ({ api, parameters, caller }) => ({
    statement: await api.read('getStatement', parameters),
    parameters,
    signedInAs: caller.person.name ?? '',
  }),
  title: ({ statement }) => `Certify the statement of ${yearInProse(statement.financialYear)}`,
  steps: ({ statement, parameters }) => [
    {
      title: 'What is signed, and by whom',
      blocks: [
        positionOf(statement),
        {
          kind: 'inset',
          text: [
            'Read ',
            link(`${yearPath(parameters.partnershipId, parameters.financialYear)}/statement`, 'the whole statement'),
            ' first. If it has changed since you came to this page, ',
            link(certificationPath(parameters), 'start again with the statement as it is now'),
            '.',
          ],
        },
      ],
      fields: [
        {
          kind: 'shown',
          name: 'statementHash',
          label: 'Hash of the statement that you sign',
          hint: 'It stands on the statement too. You sign exactly the figures that have this hash.',
        },
        { kind: 'line', name: 'name', label: 'Your name' },
        { kind: 'line', name: 'role', label: 'Your role', hint: 'Such as “Section 151 officer”.' },
        noteField,
      ],
    },
  ],
  start: ({ statement, signedInAs }) => [
    ['statementHash', statement.statementHash],
    ['name', signedInAs],
  ],
  questionOf: { 'stale-statement': 'statementHash' },
  button: 'Sign the statement',
  back: backToChecklist,
  done: ({ sequence }, { parameters }) => recordedAt(checklistPath(parameters), sequence),
});

const positionOf = ({ totals }: AnswerOf<'getStatement'>): Block => ({
  kind: 'summary',
  title: 'All funds',
  rows: [
    { label: 'Opening balance', value: money(totals.openingBalance) },
    { label: 'Income, less top-slices', value: money(totals.netIncome) },
    { label: 'Spent', value: money(totals.expenditure) },
    { label: 'Returned to funders', value: money(totals.returned) },
    { label: 'Closing balance', value: money(totals.closingBalance) },
    { label: 'Committed', value: money(totals.committed) },
  ],
});
