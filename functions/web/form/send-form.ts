import { operations } from '../../operations.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { type PageAnswer, redirect } from '../http/page-answer.ts';
import type { Visit } from '../page/page.ts';
import type { Block } from '../page/view.ts';
import { type AtForm, arrive, placeIn } from './at-form.ts';
import { answersOf } from './check-answers.ts';
import { effectsOf } from './effects.ts';
import type { ChangingName } from './form-definition.ts';
import type { FormState } from './form-state.ts';
import { alreadySentView, checkView, questionsView } from './form-views.ts';
import { isOvertaken, overtaken } from './overtaken.ts';
import { readForm } from './read-form.ts';
import { refusedBy, wholeForm } from './refused.ts';

/** What was answered, and what it would do. */
export async function check<Path extends string, Name extends ChangingName, Context>(
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

export const confirm = <Path extends string, Name extends ChangingName, Context>(
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
