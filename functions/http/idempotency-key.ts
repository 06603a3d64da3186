import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { header, invalid } from './request.ts';
import { RequestProblem } from './request-problem.ts';

/** The key under which a POST is done once, however often it is sent. */
export function idempotencyKey(event: APIGatewayProxyEventV2): string {
  const key = header(event, 'idempotency-key');
  if (key === undefined) {
    throw new RequestProblem('idempotency-key-required', 'Send an Idempotency-Key of your own with every POST.');
  }
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw invalid([{ pointer: '/header/Idempotency-Key', detail: 'Write 1 to 255 visible ASCII characters.' }]);
}
