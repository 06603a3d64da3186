import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Person } from '../../../infra/local/example/people.ts';
import type { GatewayEvent } from '../../../infra/local/gateway/event.ts';
import type { Handler } from '../../../infra/local/gateway/invoke.ts';
import type { Routed } from '../../../infra/local/gateway/routes.ts';
import { type Holder, mintAccessToken } from '../../../infra/local/identity/access-token.ts';
import { issuerAt } from '../../../infra/local/identity/issuer.ts';
import { makeSigningKey } from '../../../infra/local/keys.ts';
import { serviceListener } from '../../../infra/local/listener.ts';
import { startServer } from '../../../infra/local/server.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const signingKey = await makeSigningKey();

export const chair: Person = { subject: 'maldon-rag-chair', name: 'Chair, Maldon', groups: ['maldon:chair'] };

export const routed: readonly Routed[] = [
  { method: 'GET', path: '/healthz', area: 'service', access: 'public' },
  { method: 'GET', path: '/v1/partnerships/{p}', area: 'partnerships', access: 'member' },
  { method: 'POST', path: '/v1/partnerships/{p}/grants', area: 'grants', access: ['finance-officer'] },
];

/** Answers with the event that it got. */
export const echo: Handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });

/** A server of its own for one test, with this function behind every area. */
export async function runningServer({
  handler = echo,
  people = [chair],
}: {
  handler?: Handler;
  people?: readonly Person[];
} = {}) {
  const server = await startServer(0);
  onTestFinished(() => server.close());
  const issuer = issuerAt(server.origin, signingKey);
  const storage = { folder: await temporaryFolder(), credentials: { accessKeyId: 'test', secretAccessKey: 'secret' } };
  const load = async () => handler;
  server.serve(
    serviceListener({ issuer, cookieKey: 'cookie key', people, storage, assets: storage.folder, routed, load }),
  );
  const token = (holder: Holder = chair) => mintAccessToken(issuer, holder);
  return { origin: server.origin, issuer, token };
}

/** The event that the function gets for a request. */
export async function eventOf(response: Response): Promise<GatewayEvent> {
  return (await response.json()) as GatewayEvent;
}

/** Sends bytes as they stand, and gives what came back until the other side closed. */
export async function sendRaw(origin: string, request: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(request);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}
