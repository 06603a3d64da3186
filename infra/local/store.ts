import { createTables, type TableNames } from './create-tables.ts';
import { chooseEngine, type Engine, startEngine } from './dynamodb.ts';
import { answers } from './dynamodb-client.ts';
import { useEngine } from './environment.ts';
import { reason, StartFailure } from './start-failure.ts';

export type Store = { readonly engine: Engine; readonly tables: TableNames };

/** Where the records are kept: the engine at this endpoint, or one of our own with its files in the data directory. */
export async function openStore(endpoint: string | undefined, dataDirectory: string): Promise<Store> {
  const engine =
    endpoint === undefined
      ? await startEngine({ kind: await chooseEngine(), dataDirectory })
      : await engineAt(endpoint);
  try {
    useEngine(engine.endpoint, endpoint === undefined);
    return { engine, tables: await createTables(engine.endpoint) };
  } catch (cause) {
    await engine.stop();
    throw new StartFailure(`${engine.title} can't make the tables: ${reason(cause)}.`, { cause });
  }
}

/** Somebody else's engine: not ours to stop. */
async function engineAt(endpoint: string): Promise<Engine> {
  const isThere = await answers(endpoint).catch((cause: unknown) => {
    throw new StartFailure(`DYNAMODB_ENDPOINT ${endpoint} doesn't answer as DynamoDB does: ${reason(cause)}.`, {
      cause,
    });
  });
  if (!isThere) throw new StartFailure(`Nothing answers at DYNAMODB_ENDPOINT ${endpoint}.`);
  return { title: endpoint, endpoint, ended: new Promise(() => undefined), stop: async () => undefined };
}
