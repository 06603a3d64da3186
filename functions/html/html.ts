/** Text that is HTML already. Made by `html` alone, which escapes whatever else is put into it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/** A template of HTML: what stands between is escaped, unless it is `Html`. */
export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(String.raw({ raw: literals }, ...parts.map(written)));

/** Text in which code stands in backticks. */
export const prose = (text: string): Html =>
  html`${text.split('`').map((part, place) => (place % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;

export const joined = (parts: readonly Html[], between: string): Html =>
  html`${parts.map((part, place) => html`${place === 0 ? '' : between}${part}`)}`;

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
