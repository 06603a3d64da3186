import type { Operation } from '../http/operation.ts';
import type { Content, Header, Response, Schema } from './openapi-document.ts';
import type { OperationSchemas } from './schemas.ts';

const text: Schema = { type: 'string' };
const etag: Header = { description: 'Changes whenever what is shown does.', schema: text };
const location = (description: string): Header => ({
  description,
  schema: { type: 'string', format: 'uri-reference' },
});
const whereTrue = (description: string): Header => ({ description, schema: { type: 'string', const: 'true' } });
const postHeaders = {
  'Idempotent-Replayed': whereTrue('There where this is the first answer again.'),
  'Dry-Run': whereTrue('There where nothing was changed.'),
};

/** What an operation answers when nothing is wrong, by status. */
export function successResponses(operation: Operation, schemas: OperationSchemas): Record<string, Response> {
  const { method, answer } = operation;
  const content: Content = Object.fromEntries(
    answer.contentTypes.map((type) => [type, type === 'application/json' ? { schema: schemas.answer } : {}]),
  );
  switch (method) {
    case 'GET':
      return reading(operation, schemas, content);
    case 'POST':
      return { 201: { description: 'Recorded, or what would be.', headers: postHeaders, content } };
    case 'PUT':
      return {
        200: { description: 'Replaced.', headers: { ETag: etag }, content },
        201: { description: 'Made.', headers: { ETag: etag }, content },
      };
  }
}

function reading({ access, mayTakeLong }: Operation, { query }: OperationSchemas, content: Content) {
  if (access === 'public') return { 200: { description: 'As asked for.', content } };
  const isList = query.properties?.['cursor'] !== undefined;
  return {
    200: { description: 'As asked for.', ...(isList ? {} : { headers: { ETag: etag } }), content },
    ...(mayTakeLong ? { 202: byJob } : {}),
    // A list comes in pages, which are never so large.
    ...(isList ? {} : { 303: elsewhere }),
  };
}

const byJob: Response = {
  description:
    'Too long for one answer: a job makes it. Ask at `Location` how far it is; when it is done, it has a link.',
  headers: {
    Location: location('Where the job is.'),
    'Retry-After': { description: 'Seconds to wait before asking.', schema: { type: 'string', pattern: '^\\d+$' } },
  },
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Job' } } },
};

const elsewhere: Response = {
  description: 'As asked for, and over 4 MB: a link to it, which works for five minutes and needs no token.',
  headers: { Location: location('Where the answer is.') },
  content: {},
};
