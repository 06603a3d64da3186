import { yearInProse } from '../../../domain/prose-dates.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import type { FieldErrors } from '../form/read-form.ts';
import { type PageAnswer, view } from '../http/page-answer.ts';
import { page, type Visit } from '../page/page.ts';
import { link } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { type AskedForm, askedFields, readAsked } from './asked-statement.ts';
import { statementPath, statementsPath } from './paths.ts';
import { queryErrors } from './query-errors.ts';
import { statementBlocks } from './statement-blocks.ts';
import { statementHead } from './statement-head.ts';
import { statementLinks } from './statement-links.ts';

const path = '/partnerships/{partnershipId}/years/{financialYear}/statement';

/** The year-end statement, every figure leading to the entries behind it. */
export const statementPage = page({
  path,
  access: 'member',
  get: async (visit) => {
    const form = readAsked(visit.request.query);
    const { statement, errors }: Read = form.errors.size > 0 ? { errors: form.errors } : await read(visit, form);
    return statement === undefined ? askedAgain(visit, { ...form, errors }) : shown(statement, form);
  },
});

type Read = { readonly statement?: YearEndStatement; readonly errors: FieldErrors };

/** What is wrong with the question is said at the question. */
async function read({ api, parameters }: Visit<typeof path>, { asked, errors }: AskedForm): Promise<Read> {
  try {
    return { statement: await api.read('getStatement', parameters, asked), errors };
  } catch (error) {
    return { errors: queryErrors(error, askedFields) };
  }
}

function shown(statement: YearEndStatement, form: AskedForm): PageAnswer {
  const { partnershipId, financialYear, version } = statement;
  const isSigned = form.asked.version !== undefined;
  return view({
    title: titleOf(financialYear),
    ...(isSigned ? { caption: `Version ${version}` } : {}),
    back: backTo(partnershipId),
    blocks: [
      ...statementHead(statement),
      ...statementLinks(statement, form.asked),
      ...(isSigned ? [] : [askForm(form)]),
      ...statementBlocks(statement),
    ],
  });
}

function askedAgain({ parameters }: Visit<typeof path>, form: AskedForm): PageAnswer {
  const { partnershipId, financialYear } = parameters;
  const asItStands = link(statementPath(partnershipId, financialYear), 'See the statement as it stands');
  return view({
    status: 422,
    title: titleOf(financialYear),
    back: backTo(partnershipId),
    blocks: [askForm(form), paragraph(asItStands)],
  });
}

const askForm = ({ values, errors }: AskedForm): Block => ({
  kind: 'form',
  method: 'get',
  isInline: true,
  fields: askedFields,
  values,
  errors,
  buttons: [{ text: 'Show', look: 'secondary', hidden: 'the statement of this date and entry' }],
});

const titleOf = (financialYear: string): string => `Year-end statement ${yearInProse(financialYear)}`;
const backTo = (partnershipId: string) => ({ href: statementsPath(partnershipId), text: 'Statements of all years' });
