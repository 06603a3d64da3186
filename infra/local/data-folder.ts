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
  } catch (cause) {
    throw new StartFailure(`The data folder ${path} can't be used (${reason(cause)}): set DATA_DIR to another.`, { cause });
  }
  return { path, release: lock(path) };
}

/**
 * The lock is SQLite's own on a file that carries the holder's process id. The operating system lifts it when that
 * process ends, however it ends, so there are no stale locks and no confusion when a process id is used again.
 */
function lock(path: string): () => void {
  const file = new DatabaseSync(join(path, 'lock'));
  try {
    file.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${process.pid}; COMMIT; BEGIN IMMEDIATE`);
  } catch (cause) {
    const why = isBusy(cause) ? `is in use by another running instance (process ${holder(file)})` : `can't be locked (${reason(cause)})`;
    throw new StartFailure(`The data folder ${path} ${why}: stop that one, or set DATA_DIR to another.`, { cause });
  }
  return () => file.close();
}

const sqliteBusy = 5;

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'errcode' in thrown && thrown.errcode === sqliteBusy;
}

function holder(file: DatabaseSync): string {
  return String(file.prepare('PRAGMA user_version').get()?.['user_version'] ?? 'unknown');
}
