import type { Operation } from '../http/operation.ts';
import { examples } from './examples.ts';
import type { OpenApiOperation, Parameter, Schema } from './openapi-document.ts';
import { problemResponses } from './problem-responses.ts';
import type { OperationSchemas } from './schemas.ts';
import { successResponses } from './success-responses.ts';
import { who } from './who.ts';

const text: Schema = { type: 'string' };

/** An operation of the list, as OpenAPI says it. */
export function openApiOperation(name: string, operation: Operation, schemas: OperationSchemas): OpenApiOperation {
  const { area, access, summary, method, readIsRecorded } = operation;
  const example = examples.get(name)?.body;
  const json = { schema: schemas.body, ...(example === undefined ? {} : { example }) };
  return {
    operationId: name,
    tags: [area],
    summary,
    description: `Who: ${who(access)}.${readIsRecorded ? ' Every read is recorded, with the name of who read.' : ''}`,
    ...(access === 'public' ? { security: [] } : {}),
    parameters: [...parameters('path', schemas.path), ...parameters('query', schemas.query), ...headersOf(method)],
    ...(method === 'GET'
      ? {}
      : { requestBody: { required: !takesNothing(operation), content: { 'application/json': json } } }),
    responses: { ...successResponses(operation, schemas), ...problemResponses(operation) },
  };
}

/** Whether no body is as good as one: nothing in it is needed. Limits decide which dates are refused, not what is needed. */
const takesNothing = ({ body }: Operation): boolean => body({ today: '2017-10-06' }).safeParse({}).success;

/** A schema's members, each a parameter of its own. */
function parameters(place: 'path' | 'query', { properties = {}, required = [] }: Schema): Parameter[] {
  return Object.entries(properties).map(([name, schema]) => {
    const { description, ...rest } = typeof schema === 'boolean' ? {} : schema;
    const isRequired = required.includes(name);
    return { name, in: place, required: isRequired, ...(description ? { description } : {}), schema: rest };
  });
}

const requestHeaders: Readonly<Record<Operation['method'], readonly Parameter[]>> = {
  GET: [],
  POST: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'A key of your own, new for each thing to be done, the same when it is sent again.',
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7E]+$' },
    },
  ],
  PUT: [
    {
      name: 'If-Match',
      in: 'header',
      required: false,
      description: 'The ETag that was read, to replace what exists; left out to make what does not.',
      schema: text,
    },
  ],
};
const headersOf = (method: Operation['method']): readonly Parameter[] => requestHeaders[method];
