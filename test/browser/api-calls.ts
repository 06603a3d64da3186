import { randomUUID } from 'node:crypto';

export type ApiCalls = {
  /** What the API answers at a path of the partnership Maldon; each test says what of it it looks at. */
  readonly read: <Answer>(path: string) => Promise<Answer>;
  /** Does through the API, as somebody with this role, what a journey finds there already. */
  readonly act: (role: Role, path: string, body: object, method?: 'POST' | 'PUT') => Promise<Done>;
};
export type Done = { readonly id: string; readonly sequence: number };

const people = {
  'finance-officer': 'maldon-finance-officer',
  coordinator: 'maldon-community-safety-manager',
  chair: 'maldon-rag-chair',
  'chief-finance-officer': 'maldon-section-151-officer',
  auditor: 'maldon-auditor',
} as const;
export type Role = keyof typeof people;

/** The API of a product, with tokens of its own provider. */
export function apiCalls(origin: string): ApiCalls {
  const call = async <Answer>(role: Role, path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = {
      ...json,
      'idempotency-key': randomUUID(),
      authorization: `Bearer ${await tokenOf(origin, role)}`,
    };
    const response = await fetch(`${origin}/v1/partnerships/maldon${path}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${text}`);
    return JSON.parse(text) as Answer;
  };
  return {
    read: (path) => call('auditor', path),
    act: (role, path, body, method = 'POST') => call<Done>(role, path, { method, body: JSON.stringify(body) }),
  };
}

const json = { 'content-type': 'application/json' };

async function tokenOf(origin: string, role: Role): Promise<string> {
  const body = JSON.stringify({ subject: people[role], groups: [`maldon:${role}`] });
  const response = await fetch(`${origin}/local/token`, { method: 'POST', headers: json, body });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}
