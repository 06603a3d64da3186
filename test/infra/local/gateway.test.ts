import { request } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Handler } from '../../../infra/local/gateway/invoke.ts';
import { chair, eventOf, runningServer, sendRaw } from './running-server.ts';

const path = '/v1/partnerships/maldon/grants';
const megabyte = 1024 * 1024;

/** What a client gets of a public operation whose function answers so. */
async function answerOf(result: unknown, init?: RequestInit): Promise<Response> {
  const { origin } = await runningServer({ handler: async () => result });
  return fetch(`${origin}/healthz`, init);
}

describe('a call without a good token', () => {
  it.each(['/v1/partnerships/maldon', '/nowhere', '/'])('is answered 401 by the gateway at %s', async (place) => {
    const { origin } = await runningServer();

    const response = await fetch(origin + place, { headers: { authorization: 'Bearer nonsense' } });

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toEqual({ message: 'Unauthorized' });
  });

  it('never reaches a function', async () => {
    const handler = vi.fn<Handler>();
    const { origin } = await runningServer({ handler });

    await fetch(origin + path, { method: 'POST', body: '{}' });

    expect(handler).not.toHaveBeenCalled();
  });

  it('is served where the operation is public', async () => {
    const { origin } = await runningServer();

    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  it('is refused where there are two tokens, although one of them is good', async () => {
    const { origin, token } = await runningServer();
    const both = [`Authorization: Bearer ${await token()}`, 'Authorization: Bearer nonsense'];
    const head = ['GET /nowhere HTTP/1.1', 'Host: 127.0.0.1', ...both, 'Connection: close', '', ''];

    expect(await sendRaw(origin, head.join('\r\n'))).toMatch(/^HTTP\/1.1 401 /);
  });
});

describe('a body', () => {
  it('of 10 MB is handed on', async () => {
    const { origin, token } = await runningServer({
      handler: async ({ body = '' }) => ({ statusCode: 200, body: String(body.length) }),
    });
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };

    const response = await fetch(origin + path, { method: 'POST', headers, body: 'x'.repeat(10 * megabyte) });

    expect(await response.text()).toBe(String(10 * megabyte));
  });

  it('over 10 MB is answered 413 unread, by its announced length', async () => {
    const { origin, token } = await runningServer();
    const headers = { authorization: `Bearer ${await token()}`, 'content-length': 10 * megabyte + 1 };

    const answer = await new Promise<string>((resolve, reject) => {
      const call = request(origin + path, { method: 'POST', headers }, async (response) => {
        resolve(`${response.statusCode} ${String((await response.toArray())[0])}`);
      });
      call.on('error', reject).flushHeaders();
    });

    expect(answer).toBe('413 {"message":"Request Too Long"}');
  });

  it('over 10 MB is answered 413 and read no further, where no length was announced', async () => {
    const { origin, token } = await runningServer();
    const headers = { authorization: `Bearer ${await token()}` };
    let sent = 0;
    let status: number | undefined;

    await new Promise((resolve) => {
      const call = request(origin + path, { method: 'POST', headers }, (response) => {
        status = response.statusCode;
      });
      const send = () => {
        while (!call.destroyed && call.write(Buffer.alloc(megabyte))) sent += 1;
      };
      call
        .on('drain', send)
        .on('error', () => undefined)
        .on('close', resolve);
      send();
    });

    expect(status).toBe(413);
    expect(sent).toBeLessThan(64);
  });
});

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

describe('any other method or path', () => {
  it.each(['DELETE', 'PATCH', 'OPTIONS'])('goes to the catch-all with a token: %s', async (method) => {
    const { origin, token } = await runningServer();
    const headers = { authorization: `Bearer ${await token(chair)}` };

    const event = await eventOf(await fetch(`${origin}/v1/partnerships/maldon`, { method, headers }));

    expect(event.requestContext).toMatchObject({ routeKey: '$default', http: { method } });
  });
});
