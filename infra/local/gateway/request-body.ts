import type { IncomingMessage } from 'node:http';

/** Time for the client to read why before the connection is cut. */
const millisecondsToRead = 1_000;

/** The whole body, or nothing if it is longer than that: then the rest is left unread, and the connection soon cut. */
export async function readBody(request: IncomingMessage, maximumBytes: number): Promise<Buffer | undefined> {
  const announced = Number(request.headers['content-length'] ?? 0);
  const chunks: Buffer[] = [];
  let bytes = 0;
  if (announced <= maximumBytes) {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (bytes > maximumBytes) break;
      chunks.push(chunk);
    }
  }
  if (Math.max(announced, bytes) <= maximumBytes) return Buffer.concat(chunks);
  request.pause();
  setTimeout(() => request.destroy(), millisecondsToRead).unref();
  return undefined;
}
