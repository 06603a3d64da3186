import { link } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { paragraph } from '../page/view.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { asking, memberUpdatePath } from './paths.ts';

export type Period = { readonly from: string; readonly to: string };

/** The report to read, and each form in which it can be taken away. */
export function reportBlocks(partnershipId: string, period: Period, markdown: string): Block[] {
  const download = (form: string): string => asking(`${memberUpdatePath(partnershipId)}/download`, { form, ...period });
  return [
    paragraph(
      'Download: ',
      link(download('html'), 'web page to print', 'of this report'),
      ', ',
      link(download('markdown'), 'Markdown', 'of this report'),
    ),
    {
      kind: 'details',
      summary: 'The report as Markdown, to paste',
      blocks: [{ kind: 'preformatted', label: 'The report as Markdown', text: markdown }],
    },
    ...markdownBlocks(markdown),
  ];
}
