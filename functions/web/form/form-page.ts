import type { Operation } from '../../http/operation.ts';
import { operations } from '../../operations.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { type PageAnswer, redirect } from '../http/page-answer.ts';
import { type Page, page, type Visit } from '../page/page.ts';
import type { Block } from '../page/view.ts';
import { answersOf } from './check-answers.ts';
import { earlyErrors } from './early-check.ts';
import { effectsOf } from './effects.ts';
import type { ChangingName, FormDefinition, Step } from './form-definition.ts';
import { type FormState, newState, sentState, stepIn, withoutRow, withRow } from './form-state.ts';
import { alreadySentView, checkView, questionsView } from './form-views.ts';
import { isOvertaken, overtaken } from './overtaken.ts';
import { isEmptyRow, readForm } from './read-form.ts';
import { refusedBy, wholeForm } from './refused.ts';
import { rowPlaces } from './values.ts';

/** One person at one form. */
export type AtForm<Path extends string, Name extends ChangingName, Context> = {
  readonly form: FormDefinition<Path, Name, Context>;
  readonly visit: Visit<Path>;
  readonly context: Context;
  readonly steps: readonly Step[];
};

/** A form over one operation of the API: it may be filled by whoever may call that. Nothing is kept until it is done. */
export function formPage<const Path extends string, Name extends ChangingName, Context>(
  form: FormDefinition<Path, Name, Context>,
): Page<Path> {
  return page({
    path: form.path,
    access: accessTo(form.operation),
    showsHeld: true,
    get: async (visit) => {
      const here = await arrive(form, visit);
      const state = visit.held
        ? sentState(visit.held).state
        : newState(form.start?.(here.context, visit) ?? [], form.etag?.(here.context));
      return questionsView(here, state, { isHeld: visit.held !== undefined });
    },
    post: async (visit) => proceed(await arrive(form, visit), sentState(visit.request.form)),
  });
}

async function arrive<Path extends string, Name extends ChangingName, Context>(
  form: FormDefinition<Path, Name, Context>,
  visit: Visit<Path>,
): Promise<AtForm<Path, Name, Context>> {
  const context = await form.load(visit);
  return { form, visit, context, steps: form.steps(context) };
}

/** What the pressed button asks for. */
async function proceed<Path extends string, Name extends ChangingName, Context>(
  here: AtForm<Path, Name, Context>,
  { state, go }: { readonly state: FormState; readonly go: string },
): Promise<PageAnswer> {
  const [act = '', what = ''] = go.split(':');
  const { fields = [] } = here.steps[state.step] ?? {};
  const rows = fields.find((field) => field.kind === 'rows' && field.name === what);
  if (act === 'add' && rows?.kind === 'rows') {
    return questionsView(here, withRow(state, what, rows.fields[0]?.name ?? ''), {});
  }
  if (act === 'remove') return questionsView(here, withoutRow(state, what), {});
  if (act === 'step') return questionsView(here, { ...state, step: stepIn(what) }, {});
  const upTo = act === 'next' ? state.step + 1 : here.steps.length;
  for (const [step, { fields: asked }] of here.steps.slice(0, upTo).entries()) {
    const { errors } = readForm(asked, state.values);
    if (errors.size > 0) return questionsView(here, { ...state, step }, { errors, status: 422 });
  }
  if (upTo < here.steps.length) return nextStep(here, state, upTo);
  return act === 'confirm' ? confirm(here, state) : check(here, state);
}

/** The next questions, unless the API would refuse what was answered to these. */
function nextStep<Path extends string, Name extends ChangingName, Context>(
  here: AtForm<Path, Name, Context>,
  state: FormState,
  next: number,
): PageAnswer {
  const step = here.steps[next - 1] ?? { title: '', fields: [] };
  const { body } = readForm(step.fields, state.values);
  const errors = earlyErrors(here.form.operation, body, step, here.visit.today, placeIn(state));
  return errors.size > 0
    ? questionsView(here, { ...state, step: next - 1 }, { errors, status: 422 })
    : questionsView(here, { ...state, step: next }, {});
}

/** Where a row that was sent stands in the form: rows left empty were not sent. */
const placeIn =
  ({ values }: FormState) =>
  (name: string, place: number): number =>
    rowPlaces(values, name).filter((one) => !isEmptyRow(values, `${name}.${one}.`))[place] ?? place;

/** What was answered, and what it would do. */
async function check<Path extends string, Name extends ChangingName, Context>(
  here: AtForm<Path, Name, Context>,
  state: FormState,
): Promise<PageAnswer> {
  const blocks: Block[] = answersOf(here.steps, state.values);
  if (operations[here.form.operation].method === 'PUT') return checkView(here, state, blocks);
  return orRefused(here, state, async () => {
    const answer = await send(here, state, true);
    const own = (await here.form.effects?.(answer, here.context, here.visit)) ?? [];
    const effects = await effectsOf(answer, here.visit.api, partnershipOf(here.visit));
    return checkView(here, state, [...blocks, ...effects, ...own]);
  });
}

const confirm = <Path extends string, Name extends ChangingName, Context>(
  here: AtForm<Path, Name, Context>,
  state: FormState,
): Promise<PageAnswer> =>
  orRefused(here, state, async () => redirect(here.form.done(await send(here, state, false), here.visit)));

function send<Path extends string, Name extends ChangingName, Context>(
  { form, visit, context, steps }: AtForm<Path, Name, Context>,
  { values, key, etag }: FormState,
  isDryRun: boolean,
) {
  const { body: answers } = readForm(
    steps.flatMap(({ fields }) => fields),
    values,
  );
  const parameters = form.parameters?.(visit, answers) ?? visit.parameters;
  const body = form.body?.(answers, context) ?? answers;
  return visit.api.send(form.operation, { parameters, body, key, isDryRun, ...(etag !== '' && { etag }) });
}

/** A refusal is shown at the questions that it is about, and nothing that was typed is lost. */
async function orRefused<Path extends string, Name extends ChangingName, Context>(
  here: AtForm<Path, Name, Context>,
  state: FormState,
  act: () => Promise<PageAnswer>,
): Promise<PageAnswer> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status === 401 || error.status === 403) throw error;
    if (error.code === 'idempotency-key-reused') return alreadySentView(here);
    if (error.isPassing) {
      const blocks = answersOf(here.steps, state.values);
      return checkView(here, state, blocks, new Map([[wholeForm, `${error.detail} Nothing is recorded twice.`]]), 503);
    }
    return refused(here, state, error);
  }
}

async function refused<Path extends string, Name extends ChangingName, Context>(
  here: AtForm<Path, Name, Context>,
  state: FormState,
  error: ApiProblem,
): Promise<PageAnswer> {
  // What is in the way may be there only since the form was read: it is shown as things stand now.
  const now = error.status === 400 ? here : await arrive(here.form, here.visit);
  const isBehind = isOvertaken(error);
  const problem = isBehind ? overtaken(error) : error;
  const { step, errors, status } = refusedBy(problem, now.steps, now.form.questionOf, placeIn(state));
  // Who has read that it changed sends again over what is there now.
  const etag = isBehind ? now.form.etag?.(now.context) : undefined;
  return questionsView(now, { ...state, step, etag: etag ?? state.etag }, { errors, status });
}

const partnershipOf = ({ parameters }: Visit): string =>
  'partnershipId' in parameters && typeof parameters.partnershipId === 'string' ? parameters.partnershipId : '';

function accessTo(name: ChangingName): Page['access'] {
  const { access }: Pick<Operation, 'access'> = operations[name];
  return access === 'public' ? 'signed-in' : access;
}
