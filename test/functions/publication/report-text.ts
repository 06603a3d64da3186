import type { Reply } from '../../api.ts';
import type { Ledger } from '../refusals.ts';

type Read = Pick<Ledger, 'as'>;

const reportOf =
  (accept: string) =>
  ({ as }: Read, from: string, to: string): Promise<Reply> =>
    as({ path: `/reports/member-update?from=${from}&to=${to}`, headers: { accept } });

export const htmlReport = reportOf('text/html');
export const markdownReport = reportOf('text/markdown');

const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a page says, without its markup. */
export const saidInHtml = (page: string): string =>
  oneSpaced(
    page
      .replace(/[\s\S]*<\/head>/, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
  );

/** What Markdown says, without its markup. */
export const saidInMarkdown = (markdown: string): string =>
  oneSpaced(
    markdown
      .replace(/^\| (?:---:? ?\| ?|---:? \|)+$/gm, '')
      .replace(/(?<!\\)\|/g, ' ')
      .replace(/^#+ |\*\*/gm, '')
      .replaceAll('&#8288;', '')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  );

/** The last figure of a line of a table, which is of all funds together, as JSON writes money. */
export function totalOf(markdown: string, title: string): string {
  const line = markdown.split('\n').find((one) => one.startsWith(`| ${title}`)) ?? '';
  return sterling(line.split('|').at(-2) ?? '');
}

export const sterling = (written: string): string => written.replace(/[£,\s]/g, '');
