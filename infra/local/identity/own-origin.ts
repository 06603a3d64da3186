import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from this machine and speaks to us by our own name. A page of another site could make a
 * browser here send requests, and by its own DNS even read the answers; then `Host` or `Origin` names that site.
 */
export function isFromOwnOrigin({ headers, socket }: IncomingMessage, origin: string): boolean {
  const { port } = new URL(origin);
  const hosts = ['127.0.0.1', 'localhost'].map((name) => (port === '' ? name : `${name}:${port}`));
  const isOwnHost = headers.host !== undefined && hosts.includes(headers.host.toLowerCase());
  const isOwnOrigin = headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`);
  return isOwnHost && isOwnOrigin && isLoopback(socket.remoteAddress);
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}
