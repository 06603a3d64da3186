import { z } from 'zod';
import { tables } from '../store/tables.ts';

const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

/** What the pages must know of where they are: which API they speak to, who signs people in, where assets lie. */
const Environment = z.object({
  [tables.sessions.environment]: z.string().min(1),
  SESSION_KEY: z.string().min(32),
  API_URL: origin,
  SITE_ORIGIN: origin,
  ISSUER: z.url({ protocol: /^https?$/ }),
  CLIENT_ID: z.string().min(1),
  /** JSON: the names under which built assets are served, by the names of their sources. */
  ASSETS: z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(z.record(z.string(), z.string())),
});

export type Settings = {
  readonly sessionsTable: string;
  readonly sessionKey: string;
  readonly apiUrl: string;
  readonly siteOrigin: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly assets: Readonly<Record<string, string>>;
};

/** Reads the environment in one place, and says everything that is wrong with it at once. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = Environment.parse(environment);
  return {
    sessionsTable: read.SESSIONS_TABLE,
    sessionKey: read.SESSION_KEY,
    apiUrl: read.API_URL,
    siteOrigin: read.SITE_ORIGIN,
    issuer: read.ISSUER,
    clientId: read.CLIENT_ID,
    assets: read.ASSETS,
  };
}
