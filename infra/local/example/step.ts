import type { Holder } from '../identity/access-token.ts';
import type { Api, Item } from './api.ts';

/** One call that loads a part of the example, unless the API has that part already. */
export type Step = {
  readonly title: string;
  isLoaded(api: Api): Promise<boolean>;
  load(api: Api): Promise<void>;
};

export function putStep(title: string, as: Holder, path: string, body: unknown): Step {
  return { title, isLoaded: (api) => api.exists(as, path), load: (api) => api.put(as, path, body) };
}

/** A thing whose id the example gives, found at its own path. */
export function postStep(title: string, as: Holder, to: string, body: { readonly id: string }): Step {
  return {
    title,
    isLoaded: (api) => api.exists(as, `${to}/${body.id}`),
    load: (api) => api.post(as, to, idempotencyKey(title), body),
  };
}

/** A thing whose id the service gives, found in its list; where that list is may be for the API to say. */
export function postToListStep(
  title: string,
  as: Holder,
  to: (api: Api) => Promise<string> | string,
  body: Item,
  same: string,
): Step {
  return {
    title,
    isLoaded: async (api) => (await api.list(as, await to(api))).some((item) => item[same] === body[same]),
    load: async (api) => api.post(as, await to(api), idempotencyKey(title), body),
  };
}

/** Always the same for the same step, so that a call whose answer was lost is not made twice. */
function idempotencyKey(title: string): string {
  const slug = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `example-${slug}`;
}
