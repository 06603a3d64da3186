import type { WebDeps } from '../web-deps.ts';
import { absoluteMilliseconds } from './session.ts';

/** What can be kept beside a session. */
const besides = ['held-forms', 'bank-import'] as const;

/** What somebody was in the middle of, for their next session: the one before has ended, or gives way. */
export async function carryOver({ sessions, now }: WebDeps, from: string, to: string): Promise<void> {
  for (const name of besides) {
    const value = await sessions.get(from, name);
    if (value !== undefined) await sessions.put(to, name, value, now() + absoluteMilliseconds);
  }
}

/** Nothing is left of a session. */
export async function forget({ sessions }: WebDeps, id: string): Promise<void> {
  await Promise.all([sessions.remove(id), ...besides.map((name) => sessions.remove(id, name))]);
}
