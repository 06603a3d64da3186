import { type Html, html, joined, prose } from '../html/html.ts';
import type { Schema } from './openapi-document.ts';

const names = /^#\/components\/schemas\/(.+)$/;
const nameOf = (reference: string): string => names.exec(reference)?.[1] ?? reference;
const links = (name: string): Html => html`<a href="#schema-${name}">${name}</a>`;

/** A shared schema in a section of its own. */
export function schemaSection(name: string, { description, ...schema }: Schema): Html {
  return html`<section>
<h3 id="schema-${name}">${name}</h3>
${description === undefined ? '' : html`<p>${prose(description)}</p>`}
${schema.properties === undefined ? html`<p>This is ${what(schema)}.</p>` : memberTable(html`Members of ${name}`, schema)}
</section>
`;
}

/** The members of an object: their names, which are needed, and what they are. */
export const memberTable = (caption: Html, { properties = {}, required = [] }: Schema): Html =>
  html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Member</th><th scope="col">Needed</th><th scope="col">What</th></tr></thead>
<tbody>
${Object.entries(properties).map(
  ([name, schema]) =>
    html`<tr><th scope="row"><code>${name}</code></th><td>${required.includes(name) ? 'yes' : 'no'}</td><td>${what(schema)}</td></tr>\n`,
)}</tbody>
</table>`;

/** What a schema takes, in words. */
export function what(schema: Schema | boolean): Html {
  if (typeof schema === 'boolean') return html`anything`;
  const { description } = schema;
  return description === undefined ? form(schema) : html`${form(schema)}. ${prose(description)}`;
}

function form(schema: Schema): Html {
  const { $ref, enum: values, anyOf, items, properties } = schema;
  if ($ref !== undefined) return links(nameOf($ref));
  if (values !== undefined) return joined(values.map(code), ' or ');
  if (schema.const !== undefined) return code(schema.const);
  if (anyOf !== undefined) return joined(anyOf.map(what), ' or ');
  if (items !== undefined && !Array.isArray(items)) return html`a list${bounds(schema)}, each ${what(items)}`;
  if (properties !== undefined) return html`an object with ${memberList(schema)}`;
  return plain(schema);
}

const code = (value: unknown): Html => html`<code>${String(value)}</code>`;

const memberList = ({ properties = {}, required = [] }: Schema): Html =>
  html`<ul>${Object.entries(properties).map(
    ([name, schema]) =>
      html`<li><code>${name}</code>${required.includes(name) ? '' : ' (may be left out)'}: ${what(schema)}</li>`,
  )}</ul>`;

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

function plain(schema: Schema): Html {
  const { type, format, pattern, not } = schema;
  if (not !== undefined) return html`nothing yet`;
  if (type === undefined) return html`anything`;
  if (format === 'date-time') return html`an instant such as <code>2017-10-06T09:30:00.000Z</code>`;
  const types = [type].flat().map((name) => typeNames[name] ?? name);
  const matching = pattern === undefined ? '' : html` matching <code>${pattern}</code>`;
  return html`${types.join(' or ')}${bounds(schema)}${matching}`;
}

function bounds({ minLength, maxLength, minItems, maxItems, minimum, maximum }: Schema): string {
  const unit = minLength === undefined && maxLength === undefined ? '' : ' characters';
  const [least, most] = [minLength ?? minItems ?? minimum, maxLength ?? maxItems ?? maximum];
  if (least !== undefined && most !== undefined) return ` (${least} to ${most}${unit})`;
  if (most !== undefined) return ` (at most ${most}${unit})`;
  return least === undefined ? '' : ` (at least ${least}${unit})`;
}
