const warnSeconds = 120;

/** Two minutes before a session ends, asks whether somebody is still there; what was typed stays on the page. */
export function warnBeforeTheEnd(): void {
  const seconds = Number(document.body.dataset['endsIn']);
  const dialog = document.querySelector<HTMLDialogElement>('#ending');
  if (!(seconds > 0) || dialog === null) return;
  const end = Date.now() + seconds * 1000;
  let warned = false;
  const timer = setInterval(() => {
    const left = Math.round((end - Date.now()) / 1000);
    if (left <= 0) {
      clearInterval(timer);
      ended(dialog);
    } else if (left <= warnSeconds && !warned) {
      warned = true;
      dialog.showModal();
    }
  }, 1000);
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    clearInterval(timer);
    stay(event.currentTarget, dialog).catch(() => ended(dialog));
  });
}

async function stay(form: EventTarget | null, dialog: HTMLDialogElement): Promise<void> {
  if (!(form instanceof HTMLFormElement)) return;
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const response = await fetch(form.action, { method: 'POST', body });
  if (!response.ok || new URL(response.url).pathname.startsWith('/sign')) throw new Error('signed out');
  dialog.close();
  document.body.dataset['endsIn'] =
    new DOMParser().parseFromString(await response.text(), 'text/html').body.dataset['endsIn'] ?? '1800';
  warnBeforeTheEnd();
}

/** Who typed nothing is told on a page of its own; a form that was begun stays, and says what sending it will do. */
function ended(dialog: HTMLDialogElement): void {
  const fields = [
    ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'main input:not([type=hidden]), main textarea',
    ),
  ];
  if (!fields.some(isChanged)) {
    location.assign(
      `/signed-out?${new URLSearchParams({ why: 'idle', returnTo: location.pathname + location.search })}`,
    );
    return;
  }
  const text = dialog.querySelector('p');
  if (text !== null) text.textContent = dialog.dataset['ended'] ?? '';
  if (!dialog.open) dialog.showModal();
}

const isChanged = (field: HTMLInputElement | HTMLTextAreaElement): boolean =>
  field.value !== field.defaultValue || (field instanceof HTMLInputElement && field.checked !== field.defaultChecked);
