import { createServer, type IncomingMessage, type Server as NodeServer, type ServerResponse } from 'node:http';
import { reason, StartFailure } from './start-failure.ts';

export type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Server = {
  /** `http://127.0.0.1:3000`, with the port that it got. */
  readonly origin: string;
  /** From here on this answers the requests; before, they are asked to come again. */
  serve(listener: Listener): void;
  close(): Promise<void>;
};

const timeouts = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 60_000 };

/** Takes a port of this machine, reachable from this machine alone. */
export async function startServer(port: number): Promise<Server> {
  let current: Listener = askToComeAgain;
  const server = createServer(timeouts, (request, response) => {
    current(request, response).catch((error: unknown) => abandon(request, response, error));
  });
  const taken = await listen(server, port);
  return {
    origin: `http://127.0.0.1:${taken}`,
    serve: (listener) => {
      current = listener;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: NodeServer, port: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  } catch (cause) {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    const why = isTaken ? 'is in use: stop what uses it, or set PORT to another' : `can't be had (${reason(cause)})`;
    throw new StartFailure(`Port ${port} ${why}.`, { cause });
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

async function askToComeAgain(_: IncomingMessage, response: ServerResponse): Promise<void> {
  response.statusCode = 503;
  response.setHeader('retry-after', '1').end();
}

/** A client that left in the middle is nobody's error. */
function abandon(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (!request.destroyed) console.error(error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end();
}
