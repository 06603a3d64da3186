import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, Provider } from 'oidc-provider';
import { readBody } from './gateway/request-body.ts';
import type { Holder } from './identity/access-token.ts';
import { type Issuer, mountPath, signInPath } from './identity/issuer.ts';
import { providerConfiguration } from './identity/provider-configuration.ts';
import { expiredPage, signInHeaders, signInPage } from './identity/sign-in-page.ts';
import type { Listener } from './server.ts';

/** The OpenID provider for all that is under its mount path. Its sign-in page offers these people. */
export function identityProvider(issuer: Issuer, cookieKey: string, people: readonly Holder[]): Listener {
  const provider = new Provider(issuer.url, providerConfiguration(issuer, cookieKey, people));
  provider.on('server_error', (_, error) => console.error(error));
  const answer = provider.callback();
  return async (request, response) => {
    const url = request.url ?? '';
    if (url.startsWith(`${signInPath}/`)) return signIn(provider, people, request, response);
    // It routes by what follows its mount path, and makes its links from the difference to `originalUrl`.
    await answer(Object.assign(request, { originalUrl: url, url: url.slice(mountPath.length) || '/' }), response);
  };
}

/** The interaction: the page with the people, or the person who was chosen on it. */
async function signIn(
  provider: Provider,
  people: readonly Holder[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await provider.interactionDetails(request, response);
    const choice = request.method === 'POST' ? await readChoice(request) : undefined;
    const chosen = people.find(({ subject }) => subject === choice);
    if (chosen === undefined) {
      response.writeHead(choice === undefined ? 200 : 422, signInHeaders).end(signInPage(people));
    } else {
      await provider.interactionFinished(request, response, { login: { accountId: chosen.subject } });
    }
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    response.writeHead(400, signInHeaders).end(expiredPage());
  }
}

const maximumBytes = 4 * 1024;

async function readChoice(request: IncomingMessage): Promise<string> {
  const body = await readBody(request, maximumBytes);
  return new URLSearchParams(body?.toString()).get('subject') ?? '';
}
