import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PartnershipNames } from './page/partnership-names.ts';
import { type SignInProvider, signInProvider } from './session/provider.ts';
import { SessionStore } from './session/session-store.ts';
import { readSettings, type Settings } from './settings.ts';

/** What the pages have to work with; tests give their own. */
export type WebDeps = {
  readonly settings: Settings;
  readonly sessions: SessionStore;
  readonly provider: SignInProvider;
  readonly names: PartnershipNames;
  /** Milliseconds of the epoch. */
  readonly now: () => number;
};

let made: WebDeps | undefined;

/** Reads the environment on the first call, so that importing the function has no effect. */
export function environmentWebDeps(): WebDeps {
  made ??= makeWebDeps(readSettings(process.env));
  return made;
}

const patience = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2500, throwOnRequestTimeout: true },
};

export function makeWebDeps(settings: Settings, now: () => number = Date.now): WebDeps {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(patience));
  return {
    settings,
    sessions: new SessionStore(client, { table: settings.sessionsTable, key: settings.sessionKey, now }),
    provider: signInProvider(settings, now),
    names: new PartnershipNames(now),
    now,
  };
}
