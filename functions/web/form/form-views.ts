import { type PageAnswer, view } from '../http/page-answer.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { askedBy } from './asked-by.ts';
import type { AtForm } from './at-form.ts';
import type { ChangingName } from './form-definition.ts';
import { carriedBy, type FormState } from './form-state.ts';
import type { FieldErrors } from './read-form.ts';

type Shown = { readonly errors?: FieldErrors; readonly status?: number; readonly isHeld?: boolean };

/** The questions of one step, with what was answered so far. */
export function questionsView<Path extends string, Name extends ChangingName, Context>(
  here: AtForm<Path, Name, Context>,
  state: FormState,
  { errors = new Map(), status = 200, isHeld = false }: Shown,
): PageAnswer {
  const { steps } = here;
  const place = Math.min(state.step, steps.length - 1);
  const { title, fields, blocks = [] } = steps[place] ?? { title: '', fields: [] };
  const held: Block[] = isHeld
    ? [
        {
          kind: 'notice',
          look: 'information',
          title: 'Not sent yet',
          text: 'This was sent when you were not signed in any more, so nothing was recorded. Check what you entered and go on.',
        },
      ]
    : [];
  const back = { text: 'Back', go: `step:${place - 1}`, look: 'secondary' as const };
  const form: Block = {
    kind: 'form',
    fields,
    values: state.values,
    errors,
    carried: carriedBy({ ...state, step: place }, askedBy(fields)),
    buttons: [{ text: 'Continue', go: 'next' }, ...(place > 0 ? [back] : [])],
  };
  const progress: Block[] =
    steps.length > 1 ? [{ kind: 'paragraph', look: 'hint', text: `Step ${place + 1} of ${steps.length + 1}` }] : [];
  const about = steps.length > 1 ? { title, caption: titleOf(here) } : { title: titleOf(here), ...captionOf(here) };
  return view({ status, ...about, back: here.form.back(here.visit), blocks: [...held, ...progress, ...blocks, form] });
}

/** The answers, what they would do, and the button that does it. */
export function checkView<Path extends string, Name extends ChangingName, Context>(
  here: AtForm<Path, Name, Context>,
  state: FormState,
  blocks: readonly Block[],
  errors: FieldErrors = new Map(),
  status = 200,
): PageAnswer {
  const { form, steps } = here;
  const changes = steps.map(({ title }, step) => ({
    text: steps.length > 1 ? `Change ${title.slice(0, 1).toLowerCase()}${title.slice(1)}` : 'Change these answers',
    go: `step:${step}`,
    look: 'link' as const,
  }));
  const text = typeof form.button === 'string' ? form.button : form.button(here.context);
  const confirm = { text, go: 'confirm', ...(form.isWarning && { look: 'warning' as const }) };
  const sends: Block = {
    kind: 'form',
    fields: [],
    values: state.values,
    errors,
    carried: carriedBy(state, () => false),
    buttons: [confirm, ...changes],
  };
  return view({
    status,
    title: 'Check your answers',
    caption: titleOf(here),
    back: form.back(here.visit),
    blocks: [...blocks, sends],
  });
}

/** The same form, sent before with other answers: what was recorded then stands. */
export const alreadySentView = <Path extends string, Name extends ChangingName, Context>({
  form,
  visit,
}: AtForm<Path, Name, Context>): PageAnswer =>
  view({
    status: 409,
    title: 'This form was sent before',
    back: form.back(visit),
    blocks: [
      paragraph('You sent it with other answers, and those were recorded. These were not.'),
      paragraph('Look at what is recorded first. If you want to record something else as well, start again.'),
      actions(
        { href: form.back(visit).href, text: 'See what is recorded' },
        { href: visit.request.path, text: 'Start again', look: 'secondary' },
      ),
    ],
  });

const titleOf = <Path extends string, Name extends ChangingName, Context>({
  form,
  context,
}: AtForm<Path, Name, Context>): string => (typeof form.title === 'string' ? form.title : form.title(context));

const captionOf = <Path extends string, Name extends ChangingName, Context>({
  form,
  context,
}: AtForm<Path, Name, Context>) => (form.caption === undefined ? {} : { caption: form.caption(context) });
