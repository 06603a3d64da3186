import { type Html, html, joined, prose } from '../html/html.ts';
import { curl } from './curl.ts';
import { memberTable, what } from './docs-schema.ts';
import type { OpenApiDocument, OpenApiOperation, Parameter, Response, Schema } from './openapi-document.ts';

/** An operation with its address. */
export type Placed = { readonly method: string; readonly path: string; readonly operation: OpenApiOperation };

/** The operations of a document, in its order. */
export const placed = ({ paths }: OpenApiDocument): Placed[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

/** All there is to know of an operation. */
export function operationSection(one: Placed, schemas: Readonly<Record<string, Schema>>): Html {
  const { method, path, operation } = one;
  const { operationId, summary, description, parameters, responses } = operation;
  const example = curl(one);
  return html`<section>
<h3 id="${operationId}">${summary}</h3>
<p class="call"><code><strong>${method}</strong> ${path}</code></p>
<p>${prose(description)}</p>
${parameters.length === 0 ? '' : parameterTable(of('Parameters', summary), parameters)}
${bodyTable(operation, schemas)}
${answerTable(of('Answers', summary), responses)}
${example === undefined ? '' : html`<h4>For example</h4>\n<pre><code>${example}</code></pre>`}
</section>
`;
}

/** A caption that tells its table from others, also where the heading above is out of sight. */
const of = (caption: string, summary: string): Html => html`${caption}<span class="hidden">: ${summary}</span>`;

const parameterTable = (caption: Html, parameters: readonly Parameter[]): Html =>
  html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">Needed</th><th scope="col">What</th></tr></thead>
<tbody>
${parameters.map(
  ({ name, in: place, required, description, schema }) =>
    html`<tr><th scope="row"><code>${name}</code></th><td>${place}</td><td>${required ? 'yes' : 'no'}</td><td>${what({ ...schema, ...(description === undefined ? {} : { description }) })}</td></tr>\n`,
)}</tbody>
</table>`;

/** Bodies are shown where they are sent; what else they are made of is described once, below. */
function bodyTable({ requestBody, summary }: OpenApiOperation, schemas: Readonly<Record<string, Schema>>): Html {
  const { $ref } = requestBody?.content['application/json']?.schema ?? {};
  const schema = schemas[$ref?.split('/').at(-1) ?? ''];
  return schema === undefined ? html`` : memberTable(of('Body', summary), schema);
}

const answerTable = (caption: Html, responses: Readonly<Record<string, Response>>): Html =>
  html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Status</th><th scope="col">What</th></tr></thead>
<tbody>
${Object.entries(responses).map(
  ([status, response]) => html`<tr><th scope="row">${status}</th><td>${answer(response)}</td></tr>\n`,
)}</tbody>
</table>`;

function answer({ description, headers = {}, content }: Response): Html {
  const forms = Object.entries(content).filter(([type]) => type !== 'application/problem+json');
  const shown = forms.map(([type, { schema }]) => (schema === undefined ? html`<code>${type}</code>` : what(schema)));
  const named = Object.keys(headers).map((name) => html`<code>${name}</code>`);
  const withHeaders = named.length === 0 ? '' : html` Headers: ${joined(named, ', ')}.`;
  const lines = description.split('\n\n').map((line) => html`<p>${prose(line)}</p>`);
  return html`${lines}${shown.length + named.length === 0 ? '' : html`<p>${joined(shown, ', ')}${withHeaders}</p>`}`;
}
