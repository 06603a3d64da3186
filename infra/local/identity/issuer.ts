import type { SigningKey } from '../keys.ts';

/** Who signs tokens here. */
export type Issuer = {
  readonly url: string;
  readonly origin: string;
  readonly key: SigningKey;
};

/** The provider's place on the service's own origin, and its sign-in page's. */
export const mountPath = '/oidc';
export const signInPath = `${mountPath}/sign-in`;

/** The clients whose tokens the service takes: its web pages, and whoever asks at `/local/token`. */
export const clients = { web: 'community-safety-funding-web', scripts: 'community-safety-funding-scripts' } as const;

/** As long as Cognito's are set to live. */
export const tokenSeconds = 15 * 60;

export function issuerAt(origin: string, key: SigningKey): Issuer {
  return { url: `${origin}${mountPath}`, origin, key };
}
