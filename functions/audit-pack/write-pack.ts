import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { Head } from '../../domain/ledger/journal-entry.ts';
import type { Report } from '../jobs/job.ts';
import { canonicalText } from '../store/digest.ts';
import { readme } from './readme.ts';

export type PackDocument = { readonly path: string; readonly bytes: Buffer };

/** What an auditor takes away: the books of a partnership up to an entry, and the means to check them. */
export type Pack = {
  readonly partnershipId: string;
  readonly financialYear: string;
  readonly head: Head;
  /** The canonical text of each entry, from the first to the head. */
  readonly entries: AsyncIterable<string>;
  /** Statements; taken one by one, after the last entry. */
  readonly documents: AsyncIterable<PackDocument>;
  /** The program that checks all of it. */
  readonly verifier: string;
};

/** Writes a pack as a ZIP, the journal as it comes; the same pack always gives the same bytes. */
export async function writePack(out: Writable, pack: Pack, report: Report): Promise<void> {
  const stop = new AbortController();
  const zip = new ZipFile();
  zip.on('error', (cause) => stop.abort(cause));
  const filled = fill(zip, pack, report, stop.signal);
  const written = pipeline(zip.outputStream, out, { signal: stop.signal });
  try {
    await Promise.all([filled, written]);
  } catch (cause) {
    stop.abort();
    await Promise.allSettled([filled, written]);
    throw cause;
  }
}

async function fill(zip: ZipFile, pack: Pack, report: Report, signal: AbortSignal): Promise<void> {
  const files: Record<string, string> = {};
  const options = fileOptions(pack.head);
  const add = ({ path, bytes }: PackDocument): void => {
    files[path] = hashOf(bytes);
    zip.addBuffer(bytes, path, options);
  };
  add({ path: 'README.txt', bytes: Buffer.from(readme(pack)) });
  add({ path: 'verify.mjs', bytes: Buffer.from(pack.verifier) });
  const hash = createHash('sha256');
  const journal = Readable.from(linesOf(pack, hash, report), { objectMode: false, signal });
  zip.addReadStream(journal, 'journal.jsonl', options);
  await ended(journal);
  files['journal.jsonl'] = hash.digest('hex');
  for await (const document of pack.documents) add(document);
  zip.addBuffer(manifest(pack, files), 'manifest.json', options);
  zip.end();
}

/** At noon of the head's day, in whatever time zone: a ZIP's times are local ones. */
function fileOptions({ recordedAt }: Head) {
  const mtime = new Date(`${recordedAt.slice(0, 10)}T12:00:00`);
  return { mtime, mode: 0o100644, forceDosTimestamp: true };
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

// Few enough to show that it goes on, and a stream's work is by the piece.
const entriesAtOnce = 500;

/** The journal's lines in large pieces. A journal that does not end at its head is none. */
async function* linesOf(
  { entries, head }: Pack,
  hash: ReturnType<typeof createHash>,
  report: Report,
): AsyncGenerator<Buffer> {
  let [count, last] = [0, ''];
  let lines: string[] = [];
  const piece = (): Buffer => {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    hash.update(bytes);
    lines = [];
    return bytes;
  };
  for await (last of entries) {
    count += 1;
    if (lines.push(last) < entriesAtOnce) continue;
    await report({ done: count, total: head.sequence });
    yield piece();
  }
  const isWhole = count === head.sequence && last.includes(`"hash":"${head.hash}"`);
  if (!isWhole) throw new Error(`the journal does not end at its head, entry ${head.sequence}`);
  yield piece();
}

const ended = (stream: Readable): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once('end', resolve).once('error', reject);
  });

function manifest({ partnershipId, financialYear, head }: Pack, files: Readonly<Record<string, string>>): Buffer {
  const { sequence, hash, recordedAt } = head;
  const about = { partnershipId, financialYear, knownAt: sequence, head: { sequence, hash }, generatedAt: recordedAt };
  return Buffer.from(`${canonicalText({ ...about, files })}\n`);
}
