import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

/** What was received, before it has a place: written whole, or not at all. */
export type Received = {
  readonly sha256: Buffer;
  /** Gives it its place; false where something is there that isn't to be replaced. */
  place(key: string, isNew: boolean): Promise<boolean>;
  discard(): Promise<void>;
};

const name = /^[a-z0-9][a-z0-9._-]*$/i;

/** Whether a key may be one of a file: plain names, none of which can lead out of the folder. */
export const isPlainKey = (key: string): boolean => key.split('/').every((part) => name.test(part));

/** Objects as files of a folder, each at the place that its key says. */
export function objectFolder(folder: string) {
  // A name that no key can have.
  const incoming = join(folder, '.incoming');
  const pathOf = (key: string): string => join(folder, key);

  return {
    async receive(content: Readable): Promise<Received> {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const path = join(incoming, randomUUID());
      const discard = () => rm(path, { force: true });
      try {
        const sha256 = await written(path, content);
        return { sha256, discard, place: (key, isNew) => placed(path, pathOf(key), isNew) };
      } catch (cause) {
        await discard();
        throw cause;
      }
    },
    /** How long an object is; undefined where there is none. */
    async length(key: string): Promise<number | undefined> {
      const found = await stat(pathOf(key)).catch(() => undefined);
      return found?.isFile() ? found.size : undefined;
    },
    read: (key: string): Readable => createReadStream(pathOf(key)),
  };
}

async function written(path: string, content: Readable): Promise<Buffer> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) {
      hash.update(chunk);
      await writeAll(file, chunk);
    }
    // Named only when it is on the disk: half of what is kept for ever would be there for ever.
    await file.sync();
  } finally {
    await file.close();
  }
  return hash.digest();
}

const writeAll = (file: FileHandle, chunk: Buffer): Promise<void> => file.appendFile(chunk);

async function placed(from: string, to: string, isNew: boolean): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  if (!isNew) {
    await rename(from, to);
    return true;
  }
  try {
    // A link, and no look beforehand: of two who come at once, one is first.
    await link(from, to);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(from, { force: true });
  }
}
