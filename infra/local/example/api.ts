import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Holder } from '../identity/access-token.ts';
import { StartFailure } from '../start-failure.ts';

/** The product's own API, as the example's people call it. */
export type Api = {
  exists(as: Holder, path: string): Promise<boolean>;
  list(as: Holder, path: string): Promise<readonly Item[]>;
  put(as: Holder, path: string, body: unknown): Promise<void>;
  post(as: Holder, path: string, idempotencyKey: string, body: unknown): Promise<void>;
};
export type Item = Readonly<Record<string, unknown>>;

const Page = z.object({ items: z.array(z.record(z.string(), z.unknown())), nextCursor: z.string().nullable() });
const milliseconds = 60_000;

export function apiAt(origin: string, tokenOf: (holder: Holder) => Promise<string>): Api {
  const call = async (
    as: Holder,
    method: string,
    path: string,
    expected: readonly number[],
    extra: RequestInit = {},
  ) => {
    const headers = new Headers(extra.headers);
    headers.set('authorization', `Bearer ${await tokenOf(as)}`);
    const response = await whenThereIsTime(() =>
      fetch(origin + path, { ...extra, method, headers, signal: AbortSignal.timeout(milliseconds) }),
    );
    if (expected.includes(response.status)) return response;
    throw new StartFailure(`The example can't be loaded: ${method} ${path} was answered ${await explain(response)}.`);
  };
  const json = { 'content-type': 'application/json' };

  return {
    exists: async (as, path) => (await call(as, 'GET', path, [200, 404])).status === 200,
    async list(as, path) {
      const items: Item[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query = new URLSearchParams({ limit: '100', ...(cursor === '' ? {} : { cursor }) });
        const page = Page.parse(await (await call(as, 'GET', `${path}?${query}`, [200])).json());
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    },
    async put(as, path, body) {
      await call(as, 'PUT', path, [201], { headers: json, body: JSON.stringify(body) });
    },
    async post(as, path, idempotencyKey, body) {
      const headers = { ...json, 'idempotency-key': idempotencyKey };
      await call(as, 'POST', path, [201], { headers, body: JSON.stringify(body) });
    },
  };
}

const tries = 5;

/** A machine that is busy with other work answers 503, and asks to be asked again: everything here does nothing twice. */
async function whenThereIsTime(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await ask();
    if (response.status !== 503 || attempt === tries) return response;
    await pause(1000 * Number(response.headers.get('retry-after') ?? 1));
  }
}

/** The status, and what a problem says about itself. */
async function explain(response: Response): Promise<string> {
  const Problem = z.object({ code: z.string(), detail: z.string().optional(), errors: z.unknown().optional() });
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (!problem.success) return String(response.status);
  const { code, detail, errors } = problem.data;
  return [response.status, code, detail, errors && JSON.stringify(errors)].filter(Boolean).join(' ');
}
