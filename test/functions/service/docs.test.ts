import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { operations } from '../../../functions/operations.ts';
import { conventions } from '../../../functions/service/conventions.ts';
import { contentSecurityPolicy, docsPage, page } from '../../../functions/service/docs.ts';
import { call } from './calling.ts';
import { document } from './document.ts';

const shown = docsPage();
const texts = (pattern: RegExp) => [...shown.matchAll(pattern)].map(([, text = '']) => text);

describe('the readable document', () => {
  it.each(Object.entries(operations))('holds %s', (id, { method, path, summary }) => {
    expect(shown).toContain(`<a href="#${id}">${summary}</a>`);
    expect(shown).toContain(`<h3 id="${id}">${summary}</h3>`);
    expect(shown).toContain(`<code><strong>${method}</strong> ${path}</code>`);
  });

  it('says what holds everywhere', () => {
    expect(conventions.filter(({ title }) => !shown.includes(`<h3>${title}</h3>`))).toEqual([]);
  });

  it('shows members, problems and a call to copy', () => {
    const receipt = shown.slice(shown.indexOf('<h3 id="recordReceipt">'), shown.indexOf('<h3 id="listReceipts">'));

    expect(receipt).toContain('<th scope="row"><code>bankReference</code></th><td>yes</td>');
    expect(receipt).toContain('<code>receipt-exceeds-outstanding</code>: More than is outstanding.');
    expect(receipt).toContain('curl &#34;$SERVICE/v1/partnerships/maldon/grants/');
  });

  it('links to nothing that is not there, and has each place once', () => {
    const ids = texts(/ id="([^"]+)"/g);

    expect(texts(/ href="#([^"]+)"/g).filter((target) => !ids.includes(target))).toEqual([]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('has no script, and nothing from elsewhere', () => {
    expect(shown).not.toMatch(/<script|javascript:|\son\w+=|\ssrc=|\sstyle=|@import|url\(/i);
  });

  it('is in English, with landmarks, a way past the contents, captions and headings of tables', () => {
    expect(shown).toContain('<html lang="en">');
    expect(shown).toMatch(
      /<a class="skip" href="#main">[\s\S]*<header>[\s\S]*<nav aria-labelledby[\s\S]*<main id="main">/,
    );
    expect(texts(/(<table>\n<caption>)/g).length).toBe(texts(/(<table>)/g).length);
    expect(shown).not.toMatch(/<th>/);
  });

  it('steps down through headings one by one', () => {
    const levels = texts(/<h(\d)/g).map(Number);

    expect(levels[0]).toBe(1);
    expect(levels.filter((level, place) => level - (levels[place - 1] ?? 0) > 1)).toEqual([]);
  });

  it('says undefined or object nowhere', () => {
    expect(shown).not.toMatch(/undefined|\[object/);
  });

  it('escapes what it shows', () => {
    const title = `<b>"Ben & Ann's"</b>`;

    const { text } = page({ ...document, info: { ...document.info, title } });

    expect(text).toContain('<h1>&#60;b&#62;&#34;Ben &#38; Ann&#39;s&#34;&#60;/b&#62;: the API</h1>');
    expect(text).not.toContain('<b>');
  });

  it('comes with a policy that lets in its own style alone', async () => {
    const { headers } = await call('GET', '/docs');
    const [style = ''] = texts(/<style>([\s\S]*?)<\/style>/g);

    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers?.['content-security-policy']).toBe(contentSecurityPolicy);
    expect(contentSecurityPolicy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });
});
