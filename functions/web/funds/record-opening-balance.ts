import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { knownFunders } from '../grants/funder-questions.ts';
import { recordedAt } from '../page/records.ts';
import { backToFund, pathOfFund } from './fund-paths.ts';
import { owedField, owedRows } from './owed-rows.ts';

/** What the partnership brings with it into a fund, once, before the fund's other entries. */
export const recordOpeningBalancePage = formPage({
  path: '/partnerships/{partnershipId}/funds/{fundId}/opening-balance',
  operation: 'recordOpeningBalance',
  load: async (visit) => {
    const [fund, { names }] = await Promise.all([visit.api.read('getFund', visit.parameters), knownFunders(visit)]);
    return { fund, names };
  },
  title: 'Record the opening balance',
  caption: ({ fund }) => fund.name,
  steps: ({ names }) => [
    {
      title: 'What the fund begins with',
      fields: [
        {
          kind: 'date',
          name: 'effectiveOn',
          label: 'Date of the opening balance',
          hint: 'Such as 1 4 2017. Nothing can be recorded in the fund on an earlier date.',
        },
        {
          kind: 'line',
          name: 'reference',
          label: 'Reference of the opening balance',
          hint: 'The statement or ledger that it comes from.',
          width: 20,
        },
        { kind: 'money', name: 'bank', label: 'In the bank' },
        owedField('receivables', 'Owed to the fund by funders', 'Amount owed to the fund', names),
        owedField('repayables', 'Owed by the fund to funders', 'Amount owed to a funder', names),
        noteField,
      ],
    },
  ],
  body: ({ receivables, repayables, ...answers }, { names }) => ({
    ...answers,
    ...(receivables !== undefined && { receivables: owedRows(receivables, 'receivables', names) }),
    ...(repayables !== undefined && { repayables: owedRows(repayables, 'repayables', names) }),
  }),
  questionOf: { 'year-closed': 'effectiveOn', 'not-first-entry': 'effectiveOn' },
  button: 'Record the opening balance',
  back: backToFund,
  done: ({ sequence }, { parameters }) => recordedAt(pathOfFund(parameters), sequence),
});
