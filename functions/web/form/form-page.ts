import type { Operation } from '../../http/operation.ts';
import { operations } from '../../operations.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import { type Page, page } from '../page/page.ts';
import { type AtForm, arrive, placeIn } from './at-form.ts';
import { earlyErrors } from './early-check.ts';
import type { ChangingName, FormDefinition } from './form-definition.ts';
import { type FormState, newState, sentState, stepIn, withoutRow, withRow } from './form-state.ts';
import { questionsView } from './form-views.ts';
import { readForm } from './read-form.ts';
import { check, confirm } from './send-form.ts';

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

function accessTo(name: ChangingName): Page['access'] {
  const { access }: Pick<Operation, 'access'> = operations[name];
  return access === 'public' ? 'signed-in' : access;
}
