import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Handler } from '../../../infra/local/gateway/invoke.ts';
import { runningServer } from './running-server.ts';

const megabyte = 1024 * 1024;

/** What a client gets of a public operation whose function answers so. */
async function answerOf(result: unknown, init?: RequestInit): Promise<Response> {
  const { origin } = await runningServer({ handler: async () => result });
  return fetch(`${origin}/healthz`, init);
}

describe('the answer of a function', () => {
  it('is handed on with its status, headers, cookies and text', async () => {
    const headers = { 'Content-Type': 'application/problem+json', 'X-Count': 3 };

    const response = await answerOf({ statusCode: 409, headers, cookies: ['a=1; Path=/', 'b=2'], body: '{"é":1}' });

    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('x-count')).toBe('3');
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(await response.text()).toBe('{"é":1}');
  });

  it('is decoded where it is base64', async () => {
    const response = await answerOf({ statusCode: 200, body: '/wD+', isBase64Encoded: true });

    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0xff, 0x00, 0xfe]);
  });

  it('may be nothing but a status', async () => {
    const response = await answerOf({ statusCode: 204 });

    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('has the length of what was sent, whatever the function says of it', async () => {
    const response = await answerOf({ statusCode: 200, headers: { 'Content-Length': '1' }, body: 'more' });

    expect(await response.text()).toBe('more');
  });

  it('is sent without its body to HEAD', async () => {
    const { origin, token } = await runningServer();
    const headers = { authorization: `Bearer ${await token()}` };

    const response = await fetch(`${origin}/healthz`, { method: 'HEAD', headers });

    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('a function that fails', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each<{ how: string; handler: Handler }>([
    {
      how: 'throws',
      handler: () => {
        throw new Error('secret');
      },
    },
    {
      how: 'rejects',
      handler: async () => {
        throw new Error('secret');
      },
    },
    { how: 'answers nothing', handler: async () => undefined },
    { how: 'answers without a status', handler: async () => ({ body: 'secret' }) },
    { how: 'answers a status that is none', handler: async () => ({ statusCode: 42 }) },
    { how: 'answers a header that is none', handler: async () => ({ statusCode: 200, headers: { 'a b': 'secret' } }) },
    {
      how: 'answers more than Lambda hands on',
      handler: async () => ({ statusCode: 200, body: 'x'.repeat(7 * megabyte) }),
    },
  ])('because it $how is answered 500, without saying why', async ({ handler }) => {
    vi.spyOn(console, 'error').mockReturnValue();
    const { origin } = await runningServer({ handler });

    const response = await fetch(`${origin}/healthz`);

    expect([response.status, await response.text()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });

  it('does not keep later calls from being served', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    let calls = 0;
    const { origin } = await runningServer({
      handler: async () => {
        calls += 1;
        if (calls === 1) throw new Error('once');
        return { statusCode: 200 };
      },
    });

    await fetch(`${origin}/healthz`);

    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });
});
