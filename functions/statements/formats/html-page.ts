import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { Html, html } from '../../html/html.ts';
import { pagePolicy } from '../../html/page-policy.ts';
import type { Heading } from './heading.ts';
import { statementStyle } from './html-style.ts';
import { type PrintedColumn, type PrintedSection, printedSection } from './print.ts';
import type { Section } from './section.ts';
import { signatureOf } from './signature.ts';

/** For the header of its answer. */
export const statementPolicy = pagePolicy(statementStyle);

/** The statement as one page that needs nothing else, and prints well. */
export function htmlPage(statement: YearEndStatement, heading: Heading, sections: readonly Section[]): Buffer {
  const [first, totals, position, ...others] = sections.map(printedSection);
  const { title, partnership, period, standing } = heading;
  const opening = [first, totals, position].flatMap((section) => section ?? []);
  return Buffer.from(
    html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}, ${partnership}</title>
<style>${new Html(statementStyle)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="partnership"><bdi>${partnership}</bdi></p>
<p>${period}</p>
<p class="standing">${standing}</p>
${opening.map(sectionOf)}${signature(statement)}${others.map(sectionOf)}</main>
<footer><p>${standing}. Statement hash ${statement.statementHash}</p></footer>
</body>
</html>
`.text,
  );
}

const sectionOf = (section: PrintedSection): Html => html`<section aria-labelledby="${section.id}">
<h2 id="${section.id}">${section.title}</h2>
${section.about === undefined ? '' : html`<p>${section.about}</p>\n`}${contentOf(section)}</section>
`;

function contentOf(section: PrintedSection): Html {
  if (section.rows.length === 0) return html`<p>${section.none ?? ''}</p>\n`;
  return section.layout === 'list' ? listOf(section) : tableOf(section);
}

const bdi = (text: string): Html => (text === '' ? html`` : html`<bdi>${text}</bdi>`);

const listOf = ({ title, columns, rows }: PrintedSection): Html => html`<table class="list">
<caption>${title}</caption>
<tbody>
${columns.flatMap((column, place) => {
  const value = rows[0]?.[place] ?? '';
  return value === ''
    ? []
    : [
        html`<tr${column.isResult === true ? html` class="result"` : ''}><th scope="row">${column.title}</th>${cell(value, column)}</tr>\n`,
      ];
})}</tbody>
</table>
`;

const tableOf = ({ title, columns, rows, totals }: PrintedSection): Html => html`<div class="wide"><table>
<caption>${title}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col"${column.isFigure ? html` class="figure"` : ''}>${column.title}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${cells(row, columns)}</tr>\n`)}</tbody>
${totals === undefined ? '' : html`<tfoot><tr>${cells(totals, columns)}</tr></tfoot>\n`}</table></div>
`;

/** The first cell says what the row is of. */
const cells = (row: readonly string[], columns: readonly PrintedColumn[]): Html[] =>
  columns.map((column, place) =>
    place === 0 ? html`<th scope="row">${bdi(row[0] ?? '')}</th>` : cell(row[place] ?? '', column),
  );

function cell(value: string, { isFigure, isResult }: PrintedColumn): Html {
  const names = [...(isFigure ? ['figure'] : []), ...(isResult === true ? ['result'] : [])].join(' ');
  return html`<td${names === '' ? '' : html` class="${names}"`}>${isFigure ? value : bdi(value)}</td>`;
}

const signature = (statement: YearEndStatement): Html => {
  const { title, declaration, lines } = signatureOf(statement);
  return html`<section aria-labelledby="certificate">
<h2 id="certificate">${title}</h2>
<p>${declaration}</p>
<dl class="signature">${lines.map(({ label, value }) => html`<dt>${label}</dt><dd>${bdi(value)}</dd>\n`)}</dl>
</section>
`;
};
