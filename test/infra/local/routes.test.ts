import { describe, expect, it } from 'vitest';
import { type Routed, router } from '../../../infra/local/gateway/routes.ts';

const routed: readonly Routed[] = [
  { method: 'GET', path: '/v1/partnerships', area: 'partnerships', access: 'signed-in' },
  { method: 'POST', path: '/v1/partnerships', area: 'partnerships', access: 'administrator' },
  { method: 'GET', path: '/v1/partnerships/{p}', area: 'partnerships', access: 'member' },
  { method: 'GET', path: '/v1/partnerships/{p}/{part}', area: 'journal', access: 'member' },
  { method: 'GET', path: '/v1/partnerships/{p}/grants', area: 'grants', access: 'member' },
  { method: 'GET', path: '/v1/partnerships/{p}/years/{fy}/statement', area: 'statements', access: 'member' },
  { method: 'GET', path: '/healthz', area: 'service', access: 'public' },
];

describe('finding the route of a request', () => {
  const find = router(routed);

  it.each([
    { request: 'GET /v1/partnerships', key: 'GET /v1/partnerships', parameters: {} },
    { request: 'POST /v1/partnerships', key: 'POST /v1/partnerships', parameters: {} },
    { request: 'GET /v1/partnerships/maldon', key: 'GET /v1/partnerships/{p}', parameters: { p: 'maldon' } },
    { request: 'GET /v1/%70artnerships/maldon', key: 'GET /v1/partnerships/{p}', parameters: { p: 'maldon' } },
    {
      request: 'GET /v1/partnerships/maldon/grants',
      key: 'GET /v1/partnerships/{p}/grants',
      parameters: { p: 'maldon' },
    },
    {
      request: 'GET /v1/partnerships/maldon/funds',
      key: 'GET /v1/partnerships/{p}/{part}',
      parameters: { p: 'maldon', part: 'funds' },
    },
    {
      request: 'GET /v1/partnerships/a%2Fb/years/2017-18/statement',
      key: 'GET /v1/partnerships/{p}/years/{fy}/statement',
      parameters: { p: 'a/b', fy: '2017-18' },
    },
  ])('takes $request to $key', ({ request, key, parameters }) => {
    const [method = '', path = ''] = request.split(' ');

    expect(find(method, path)).toMatchObject({ key, parameters });
  });

  it.each([
    'PUT /v1/partnerships',
    'OPTIONS /v1/partnerships',
    'GET /v1/partnerships/',
    'GET /v1/partnerships//grants',
    'GET /v1',
  ])('takes %s to the catch-all of the API, which needs a token and is the function service', (request) => {
    const [method = '', path = ''] = request.split(' ');

    expect(find(method, path)).toEqual({ key: '$default', area: 'service', isPublic: false, parameters: {} });
  });

  it.each([
    'HEAD /healthz',
    'get /healthz',
    'GET /healthz/',
    'GET /Healthz',
    'GET /',
    'GET /partnerships/maldon',
    'GET /favicon.ico',
  ])('takes %s to the pages, which ask for a session themselves', (request) => {
    const [method = '', path = ''] = request.split(' ');

    expect(find(method, path)).toEqual({ key: '$default', area: 'web', isPublic: true, parameters: {} });
  });

  it('asks no token for public routes alone', () => {
    const open = routed.filter(({ method, path }) => find(method, path).isPublic).map(({ path }) => path);

    expect(open).toEqual(['/healthz']);
  });

  it('has every operation of the list by default', () => {
    expect(router()('GET', '/healthz')).toMatchObject({ key: 'GET /healthz', isPublic: true });
  });
});
