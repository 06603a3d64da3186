import { financialYearOf, startOf } from '../../../domain/financial-year.ts';
import { answered } from '../api/api.ts';
import type { Field } from '../form/field.ts';
import { type FieldErrors, readForm } from '../form/read-form.ts';
import { dateValues, type Values, valuesOf } from '../form/values.ts';
import { type PageAnswer, view } from '../http/page-answer.ts';
import { page, type Visit } from '../page/page.ts';
import { type Block, paragraph } from '../page/view.ts';
import { statementsPath } from './paths.ts';
import { queryErrors } from './query-errors.ts';
import { type Period, reportBlocks } from './report-blocks.ts';

const path = '/partnerships/{partnershipId}/reports/member-update';
const fields: readonly Field[] = [
  { kind: 'date', name: 'from', label: 'From' },
  { kind: 'date', name: 'to', label: 'To and including' },
];

/** The funding section of a report to the scrutiny committee: read here, pasted or downloaded. */
export const memberUpdatePage = page({
  path,
  access: 'member',
  get: async (visit) => {
    const { query } = visit.request;
    if (query.size === 0) return shown({ visit, values: thisYear(visit.today) });
    const values = valuesOf(query);
    const { body, errors } = readForm(fields, values);
    const { from, to } = body;
    const isAsked = typeof from === 'string' && typeof to === 'string';
    return isAsked ? reported(visit, values, { from, to }) : shown({ visit, values, errors });
  },
});

const thisYear = (today: string): Values =>
  valuesOf([...dateValues('from', startOf(financialYearOf(today))), ...dateValues('to', today)]);

async function reported(visit: Visit<typeof path>, values: Values, period: Period): Promise<PageAnswer> {
  try {
    const markdown = await markdownOf(visit, period);
    return shown({ visit, values, report: reportBlocks(visit.parameters.partnershipId, period, markdown) });
  } catch (error) {
    return shown({ visit, values, errors: queryErrors(error, fields) });
  }
}

async function markdownOf({ api, parameters }: Visit<typeof path>, period: Period): Promise<string> {
  const response = await api.fetch('getMemberUpdate', parameters, period, { headers: { accept: 'text/markdown' } });
  if (!response.ok) await answered(response);
  return response.text();
}

type Shown = {
  readonly visit: Visit<typeof path>;
  readonly values: Values;
  readonly errors?: FieldErrors;
  readonly report?: readonly Block[];
};

const shown = ({ visit, values, errors = new Map(), report = [] }: Shown): PageAnswer =>
  view({
    status: errors.size > 0 ? 422 : 200,
    title: 'Report to members',
    back: { href: statementsPath(visit.parameters.partnershipId), text: 'Statements' },
    blocks: [
      paragraph(
        'The funding section of a report to the scrutiny committee, for a period of up to five years. Every figure comes from the journal; what the source does not give is marked by a note.',
      ),
      {
        kind: 'form',
        method: 'get',
        isInline: true,
        fields,
        values,
        errors,
        buttons: [{ text: 'Write the report' }],
      },
      ...report,
    ],
  });
