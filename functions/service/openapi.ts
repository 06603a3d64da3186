import type { Operation } from '../http/operation.ts';
import { operations } from '../operations.ts';
import { conventionsText } from './conventions.ts';
import type { OpenApiDocument, PathItem } from './openapi-document.ts';
import { openApiOperation } from './openapi-operation.ts';
import { type Schemas, schemasOf } from './schemas.ts';

/** Of the document; the addresses carry the version of the contract, `/v1`. */
const version = '0.1.0';

const list: readonly (readonly [string, Operation])[] = Object.entries(operations);

type Written = { readonly document: OpenApiDocument; readonly text: string };
let written: Written | undefined;

/** The OpenAPI document of every operation in the list, made on the first call. */
export function openApiDocument(): Written {
  written ??= write();
  return written;
}

function write(): Written {
  const schemas = schemasOf(operations);
  const document: OpenApiDocument = {
    openapi: '3.1.1',
    info: { title: 'Community safety funding', version, description: conventionsText },
    servers: [{ url: '/' }],
    security: [{ accessToken: [] }],
    tags: [...new Set(list.map(([, { area }]) => area))].map((name) => ({ name })),
    paths: Object.fromEntries(
      [...Map.groupBy(list, ([, { path }]) => path)].map(([path, here]) => [path, pathItem(here, schemas.of)]),
    ),
    components: {
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: schemas.components,
    },
  };
  return { document, text: JSON.stringify(document) };
}

const pathItem = (here: typeof list, of: Schemas['of']): PathItem =>
  Object.fromEntries(
    here.map(([name, operation]) => [operation.method.toLowerCase(), openApiOperation(name, operation, of(name))]),
  );
