import type { GatewayEvent } from '../../../infra/local/gateway/event.ts';
import { runningServer, sendRaw } from './running-server.ts';

/** The event of a request whose head and body are given as they go over the wire. */
export async function rawEvent(line: string, headers: readonly string[] = [], body: string | Buffer = '') {
  const { origin, token } = await runningServer();
  const own = ['Host: 127.0.0.1', `Authorization: Bearer ${await token()}`, 'Connection: close'];
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  const head = [`${line} HTTP/1.1`, ...own, ...headers, length, '', ''].join('\r\n');
  const answer = await sendRaw(origin, Buffer.concat([Buffer.from(head), Buffer.from(body)]));
  const [status = '', json = ''] = [answer.split(' ')[1], answer.split('\r\n\r\n')[1]];
  return { status: Number(status), event: JSON.parse(json) as GatewayEvent };
}
