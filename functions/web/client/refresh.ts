/** Long work shows how far it is: the page asks again by itself, and only its content changes. */
export function refreshWhileWorking(): void {
  const seconds = Number(document.body.dataset['refresh']);
  if (!(seconds > 0)) return;
  setTimeout(() => ask().then(refreshWhileWorking, () => refreshWhileWorking()), seconds * 1000);
}

async function ask(): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } });
  // A sign-in page, or another than this one: go there.
  if (response.redirected) return location.assign(response.url);
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  const [now, then] = [document.querySelector('main'), next.querySelector('main')];
  if (now === null || then === null) return location.reload();
  now.replaceWith(document.adoptNode(then));
  document.title = next.title;
  const { refresh } = next.body.dataset;
  if (refresh === undefined) delete document.body.dataset['refresh'];
  else document.body.dataset['refresh'] = refresh;
}
