import { Buffer } from 'node:buffer';
import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FileContent } from '../documents/document-store.ts';
import type { Deps } from '../http/deps.ts';
import type { Job, Report } from '../jobs/job.ts';
import { packContents } from './pack-contents.ts';
import { type Pack, writePack } from './write-pack.ts';

// A worker that takes longer is stopped by its own time.
const millisecondsToWork = 13 * 60 * 1000;

/** Builds a pack of any length in a file of the system's temporary folder, which is the caller's to remove. */
export async function packForJob(job: Job, deps: Deps, report: Report): Promise<FileContent> {
  const { partnershipId, financialYear, knownAt } = job;
  if (financialYear === undefined) throw new Error(`the job ${job.id} does not say of which year the pack is to be`);
  const pack = await packContents(deps, { partnershipId, financialYear, knownAt }, deps.now() + millisecondsToWork);
  return packInFile(join(tmpdir(), `audit-pack-${randomUUID()}.zip`), pack, report);
}

/** Writes a pack to a new file; where that fails, leaves none. */
export async function packInFile(path: string, pack: Pack, report: Report): Promise<FileContent> {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', 0o600);
  const write = (chunk: Buffer, _: unknown, done: (error?: Error) => void): void => {
    hash.update(chunk);
    bytes += chunk.length;
    file.appendFile(chunk).then(() => done(), done);
  };
  try {
    await writePack(new Writable({ write }), pack, report);
    await file.close();
  } catch (cause) {
    await file.close();
    await rm(path, { force: true });
    throw cause;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/** A pack that is short enough to be answered at once. */
export async function packInMemory(pack: Pack): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const write = (chunk: Buffer, _: unknown, done: () => void): void => {
    chunks.push(chunk);
    done();
  };
  await writePack(new Writable({ write }), pack, async () => {});
  return Buffer.concat(chunks);
}
