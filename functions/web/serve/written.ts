import { Buffer } from 'node:buffer';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { compress } from '../http/compress.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import { pageHeaders } from '../http/page-headers.ts';
import type { WebDeps } from '../web-deps.ts';
import type { Frame } from './frame.ts';
import { render } from './render.ts';

/** An answer as the gateway takes it. */
export async function written(
  answer: PageAnswer,
  frame: Frame,
  { settings, provider }: WebDeps,
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  // Without a provider nobody signs in, but what is here is still shown.
  const signInOrigin = await provider.origin().catch(() => settings.siteOrigin);
  const headers = pageHeaders(settings.siteOrigin, signInOrigin);
  if (answer.kind === 'redirect') {
    const cookies = [...(answer.cookies ?? [])];
    return {
      statusCode: 303,
      headers: { ...headers, ...answer.headers, location: answer.location },
      cookies,
      body: '',
    };
  }
  const content = answer.kind === 'file' ? fileContent(answer) : htmlContent(render(answer, frame, settings));
  const statusCode = answer.kind === 'view' ? (answer.status ?? 200) : 200;
  const { body, encoding } = compress(content.body, event.headers['accept-encoding']);
  return {
    statusCode,
    headers: {
      ...headers,
      ...content.headers,
      vary: 'accept-encoding',
      ...(event.requestContext.http.method === 'POST' && backable),
      ...(statusCode === 405 && { allow: 'GET, HEAD, POST' }),
      ...(encoding !== undefined && { 'content-encoding': encoding }),
    },
    ...(answer.kind === 'view' && answer.cookies && { cookies: [...answer.cookies] }),
    ...(event.requestContext.http.method === 'HEAD'
      ? { body: '' }
      : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
  };
}

/**
 * A page that answers a form, such as its second step or its check page: without being kept, the browser's own Back could
 * not return to it. Signing out clears what is kept.
 */
const backable = { 'cache-control': 'private, no-cache' } as const;

type Content = { readonly headers: Readonly<Record<string, string>>; readonly body: string | Uint8Array };

const htmlContent = (body: string): Content => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body });

const fileContent = ({ contentType, fileName, body }: Extract<PageAnswer, { kind: 'file' }>): Content => ({
  headers: {
    'content-type': contentType,
    ...(fileName !== undefined && { 'content-disposition': `attachment; filename="${fileName}"` }),
  },
  body,
});
