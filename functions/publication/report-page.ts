import { type NumberedBlock, numbered, type Report, type Table } from '../../domain/publication/report.ts';
import { Html, html } from '../html/html.ts';
import { pagePolicy } from '../html/page-policy.ts';
import { reportStyle } from './report-style.ts';

/** For the header of its answer. */
export const reportPolicy = pagePolicy(reportStyle);

/** A report as a page that prints on A4. */
export const reportPage = (report: Report): string =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${report.title}</title>
<style>${new Html(reportStyle)}</style>
</head>
<body>
<main>
<h1>${report.title}</h1>
<p class="subtitle">${report.subtitle}</p>
${numbered(report).map(
  ({ number, heading, blocks }) => html`<section aria-labelledby="section-${number}">
<h2 id="section-${number}">${number} ${heading}</h2>
${blocks.map(blockHtml)}</section>
`,
)}</main>
</body>
</html>
`.text;

const blockHtml = (block: NumberedBlock): Html =>
  block.kind === 'table'
    ? tableHtml(block)
    : html`<p><span class="number">${block.number}</span> <span class="text">${block.text}</span></p>\n`;

function tableHtml({ caption, columns, rows, total }: Table): Html {
  const classOf = (place: number): Html => (columns[place]?.isAmount ? html` class="amount"` : html``);
  const row = (cells: readonly string[]): Html =>
    html`<tr>${cells.map((cell, place) =>
      place === 0 ? html`<th scope="row">${cell}</th>` : html`<td${classOf(place)}>${cell}</td>`,
    )}</tr>\n`;
  return html`<table>
<caption>${caption}</caption>
<thead><tr>${columns.map(({ title }, place) => html`<th scope="col"${classOf(place)}>${title}</th>`)}</tr></thead>
<tbody>
${rows.map(row)}</tbody>
${total === undefined ? '' : html`<tfoot>\n${row(total)}</tfoot>\n`}</table>
`;
}
