import type { Visit } from '../page/page.ts';

/** Which of several links led to a form: it is carried along with the answers, also over signing in again. */
export function chosen<Choice extends string>(
  { request, held }: Pick<Visit, 'request' | 'held'>,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  const carried = [...request.form.fields, ...(held?.fields ?? [])].find(([name]) => name === 'outcome')?.[1];
  const asked = carried ?? request.query.get('outcome');
  return choices.find((choice) => choice === asked) ?? otherwise;
}
