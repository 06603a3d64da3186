import { once } from 'node:events';
import { createServer } from 'node:http';
import { environmentWebDeps } from '../../functions/web/web-deps.ts';

/** Lets the pages call an API that can do nothing but this, for as long as something is done. */
export async function whileApiAnswers<Done>(status: 500 | 503, act: () => Promise<Done>): Promise<Done> {
  const server = createServer((_, response) => response.writeHead(status).end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens nowhere');
  const { settings } = environmentWebDeps();
  const { apiUrl } = settings;
  Object.assign(settings, { apiUrl: `http://127.0.0.1:${address.port}` });
  try {
    return await act();
  } finally {
    Object.assign(settings, { apiUrl });
    server.close();
  }
}
