import { describe, expect, it } from 'vitest';
import { rawEvent } from './raw-event.ts';
import { eventOf, runningServer } from './running-server.ts';

describe('an event', () => {
  it('is of payload format 2.0 and says where the request came from', async () => {
    const { origin, token } = await runningServer();
    const authorization = `Bearer ${await token()}`;

    const response = await fetch(`${origin}/v1/partnerships/maldon`, {
      headers: { authorization, 'User-Agent': 'tests' },
    });

    const event = await eventOf(response);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'GET /v1/partnerships/{p}',
      rawPath: '/v1/partnerships/maldon',
      rawQueryString: '',
      pathParameters: { p: 'maldon' },
      headers: { authorization, 'user-agent': 'tests' },
      isBase64Encoded: false,
      requestContext: {
        stage: '$default',
        routeKey: 'GET /v1/partnerships/{p}',
        http: {
          method: 'GET',
          path: '/v1/partnerships/maldon',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'tests',
        },
      },
    });
    expect(event.requestContext.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
    expect(Math.abs(event.requestContext.timeEpoch - Date.now())).toBeLessThan(10_000);
  });

  it('leaves out what the request has nothing for', async () => {
    const { event } = await rawEvent('GET /nowhere');

    expect(Object.keys(event).filter((key) => /body|cookies|Parameters/.test(key))).toEqual([]);
  });

  it('has no authorizer where the route is public, whatever the token', async () => {
    const { origin } = await runningServer();

    const event = await eventOf(await fetch(`${origin}/healthz`, { headers: { authorization: 'Bearer nonsense' } }));

    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  it('hands claims over as strings, and arrays in brackets', async () => {
    const { origin, issuer, token } = await runningServer();
    const groups = ['maldon:chair', 'maldon:auditor'];
    const authorization = `Bearer ${await token({ subject: 'ann', name: 'Ann', groups })}`;

    const event = await eventOf(await fetch(`${origin}/v1/partnerships/maldon`, { headers: { authorization } }));

    expect(event.requestContext.authorizer).toEqual({
      jwt: {
        claims: {
          sub: 'ann',
          name: 'Ann',
          token_use: 'access',
          client_id: 'community-safety-funding-scripts',
          'cognito:groups': '[maldon:chair maldon:auditor]',
          iss: issuer.url,
          exp: expect.stringMatching(/^\d{10}$/),
          iat: expect.stringMatching(/^\d{10}$/),
          jti: expect.any(String),
        },
        scopes: null,
      },
    });
  });

  it.each([
    { path: '/v1/partnerships/a%20b', rawPath: '/v1/partnerships/a b', pathParameters: { p: 'a b' } },
    { path: '/v1/partnerships/a%2Fb', rawPath: '/v1/partnerships/a/b', pathParameters: { p: 'a/b' } },
    { path: '/v1/partnerships/%C3%A9', rawPath: '/v1/partnerships/é', pathParameters: { p: 'é' } },
    { path: '/v1/partnerships/a+b', rawPath: '/v1/partnerships/a+b', pathParameters: { p: 'a+b' } },
    { path: '/v1/partnerships/..', rawPath: '/v1/partnerships/..', pathParameters: { p: '..' } },
    { path: '/v1/partnerships/', rawPath: '/v1/partnerships/', pathParameters: undefined },
    { path: '/v1//maldon', rawPath: '/v1//maldon', pathParameters: undefined },
    { path: '//v1/partnerships/maldon', rawPath: '//v1/partnerships/maldon', pathParameters: undefined },
    { path: 'http://else.where/v1/partnerships/a', rawPath: '/v1/partnerships/a', pathParameters: { p: 'a' } },
  ])('reads the path of $path', async ({ path, rawPath, pathParameters }) => {
    const { event } = await rawEvent(`GET ${path}`);

    expect(event.rawPath).toBe(rawPath);
    expect(event.pathParameters).toEqual(pathParameters);
    expect(event.routeKey).toBe(pathParameters ? 'GET /v1/partnerships/{p}' : '$default');
  });

  it.each([
    { query: 'a=1&b=2', parameters: { a: '1', b: '2' } },
    { query: 'a=1&b=2&a=3', parameters: { a: '1,3', b: '2' } },
    { query: 'a=&b', parameters: { a: '', b: '' } },
    { query: 'a=b=c', parameters: { a: 'b=c' } },
    { query: 'a=x+y%2Bz', parameters: { a: 'x y+z' } },
    { query: '&&a=1&', parameters: { a: '1' } },
    { query: 'a%20b=%C2%A3', parameters: { 'a b': '£' } },
    { query: 'a=1?b=2', parameters: { a: '1?b=2' } },
    { query: '__proto__=1', parameters: JSON.parse('{"__proto__":"1"}') },
    { query: '', parameters: undefined },
  ])('reads the query of ?$query', async ({ query, parameters }) => {
    const { event } = await rawEvent(`GET /v1/partnerships/maldon?${query}`);

    expect(event.rawQueryString).toBe(query);
    expect(event.queryStringParameters).toEqual(parameters);
  });

  it.each(['/%', '/%zz', '/%FF', '/?a=%', '/?%C3=1', '*'])(
    'is not made of %s, which is answered 400',
    async (target) => {
      const { status, event } = await rawEvent(`GET ${target}`);

      expect({ status, event }).toEqual({ status: 400, event: { message: 'Bad Request' } });
    },
  );

  it('joins repeated headers, and keeps cookies apart', async () => {
    const headers = ['X-Odd: 1', 'x-odd: 2', 'Cookie: a=1; b=2', 'Cookie: c=3', 'Keep-Alive: 5'];

    const { event } = await rawEvent('GET /healthz', headers);

    const { authorization, ...rest } = event.headers;
    expect(rest).toEqual({ host: '127.0.0.1', 'x-odd': '1,2', 'content-length': '0' });
    expect(authorization).toMatch(/^Bearer /);
    expect(event.cookies).toEqual(['a=1', 'b=2', 'c=3']);
  });

  it.each([
    { type: 'application/json', body: '{"é":1}', text: '{"é":1}' },
    { type: 'Application/JSON; charset=utf-8', body: '{}', text: '{}' },
    { type: 'text/csv', body: 'a,b', text: 'a,b' },
    { type: 'application/json', body: Buffer.from([0x22, 0xff, 0xc3, 0x22]), text: '"\uFFFD\uFFFD"' },
    { type: 'application/json', body: Buffer.from('\uFEFF{}'), text: '\uFEFF{}' },
  ])('carries a body of $type as text', async ({ type, body, text }) => {
    const { event } = await rawEvent('POST /v1/partnerships/maldon/grants', [`Content-Type: ${type}`], body);

    expect(event).toMatchObject({ body: text, isBase64Encoded: false });
  });

  it.each(['application/x-www-form-urlencoded', 'application/octet-stream', 'application/merge-patch+json', undefined])(
    'carries a body of %s as base64',
    async (type) => {
      const headers = type === undefined ? [] : [`Content-Type: ${type}`];

      const { event } = await rawEvent('POST /v1/partnerships/maldon/grants', headers, 'a=1');

      expect(event).toMatchObject({ body: 'YT0x', isBase64Encoded: true });
    },
  );
});
