import type { Api as ExampleApi } from '../../infra/local/example/api.ts';
import { type Example, examples } from '../../infra/local/example/people.ts';
import { loadExample } from '../../infra/local/example.ts';
import type { Api, Call, Reply } from '../api.ts';

/** The worked example. */
export const example: Example = examples.maldon;

/** The example's loader, calling the functions directly. */
export function loaderOver(api: Api): ExampleApi {
  const call = async (as: { subject: string; groups: readonly string[] }, made: Call): Promise<Reply> => {
    const reply = await api.call({ ...made, subject: as.subject, groups: as.groups });
    if (![200, 201, 404].includes(reply.status)) throw new Error(`${made.path}: ${reply.text}`);
    return reply;
  };
  return {
    exists: async (as, path) => (await call(as, { path })).status === 200,
    list: async (as, path) => (await call(as, { path: `${path}?limit=100` })).body.items,
    put: async (as, path, body) => void (await call(as, { method: 'PUT', path, body })),
    post: async (as, path, key, body) => void (await call(as, { method: 'POST', path, key, body })),
  };
}

export const loadMaldon = (api: Api): Promise<number> => loadExample(loaderOver(api), example, () => undefined);
