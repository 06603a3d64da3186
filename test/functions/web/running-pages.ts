import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomId } from '../../../functions/web/session/seal.ts';
import { environmentWebDeps } from '../../../functions/web/web-deps.ts';
import { startService } from '../../../infra/local/service.ts';
import { Settings } from '../../../infra/local/settings.ts';
import { PageVisitor } from './page-visitor.ts';

export type RunningPages = {
  readonly origin: string;
  /** Somebody who is signed in with these groups, such as `maldon:chair`. */
  readonly visitor: (subject: string, ...groups: readonly string[]) => Promise<PageVisitor>;
  /** Calls the API itself with these groups, to see the effect. */
  readonly token: (subject: string, ...groups: readonly string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** The whole product on a free port, as `npm start` runs it, in this process. */
export async function startPages(example: Settings['EXAMPLE'] = 'maldon'): Promise<RunningPages> {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  const settings = Settings.parse({ PORT: '0', DATA_DIR: folder, EXAMPLE: example });
  const service = await startService(settings, () => undefined);
  const { origin } = service;
  const token = async (subject: string, ...groups: readonly string[]): Promise<string> => {
    const body = JSON.stringify({ subject, name: subject, groups });
    const response = await fetch(`${origin}/local/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  return {
    origin,
    token,
    visitor: async (subject, ...groups) => {
      const [id, now] = [randomId(), Date.now()];
      const tokens = { access: await token(subject, ...groups), expiresAt: now + 15 * 60_000 };
      await environmentWebDeps().sessions.start(id, {
        subject,
        tokens,
        formToken: randomId(),
        startedAt: now,
        lastSeenAt: now,
      });
      return new PageVisitor(origin, id);
    },
    stop: async () => {
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
