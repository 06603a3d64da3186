import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RunningPages } from '../../functions/web/running-pages.ts';
import { hostileId, tokenOf, type Who } from './people.ts';

/** What the world needs of an answer. */
const Answer = z.looseObject({ id: z.string().default(''), sequence: z.int().default(0) });
export type Answer = z.infer<typeof Answer>;

/** Calls the API in somebody's name, in the hostile partnership where the path is not from the root. */
export type Calls = {
  readonly post: (who: Who, path: string, body: object) => Promise<Answer>;
  readonly put: (who: Who, path: string, body: object) => Promise<Answer>;
  readonly get: (who: Who, path: string) => Promise<Answer>;
  /** As it came. */
  readonly read: (who: Who, path: string) => Promise<string>;
};

export function callsOf(running: RunningPages): Calls {
  const send =
    (method: string) =>
    async (who: Who, path: string, body?: object): Promise<string> => {
      const whole = path.startsWith('/v1/') ? path : `/v1/partnerships/${hostileId}${path}`;
      const response = await fetch(`${running.origin}${whole}`, {
        method,
        headers: {
          authorization: `Bearer ${await tokenOf(running, who)}`,
          'content-type': 'application/json',
          ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const answer = await response.text();
      if (!response.ok) throw new Error(`${method} ${whole}: ${answer}`);
      return answer;
    };
  const call =
    (method: string) =>
    async (who: Who, path: string, body?: object): Promise<Answer> =>
      Answer.parse(JSON.parse(await send(method)(who, path, body)));
  return { post: call('POST'), put: call('PUT'), get: call('GET'), read: send('GET') };
}
