import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const day = 24 * 60 * 60 * 1000;

/** Removes the answers that were put aside more than a day ago, as S3 does; a folder that isn't there has none. */
export async function removeOldAnswers(folder: string, now: number): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(nothingWhereNoFolder);
  for (const entry of found.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs } = await stat(path);
    if (mtimeMs < now - day) await rm(path);
  }
}

function nothingWhereNoFolder(cause: unknown): [] {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
  throw cause;
}
