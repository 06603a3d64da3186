import { sessionCookie } from '../../../functions/web/session/cookies.ts';

/** A page as it came: its status, its HTML, and where it led to. */
export type SeenPage = {
  readonly status: number;
  readonly html: string;
  /** What a reader reads of `main`: no markup, white space folded. */
  readonly text: string;
  readonly title: string;
  readonly location: string;
  readonly headers: Headers;
};

/** A browser without its screen: keeps the session, and sends forms as the page holds them. */
export class PageVisitor {
  readonly origin: string;
  readonly sessionId: string;

  constructor(origin: string, sessionId: string) {
    this.origin = origin;
    this.sessionId = sessionId;
  }

  async get(path: string): Promise<SeenPage> {
    return this.#seen(path, { headers: this.#headers() });
  }

  /** Sends fields as they are, with nothing else. */
  async post(path: string, fields: Iterable<readonly [string, string]>): Promise<SeenPage> {
    const body = new URLSearchParams([...fields].map(([name, value]): [string, string] => [name, value]));
    return this.#seen(path, { method: 'POST', headers: { ...this.#headers(), origin: this.origin }, body });
  }

  /** Fills in a page's main form and presses a button, by what the button sends as `go`. */
  async fill(
    path: string,
    from: SeenPage,
    answers: Readonly<Record<string, string | readonly string[]>>,
    go = 'next',
  ): Promise<SeenPage> {
    const given = Object.entries(answers).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    );
    const kept = fieldsIn(from.html).filter(([name]) => !(name in answers));
    return this.post(path, [...kept, ...given, ['go', go]]);
  }

  /** The questions, the check page, and the confirmation: what a person does from first to last. */
  async complete(
    path: string,
    ...steps: readonly Readonly<Record<string, string | readonly string[]>>[]
  ): Promise<SeenPage> {
    let page = await this.get(path);
    for (const answers of steps) page = await this.fill(path, page, answers);
    return this.fill(path, page, {}, 'confirm');
  }

  /** Chooses a file on a page and sends the form that it is in. */
  async upload(path: string, from: SeenPage, fileName: string, content: string): Promise<SeenPage> {
    const body = new FormData();
    for (const [name, value] of fieldsIn(from.html)) if (name !== 'file') body.append(name, value);
    body.append('file', new File([content], fileName, { type: 'text/csv' }));
    return this.#seen(path, { method: 'POST', headers: { ...this.#headers(), origin: this.origin }, body });
  }

  #headers(): Record<string, string> {
    return { cookie: `${sessionCookie}=${this.sessionId}` };
  }

  async #seen(path: string, init: RequestInit): Promise<SeenPage> {
    const response = await fetch(new URL(path, this.origin), { ...init, redirect: 'manual' });
    const html = await response.text();
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
    return {
      status: response.status,
      html,
      text: unescaped(main.replaceAll(/<[^>]*>/g, ' '))
        .replaceAll(/\s+/g, ' ')
        .trim(),
      title: unescaped(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''),
      location: response.headers.get('location') ?? '',
      headers: response.headers,
    };
  }
}

/** Hidden fields and what was typed, as the main form of a page holds them; buttons and what isn't chosen are not sent. */
function fieldsIn(html: string): [string, string][] {
  const main = html.slice(html.indexOf('<main'));
  const form = main.slice(main.search(/<form[^>]*class="app-form/));
  const inputs = [
    ...form
      .slice(0, form.indexOf('</form>'))
      .matchAll(/<input([^>]*)>|<textarea([^>]*)>([^<]*)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g),
  ];
  return inputs.flatMap(([, input, area, written = '', select, options = '']): [string, string][] => {
    const tag = input ?? area ?? select ?? '';
    const name = attribute(tag, 'name');
    if (name === undefined) return [];
    if (area !== undefined) return [[name, unescaped(written)]];
    if (select !== undefined) {
      const [, chosen = ''] = /<option value="([^"]*)"[^>]*selected/.exec(options) ?? [];
      return [[name, unescaped(chosen)]];
    }
    const isChoice = /type="(radio|checkbox)"/.test(tag);
    return isChoice && !/\bchecked\b/.test(tag) ? [] : [[name, attribute(tag, 'value') ?? '']];
  });
}

const attribute = (tag: string, name: string): string | undefined => {
  const [, value] = new RegExp(`\\b${name}="([^"]*)"`).exec(tag) ?? [];
  return value === undefined ? undefined : unescaped(value);
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };
const unescaped = (html: string): string =>
  html.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
