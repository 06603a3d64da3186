import { request } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import type { Handler } from '../../../infra/local/gateway/invoke.ts';
import { chair, eventOf, runningServer, sendRaw } from './running-server.ts';

const path = '/v1/partnerships/maldon/grants';
const megabyte = 1024 * 1024;

describe('a call without a good token', () => {
  it.each(['/v1/partnerships/maldon', '/v1/nowhere', '/v1'])('is answered 401 by the gateway at %s', async (place) => {
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
    const head = ['GET /v1/nowhere HTTP/1.1', 'Host: 127.0.0.1', ...both, 'Connection: close', '', ''];

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

describe('any other method or path', () => {
  it.each(['DELETE', 'PATCH', 'OPTIONS'])('goes to the catch-all with a token: %s', async (method) => {
    const { origin, token } = await runningServer();
    const headers = { authorization: `Bearer ${await token(chair)}` };

    const event = await eventOf(await fetch(`${origin}/v1/partnerships/maldon`, { method, headers }));

    expect(event.requestContext).toMatchObject({ routeKey: '$default', http: { method } });
  });
});
