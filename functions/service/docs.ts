import { Html, html, prose } from '../html/html.ts';
import { pagePolicy } from '../html/page-policy.ts';
import { conventions } from './conventions.ts';
import { operationSection, type Placed, placed } from './docs-operation.ts';
import { schemaSection } from './docs-schema.ts';
import { docsStyle } from './docs-style.ts';
import { openApiDocument } from './openapi.ts';
import type { OpenApiDocument, Schema } from './openapi-document.ts';

/** For the header of its answer. */
export const contentSecurityPolicy = pagePolicy(docsStyle);

let made: string | undefined;

/** The OpenAPI document for people, made on the first call. */
export function docsPage(): string {
  made ??= page(openApiDocument().document).text;
  return made;
}

type Group = { readonly name: string; readonly operations: readonly Placed[] };

export function page(document: OpenApiDocument): Html {
  const { info, components } = document;
  const groups = groupsOf(document);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}: the API</title>
<style>${new Html(docsStyle)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header><h1>${info.title}: the API</h1>
<p>Version ${info.version}. For programs, the same as an OpenAPI document: <a href="/openapi.json">openapi.json</a>.</p></header>
${contents(groups)}
<main id="main">
${conventionsSection}${groups.map((group) => groupSection(group, components.schemas))}${schemasSection(components.schemas)}</main>
</body>
</html>
`;
}

const groupsOf = (document: OpenApiDocument): Group[] =>
  document.tags.map(({ name }) => ({
    name,
    operations: placed(document).filter(({ operation }) => operation.tags.includes(name)),
  }));

const contents = (groups: readonly Group[]): Html => html`<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ul>
<li><a href="#conventions">What holds everywhere</a></li>
${groups.map(
  ({ name, operations }) => html`<li><a href="#area-${name}">${titled(name)}</a>
<ul>${operations.map(
    ({ operation: { operationId, summary } }) => html`<li><a href="#${operationId}">${summary}</a></li>\n`,
  )}</ul></li>
`,
)}<li><a href="#schemas">What is sent and answered</a></li>
</ul>
</nav>`;

const titled = (name: string): string => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;

const conventionsSection = html`<section aria-labelledby="conventions">
<h2 id="conventions">What holds everywhere</h2>
${conventions.map(
  ({ title, paragraphs }) => html`<h3>${title}</h3>\n${paragraphs.map((text) => html`<p>${prose(text)}</p>\n`)}`,
)}</section>
`;

const groupSection = ({ name, operations }: Group, schemas: Readonly<Record<string, Schema>>): Html =>
  html`<section aria-labelledby="area-${name}">
<h2 id="area-${name}">${titled(name)}</h2>
${operations.map((one) => operationSection(one, schemas))}</section>
`;

/** Bodies stand with their operations. */
const schemasSection = (schemas: Readonly<Record<string, Schema>>): Html =>
  html`<section aria-labelledby="schemas">
<h2 id="schemas">What is sent and answered</h2>
${Object.entries(schemas)
  .filter(([name]) => !name.endsWith('Body'))
  .map(([name, schema]) => schemaSection(name, schema))}</section>
`;
