import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { clients, type Issuer, tokenSeconds } from './issuer.ts';

/** A person as a token speaks of them. */
export type Holder = {
  readonly subject: string;
  readonly name?: string | undefined;
  readonly groups: readonly string[];
};

/** The claims that Cognito's access tokens carry beside the registered ones; without groups there is no such claim. */
export function cognitoClaims({ name, groups }: Holder): Record<string, unknown> {
  return {
    token_use: 'access',
    ...(name === undefined ? {} : { name }),
    ...(groups.length === 0 ? {} : { 'cognito:groups': groups }),
  };
}

/** A token like the provider's own, by its key, without its sign-in: for scripts, tests and the example. */
export async function mintAccessToken(issuer: Issuer, holder: Holder): Promise<string> {
  const { kid, alg } = issuer.key;
  return new SignJWT({ ...cognitoClaims(holder), client_id: clients.scripts })
    .setProtectedHeader({ alg, kid })
    .setIssuer(issuer.url)
    .setSubject(holder.subject)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${tokenSeconds} s`)
    .sign(await importJWK(issuer.key, alg));
}
