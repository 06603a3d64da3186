import { describe, expect, it } from 'vitest';
import { operations } from '../../../functions/operations.ts';
import { methodsOf } from '../../../functions/service/unrouted.ts';
import { accessToken, call, jsonOf } from './calling.ts';

describe('calling what no operation serves', () => {
  it.each([
    { claims: undefined, who: 'without a token' },
    { claims: { ...accessToken, token_use: 'id' }, who: 'with an id token' },
  ])('is 401 $who, whatever the address', async ({ claims }) => {
    const answers = await Promise.all([
      call('GET', '/nowhere', { claims }),
      call('DELETE', '/v1/partnerships', { claims }),
    ]);

    expect(answers.map((answer) => [answer.statusCode, jsonOf(answer).code])).toEqual([
      [401, 'unauthenticated'],
      [401, 'unauthenticated'],
    ]);
  });

  it.each([
    'GET /',
    'GET /v1',
    'GET /v1/partnerships/',
    'GET /v1/partnerships//funds',
    'GET /v1/partnerships/maldon/nonsense',
    'POST /v1/partnerships/maldon/funds/tru-cam/opening-balance/1',
    'GET /Healthz',
    'GET /local/token',
  ])('is 404 for %s', async (request) => {
    const [method = '', path = ''] = request.split(' ');

    const answer = await call(method, path, { claims: accessToken });

    expect(answer.statusCode).toBe(404);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
    expect(jsonOf(answer)).toMatchObject({ type: '/problems/no-such-address', status: 404, code: 'no-such-address' });
  });

  it.each([
    { request: 'POST /healthz', allow: 'GET' },
    { request: 'HEAD /docs', allow: 'GET' },
    { request: 'PUT /v1/partnerships', allow: 'POST, GET' },
    { request: 'PATCH /v1/partnerships/maldon', allow: 'GET' },
    { request: 'DELETE /v1/partnerships/maldon/funders/essex-pcc', allow: 'PUT, GET' },
    { request: 'GET /v1/partnerships/maldon/journal/12/reversal', allow: 'POST' },
    { request: 'OPTIONS /v1/partnerships/maldon/grants', allow: 'POST, GET' },
  ])('is 405 for $request, and says that $allow is allowed', async ({ request, allow }) => {
    const [method = '', path = ''] = request.split(' ');

    const answer = await call(method, path, { claims: accessToken });

    expect(answer.statusCode).toBe(405);
    expect(answer.headers?.['allow']).toBe(allow);
    expect(jsonOf(answer).code).toBe('method-not-allowed');
  });

  it('goes by the address alone, also below a partnership that the token does not cover', async () => {
    const answers = await Promise.all([
      call('GET', '/v1/partnerships/chelmsford/nonsense', { claims: accessToken }),
      call('DELETE', '/v1/partnerships/chelmsford', { claims: accessToken }),
    ]);

    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 405]);
  });
});

describe('the methods that an address takes', () => {
  const among = [
    { method: 'GET', path: '/a/{id}' },
    { method: 'POST', path: '/a/new' },
    { method: 'PUT', path: '/{any}/new' },
  ] as const;

  it.each([
    { address: '/a/1', methods: ['GET'] },
    { address: '/a/new', methods: ['POST'] },
    { address: '/b/new', methods: ['PUT'] },
    { address: '/a/', methods: [] },
    { address: '/a', methods: [] },
  ])('are those of the path that says most literally $address', ({ address, methods }) => {
    expect(methodsOf(address, among)).toEqual(methods);
  });

  it.each(Object.entries(operations))('have that of %s at its own address', (_, { method, path }) => {
    expect(methodsOf(path.replaceAll(/\{\w+\}/g, '1'))).toContain(method);
  });
});
