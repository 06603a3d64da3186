import { yearInProse } from '../../../domain/prose-dates.ts';
import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { recordedAt } from '../page/records.ts';
import { backToChecklist, checklistPath } from './year-end-paths.ts';

/** A closed year takes entries again; what closing it posted is taken back, and certified versions stay. */
export const reopenYearPage = formPage({
  path: '/partnerships/{partnershipId}/years/{financialYear}/reopening',
  operation: 'reopenYear',
  load: async ({ parameters }) => parameters,
  title: ({ financialYear }) => `Open ${yearInProse(financialYear)} again`,
  steps: () => [
    {
      title: 'Why it is opened',
      blocks: [
        {
          kind: 'warning',
          text: 'What closing the year posted is taken back, and its statement is a draft again. Certified versions stay as they were signed; the next one says what changed.',
        },
      ],
      fields: [{ kind: 'prose', name: 'reason', label: 'Reason' }, noteField],
    },
  ],
  button: 'Open the year again',
  isWarning: true,
  back: backToChecklist,
  done: ({ sequence }, { parameters }) => recordedAt(checklistPath(parameters), sequence),
});
