import { Buffer } from 'node:buffer';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export type FormFile = { readonly name: string; readonly bytes: Uint8Array };

/** What a browser sent with a form: every field in its order, and the files that were chosen. */
export type SentForm = {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly files: ReadonlyMap<string, FormFile>;
};

export type PageRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookies: readonly string[];
  readonly header: (name: string) => string | undefined;
  readonly form: SentForm;
};

const largestForm = 1024 * 1024;
/** A bank file of a thousand lines asks a question about each. */
const mostFields = 3000;

/** A form that is larger than any page's, or that is no form. */
export class UnreadableForm extends Error {
  override readonly name = 'UnreadableForm';
}

export async function readPageRequest(event: APIGatewayProxyEventV2): Promise<PageRequest> {
  const { method } = event.requestContext.http;
  return {
    method,
    path: event.rawPath,
    query: new URLSearchParams(event.rawQueryString),
    cookies: event.cookies ?? [],
    header: (name) => event.headers[name],
    form: method === 'POST' ? await readForm(event) : noForm,
  };
}

const noForm: SentForm = { fields: [], files: new Map() };

/** Either way of sending a form, read by the platform itself. */
async function readForm(event: APIGatewayProxyEventV2): Promise<SentForm> {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > largestForm) throw new UnreadableForm('too large');
  const type = event.headers['content-type'] ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data) *(;|$)/i.test(type)) throw new UnreadableForm(type);
  const data = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch((cause: unknown) => {
    throw new UnreadableForm('malformed', { cause });
  });
  const [fields, files]: [[string, string][], Map<string, FormFile>] = [[], new Map()];
  if ([...data.keys()].length > mostFields) throw new UnreadableForm('too many fields');
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.push([name, unbroken(value)]);
    else files.set(name, { name: value.name, bytes: await value.bytes() });
  }
  return { fields, files };
}

/** Browsers send every line break as two characters; people count one. */
const unbroken = (value: string): string => value.replaceAll('\r\n', '\n');
