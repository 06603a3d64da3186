import { askUnattended, pageIn, sendForm } from './ask.ts';

const warnSeconds = 120;

/** Two minutes before a session ends, asks whether somebody is still there; what was typed stays on the page. */
export function warnBeforeTheEnd(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#ending');
  const form = dialog?.querySelector('form');
  const seconds = secondsIn(document);
  if (!dialog || !form || !(seconds > 0)) return;
  // Once for all: a second press while the first is under way would leave the page.
  form.addEventListener('submit', (event) => event.preventDefault());
  void untilTheEnd(dialog, form, seconds);
}

/** The end is put off by who says that they are there, here or in another window: the server knows which end holds. */
async function untilTheEnd(dialog: HTMLDialogElement, form: HTMLFormElement, seconds: number): Promise<void> {
  let left = seconds;
  while (left > 0) {
    const first = await whatComesFirst(dialog, form, left);
    const asked = first === 'somebody' ? sendForm(form) : askUnattended(form.action);
    left = await asked.then(endIn).catch(() => 0);
    if (left > 0) dialog.close();
  }
  ended(dialog, form);
}

function whatComesFirst(
  dialog: HTMLDialogElement,
  form: HTMLFormElement,
  seconds: number,
): Promise<'somebody' | 'the end'> {
  const end = Date.now() + seconds * 1000;
  let warned = false;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const left = Math.round((end - Date.now()) / 1000);
      if (left <= warnSeconds && left > 0 && !warned) {
        warned = true;
        dialog.showModal();
      }
      if (left > 0) return;
      clearInterval(timer);
      resolve('the end');
    }, 1000);
    const goOn = (): void => {
      clearInterval(timer);
      resolve('somebody');
    };
    form.addEventListener('submit', goOn, { once: true });
  });
}

/** Of a page that somebody sees who is signed in; none of any other. */
const endIn = async (response: Response): Promise<number> => (response.ok ? secondsIn(await pageIn(response)) : 0);

const secondsIn = ({ body }: Document): number => Number(body.dataset['endsIn'] ?? 0);

/** A page without a form is left for one that says so; one with a form stays, and says what sending it will do. */
function ended(dialog: HTMLDialogElement, form: HTMLFormElement): void {
  if (document.querySelector('main form[method="post"]') === null) {
    location.assign(
      `/signed-out?${new URLSearchParams({ why: 'idle', returnTo: location.pathname + location.search })}`,
    );
    return;
  }
  const text = dialog.querySelector('p');
  if (text !== null) text.textContent = dialog.dataset['ended'] ?? '';
  form.addEventListener('submit', () => dialog.close());
  if (!dialog.open) dialog.showModal();
}
