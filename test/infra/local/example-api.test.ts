import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { apiAt } from '../../../infra/local/example/api.ts';
import { chair } from './running-server.ts';

/** The loader's view of a server that answers so. */
async function apiThat(answers: RequestListener) {
  const server = createServer(answers).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return apiAt(`http://127.0.0.1:${port}`, async ({ subject }) => `token of ${subject}`);
}

describe('calling the API for the example', () => {
  it('reads a list to its end', async () => {
    const pages = new Map([
      ['/grants?limit=100', { items: [{ id: 'a' }], nextCursor: 'more&' }],
      ['/grants?limit=100&cursor=more%26', { items: [{ id: 'b' }], nextCursor: null }],
    ]);
    const api = await apiThat((request, response) => response.end(JSON.stringify(pages.get(request.url ?? ''))));

    expect(await api.list(chair, '/grants')).toEqual([{ id: 'a' }, { id: 'b' }]);
  });

  it('tells what is there from what is not', async () => {
    const api = await apiThat((request, response) => response.writeHead(request.url === '/a' ? 200 : 404).end());

    expect([await api.exists(chair, '/a'), await api.exists(chair, '/b')]).toEqual([true, false]);
  });

  it('posts as a person, with a key', async () => {
    const calls: unknown[] = [];
    const api = await apiThat((request, response) => {
      calls.push([request.method, request.headers.authorization, request.headers['idempotency-key']]);
      response.writeHead(201).end();
    });

    await api.post(chair, '/grants', 'example-grant', {});

    expect(calls).toEqual([['POST', 'Bearer token of maldon-rag-chair', 'example-grant']]);
  });

  it('says in one sentence what was refused, and why', async () => {
    const problem = {
      code: 'invalid-request',
      detail: 'Malformed',
      errors: [{ pointer: '/quorum', detail: 'is none' }],
    };
    const api = await apiThat((_, response) => response.writeHead(400).end(JSON.stringify(problem)));

    await expect(api.put(chair, '/terms', {})).rejects.toThrow(
      "The example can't be loaded: PUT /terms was answered 400 invalid-request Malformed " +
        '[{"pointer":"/quorum","detail":"is none"}].',
    );
  });

  it('says so where there is no problem to explain it', async () => {
    const api = await apiThat((_, response) => response.writeHead(503).end('busy'));

    await expect(api.exists(chair, '/a')).rejects.toThrow("The example can't be loaded: GET /a was answered 503.");
  });
});
