import { access, constants, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { reason, StartFailure } from './start-failure.ts';

export type DataFolder = {
  readonly path: string;
  release(): void;
};

/** Makes the folder where needed, and holds it for this process alone: two engines on one database would lose data. */
export async function holdDataFolder(name: string): Promise<DataFolder> {
  const path = resolve(name);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return { path, release: lock(path) };
  } catch (cause) {
    if (cause instanceof StartFailure) throw cause;
    throw new StartFailure(`The data folder ${path} can't be used: ${reason(cause)}.`, { cause });
  }
}

/**
 * The lock is SQLite's own, on a file that carries the holder's process id. The operating system lifts it when that
 * process ends, however it ends: there are no stale locks, and no confusion when a process id is given out again.
 */
function lock(path: string): () => void {
  const file = new DatabaseSync(join(path, 'lock'));
  try {
    file.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${process.pid}; COMMIT; BEGIN IMMEDIATE`);
  } catch (cause) {
    if (!isBusy(cause)) throw cause;
    const other = file.prepare('PRAGMA user_version').get()?.['user_version'];
    const why = `is in use by another running instance (process ${other}): stop that one, or set DATA_DIR to another`;
    throw new StartFailure(`The data folder ${path} ${why}.`, { cause });
  }
  return () => file.close();
}

const sqliteBusy = 5;

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'errcode' in thrown && thrown.errcode === sqliteBusy;
}
