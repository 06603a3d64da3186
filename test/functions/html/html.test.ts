import { describe, expect, it } from 'vitest';
import { html, joined, prose } from '../../../functions/html/html.ts';

describe('a template of HTML', () => {
  it('escapes text, and keeps what is HTML', () => {
    const inner = html`<i>${'<&>'}</i>`;

    expect(html`<p title="${'"'}">${inner}${3}</p>`.text).toBe('<p title="&#34;"><i>&#60;&#38;&#62;</i>3</p>');
  });

  it('writes lists one after another, or with something between', () => {
    const parts = [html`<b>1</b>`, html`<b>2</b>`];

    expect(html`${parts}`.text).toBe('<b>1</b><b>2</b>');
    expect(joined(parts, ' & ').text).toBe('<b>1</b> &#38; <b>2</b>');
  });

  it('shows code that stands in backticks', () => {
    expect(prose('Send `a<b` now.').text).toBe('Send <code>a&#60;b</code> now.');
  });

  it('keeps backslashes of literals as they are meant', () => {
    expect(html`a\nb`.text).toBe('a\nb');
  });
});
