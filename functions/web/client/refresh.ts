import { askUnattended, pageIn, sendForm } from './ask.ts';

/** Long work shows how far it is: the page asks again by itself, or sends its next step, and only its content changes. */
export function goOnWhileWorking(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-automatic]');
  if (form !== null) return void step(form).then(goOnWhileWorking, () => form.removeAttribute('data-automatic'));
  const seconds = Number(document.body.dataset['refresh']);
  if (seconds > 0) setTimeout(() => ask().then(goOnWhileWorking, goOnWhileWorking), seconds * 1000);
}

const ask = async (): Promise<void> => show(await askUnattended(location.href));

const step = async (form: HTMLFormElement): Promise<void> => show(await sendForm(form));

/** The next page's content in this one's place; another page than this, such as signing in, is gone to. */
async function show(response: Response): Promise<void> {
  if (new URL(response.url).pathname !== location.pathname) return location.assign(response.url);
  const next = await pageIn(response);
  const [now, then] = [document.querySelector('main'), next.querySelector('main')];
  if (now === null || then === null) return location.reload();
  now.replaceWith(document.adoptNode(then));
  document.title = next.title;
  const { refresh } = next.body.dataset;
  if (refresh === undefined) delete document.body.dataset['refresh'];
  else document.body.dataset['refresh'] = refresh;
}
