import { describe, expect, it } from 'vitest';
import { paragraph } from '../../../domain/publication/report.ts';
import { markdown } from '../../../functions/publication/markdown.ts';

const written = (text: string): string =>
  markdown({ title: 'Title', subtitle: 'Subtitle', sections: [{ heading: 'Heading', blocks: [paragraph(text)] }] })
    .split('1.1 ')[1]
    ?.trim() ?? '';

describe('text in Markdown', () => {
  it.each([
    ['somebody@example.org', 'somebody&#8288;@example.org'],
    ['mailto:a@example.org', 'mailto:a&#8288;@example.org'],
    ['https://example.org', 'https\\://example.org'],
    ['WWW.example.org', 'WWW\\.example.org'],
  ])('holds no address that becomes a link: %s', (text, safe) => {
    expect(written(text)).toBe(safe);
  });

  it('keeps marks and entities as they are written', () => {
    expect(written('*a* [b](c) &#64; <i>')).toBe('\\*a\\* \\[b\\](c) \\&\\#64; \\<i\\>');
  });
});
