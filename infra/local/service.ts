/// <reference lib="esnext.disposable" />
import { join } from 'node:path';
import { buildAssets } from '../assets.ts';
import { holdDataFolder } from './data-folder.ts';
import { functionCredentials, functionEnvironment } from './environment.ts';
import { apiAt } from './example/api.ts';
import { examples, type Person, peopleOf } from './example/people.ts';
import { loadExample } from './example.ts';
import { mintAccessToken } from './identity/access-token.ts';
import { issuerAt } from './identity/issuer.ts';
import { readKeys } from './keys.ts';
import { serviceListener } from './listener.ts';
import { startServer } from './server.ts';
import type { Settings } from './settings.ts';
import { openStore } from './store.ts';

export type Service = {
  readonly origin: string;
  readonly people: readonly Person[];
  readonly engine: string;
  readonly folder: string;
  /** Resolves when the engine has ended, whether it was stopped or died. */
  readonly engineEnded: Promise<string>;
  stop(): Promise<void>;
};

/** Starts everything in order, and stops what it has started where one of them fails. */
export async function startService(settings: Settings, report: (line: string) => void): Promise<Service> {
  await using starting = new AsyncDisposableStack();
  const server = await startServer(settings.PORT);
  starting.defer(server.close);
  const folder = await holdDataFolder(settings.DATA_DIR);
  starting.defer(folder.release);
  const keys = await readKeys(folder.path);
  const { engine, tables } = await openStore(settings.DYNAMODB_ENDPOINT, folder.path);
  starting.defer(engine.stop);
  const { origin } = server;
  const issuer = issuerAt(origin, keys.signing);
  const assets = join(folder.path, 'assets');
  Object.assign(process.env, functionEnvironment(tables, keys, issuer, buildAssets(assets)));

  const storage = { folder: join(folder.path, 'documents'), credentials: functionCredentials() };
  const example = examples[settings.EXAMPLE];
  const people = peopleOf(example);
  server.serve(serviceListener({ issuer, cookieKey: keys.cookies, people, storage, assets }));
  if (example !== undefined && settings.EXAMPLE !== 'people') {
    const api = apiAt(origin, (holder) => mintAccessToken(issuer, holder));
    await loadExample(api, example, (title) => report(`Example loaded: ${title}`));
  }

  const started = starting.move();
  const stop = async () => {
    await server.close(); // first, so that no request meets a stopped engine
    await started.disposeAsync();
  };
  return { origin, people, engine: engine.title, folder: folder.path, engineEnded: engine.ended, stop };
}
