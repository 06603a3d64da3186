import type { Holder } from '../identity/access-token.ts';
import type { Api, Item } from './api.ts';

/** One call that loads a part of the example, unless the API has that part already. */
export type Step = {
  readonly title: string;
  isLoaded(api: Api): Promise<boolean>;
  load(api: Api): Promise<void>;
};

/** A step that takes its place among the others by date, since the journal keeps the order of loading. */
export type Dated = { readonly on: string; readonly step: Step };

/** A thing that is PUT; what it says may be for the API to tell. */
export function putStep(title: string, as: Holder, path: string, body: object | ((api: Api) => Promise<object>)): Step {
  return {
    title,
    isLoaded: (api) => api.exists(as, path),
    load: async (api) => api.put(as, path, typeof body === 'function' ? await body(api) : body),
  };
}

type Act = {
  readonly title: string;
  readonly as: Holder;
  /** What it is done to, as the API shows it. */
  readonly find: (api: Api) => Promise<Item>;
  /** Whether that shows that it was done. */
  readonly isDone: (found: Item) => boolean;
  readonly path: (found: Item) => string;
  readonly body: (api: Api) => Promise<object> | object;
};

/** Something done to what is there already. */
export function actStep({ title, as, find, isDone, path, body }: Act): Step {
  return {
    title,
    isLoaded: async (api) => isDone(await find(api)),
    load: async (api) => api.post(as, path(await find(api)), idempotencyKey(title), await body(api)),
  };
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
