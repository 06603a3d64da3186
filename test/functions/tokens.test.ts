import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationName, operations } from '../../functions/operations.ts';
import { makeSigningKey, readKeys, type SigningKey } from '../../infra/local/keys.ts';
import { type Service, startService } from '../../infra/local/service.ts';

const everyRole = ['finance-officer', 'coordinator', 'chair', 'chief-finance-officer', 'auditor'];
const everyGroup = (id: string): string[] => everyRole.map((role) => `${id}:${role}`);

const names = Object.keys(operations) as OperationName[];
const publicNames: readonly OperationName[] = ['getHealth', 'getOpenApi', 'getDocs'];
const guarded = names.filter((name) => !publicNames.includes(name));
const inPartnership = names.filter((name) => operations[name].path.includes('{partnershipId}'));

/** An address of the operation; what stands in it need not be there, since nobody gets that far. */
const addressOf = (name: OperationName): string =>
  operations[name].path
    .replace('{partnershipId}', 'maldon')
    .replace('{financialYear}', '2017-18')
    .replace('{effectiveFrom}', '2017-04-01')
    .replace(/\{(sequence|condition)\}/, '1')
    .replace('{grantId}', '01932f1c-7a2b-7c3d-8e4f-0123456789ab')
    .replaceAll(/\{\w+\}/g, 'anything');

describe('the running service', () => {
  let service: Service;
  let folder: string;
  let key: SigningKey;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'community-safety-funding-'));
    service = await startService(
      { PORT: 0, DATA_DIR: folder, EXAMPLE: 'none', DYNAMODB_ENDPOINT: undefined },
      () => {},
    );
    key = (await readKeys(folder)).signing;
    await make('maldon');
  });
  afterAll(async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function tokenFor(groups: readonly string[]): Promise<string> {
    const response = await fetch(`${service.origin}/local/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ subject: 'somebody', groups }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  }

  /** A token such as the service gives, but for what is said here. */
  async function forged({
    by = key,
    issuer = `${service.origin}/oidc`,
    use = 'access',
    expires = '15 min',
  } = {}): Promise<string> {
    const claims = { token_use: use, 'cognito:groups': [...everyGroup('maldon'), 'platform:administrator'] };
    return new SignJWT({ ...claims, client_id: 'community-safety-funding-scripts' })
      .setProtectedHeader({ alg: 'RS256', kid: by.kid })
      .setIssuer(issuer)
      .setSubject('somebody')
      .setIssuedAt(Math.floor(Date.now() / 1000) - 3600)
      .setExpirationTime(expires)
      .sign(await importJWK(by, 'RS256'));
  }

  const ask = (method: string, path: string, token?: string, more: RequestInit = {}): Promise<Response> =>
    fetch(service.origin + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'once',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(method === 'GET' ? {} : { body: '{}' }),
      ...more,
    });

  const statusOf = async (name: OperationName, token?: string): Promise<number> =>
    (await ask(operations[name].method, addressOf(name), token)).status;

  async function make(id: string): Promise<void> {
    const authority = { id: 'council', name: 'Council' };
    const body = JSON.stringify({
      id,
      name: id,
      hostAuthority: authority,
      responsibleAuthorities: [authority],
      quorum: 1,
    });
    const made = await ask('POST', '/v1/partnerships', await tokenFor(['platform:administrator']), { body });
    if (made.status !== 201) throw new Error(await made.text());
  }

  it.each(publicNames)('answers %s without a token', async (name) => {
    expect(await statusOf(name)).toBe(200);
  });

  describe.each(guarded)('%s', (name) => {
    it('is refused with 401 without a good access token', async () => {
      const tokens = {
        none: undefined,
        nonsense: 'nonsense',
        expired: await forged({ expires: '-1 min' }),
        'of another key': await forged({ by: anotherKey }),
        'of another key under our key’s name': await forged({ by: { ...anotherKey, kid: key.kid } }),
        'of another issuer': await forged({ issuer: 'https://example.org' }),
        'an id token': await forged({ use: 'id' }),
        unsigned: `${(await forged()).split('.').slice(0, 2).join('.')}.`,
      };

      const statuses = await Promise.all(
        Object.entries(tokens).map(async ([what, token]) => [what, await statusOf(name, token)]),
      );

      expect(Object.fromEntries(statuses)).toEqual(Object.fromEntries(Object.keys(tokens).map((what) => [what, 401])));
    });

    it('goes on with a good one', async () => {
      const status = await statusOf(name, await forged());

      expect([200, 201, 400, 404, 409]).toContain(status);
    });
  });

  it.each(inPartnership)('refuses %s to everybody of another partnership', async (name) => {
    expect(await statusOf(name, await tokenFor(everyGroup('dengie')))).toBe(403);
  });

  it('has no order of checks but the contract’s, where an address is wrong', async () => {
    const outsider = await tokenFor(everyGroup('dengie'));
    const asked = {
      'no token, no such address': await ask('GET', '/v1/nothing'),
      'no token, wrong method': await ask('PUT', '/v1/partnerships/maldon/grants'),
      'no such address, not covered': await ask('GET', '/v1/partnerships/maldon/nothing', outsider),
      'wrong method, not covered': await ask('DELETE', '/v1/partnerships/maldon/grants', outsider),
      'wrong method, too large': await ask('PUT', '/v1/partnerships', outsider, { body: 'x'.repeat(300 * 1024) }),
      'not covered, not JSON': await ask('POST', '/v1/partnerships/maldon/grants', outsider, { body: '{' }),
    };

    const statuses = Object.entries(asked).map(([what, { status }]) => [what, status]);

    expect(Object.fromEntries(statuses)).toEqual({
      'no token, no such address': 401,
      'no token, wrong method': 401,
      'no such address, not covered': 404,
      'wrong method, not covered': 405,
      'wrong method, too large': 405,
      'not covered, not JSON': 403,
    });
    expect(asked['wrong method, not covered'].headers.get('allow')).toBe('POST, GET');
  });
});

const anotherKey = await makeSigningKey();
