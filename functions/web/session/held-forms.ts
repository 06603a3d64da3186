import { z } from 'zod';
import type { PageRequest } from '../http/page-request.ts';
import type { WebDeps } from '../web-deps.ts';
import { formTokenField } from './form-guard.ts';
import { absoluteMilliseconds } from './session.ts';

/** A form that was sent when it could not be taken: shown again, as not sent, to the same person. */
const HeldForm = z.object({ address: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) });
export type HeldForm = z.infer<typeof HeldForm>;

const HeldForms = z.array(HeldForm);
const beside = 'held-forms';
/** The latest; nobody has more forms open in earnest. */
const most = 5;

/** A page with what is asked of it: a form can depend on either. */
export const addressOf = ({ path, query }: Pick<PageRequest, 'path' | 'query'>): string =>
  query.size === 0 ? path : `${path}?${query}`;

/** What was typed, without what belongs to the session in which it was. */
export const asHeld = (request: PageRequest): HeldForm => ({
  address: addressOf(request),
  fields: request.form.fields.filter(([name]) => name !== formTokenField).map(([name, value]) => [name, value]),
});

export async function heldForms({ sessions }: WebDeps, sessionId: string): Promise<readonly HeldForm[]> {
  return HeldForms.safeParse(await sessions.get(sessionId, beside)).data ?? [];
}

export async function hold(request: PageRequest, sessionId: string, deps: WebDeps): Promise<void> {
  const address = addressOf(request);
  const others = (await heldForms(deps, sessionId)).filter((form) => form.address !== address);
  await keepHeld([...others.slice(1 - most), asHeld(request)], sessionId, deps);
}

/** Once it is sent again, it is not held any more. */
export async function release(request: PageRequest, sessionId: string, deps: WebDeps): Promise<void> {
  const held = await heldForms(deps, sessionId);
  const left = held.filter(({ address }) => address !== addressOf(request));
  if (left.length < held.length) await keepHeld(left, sessionId, deps);
}

const keepHeld = (forms: readonly HeldForm[], sessionId: string, { sessions, now }: WebDeps): Promise<void> =>
  sessions.put(sessionId, beside, forms, now() + absoluteMilliseconds);
