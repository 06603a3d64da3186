/** Sends a form as a browser would, without leaving the page. */
export function sendForm(form: HTMLFormElement): Promise<Response> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  return fetch(form.action, { method: 'POST', body });
}

/** Asks for a page by itself: that keeps no session alive, because nobody need be there. */
export const askUnattended = (address: string): Promise<Response> =>
  fetch(address, { headers: { 'x-unattended': '1' } });

export const pageIn = async (response: Response): Promise<Document> =>
  new DOMParser().parseFromString(await response.text(), 'text/html');
