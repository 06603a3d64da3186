import { canonicalText, digest } from '../../../functions/store/digest.ts';
import { type Files, withManifest } from './packs.ts';

export const textIn = (files: Files, path: string): string => (files.get(path) ?? Buffer.alloc(0)).toString('utf8');

// biome-ignore lint/suspicious/noExplicitAny: who tampers reaches into whatever there is.
export type Json = any;

export const jsonIn = (files: Files, path: string): Json => JSON.parse(textIn(files, path));

export const entriesIn = (files: Files): Json[] =>
  textIn(files, 'journal.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

export const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** Files that somebody changed, with a manifest that says that this is how they are. */
export function changed(
  files: Files,
  changes: Readonly<Record<string, Buffer | undefined>>,
  about: object = {},
): Files {
  const { files: _, ...known } = jsonIn(files, 'manifest.json');
  const after = new Map([...files, ...Object.entries(changes)]);
  const left = [...after].flatMap(([path, bytes]) => (bytes === undefined ? [] : [[path, bytes] as const]));
  return withManifest(new Map(left), { ...known, ...about });
}

/** Entries in a chain of their own: numbered anew, each with the hash that it would have. */
export function rechained(entries: readonly Json[], first = '0'.repeat(64)): Json[] {
  let previousHash = first;
  return entries.map(({ hash: _, ...entry }, place) => {
    const unhashed = { ...entry, sequence: place + 1, previousHash };
    previousHash = digest(unhashed);
    return { ...unhashed, hash: previousHash };
  });
}

export const journalOf = (entries: readonly Json[]): Buffer =>
  Buffer.from(entries.map((entry) => `${canonicalText(entry)}\n`).join(''));

/** The pack with another journal, and a manifest that names its end. */
export function withEntries(files: Files, entries: readonly Json[], changes: Record<string, Buffer> = {}): Files {
  const { sequence, hash, recordedAt } = entries.at(-1);
  const about = { knownAt: sequence, head: { sequence, hash }, generatedAt: recordedAt };
  return changed(files, { 'journal.jsonl': journalOf(entries), ...changes }, about);
}

/** The statement with the hash that it would have. */
export function rehashed(statement: Json): Json {
  const { statementHash: _, generatedAt, knownAt, asOf, status, version, integrity, ...lasting } = statement;
  return { ...statement, statementHash: digest(lasting) };
}

/** One byte of a file is another. */
export function altered(files: Files, path: string, place: number, bits = 1): Files {
  const bytes = Buffer.from(files.get(path) ?? []);
  bytes[place] = (bytes[place] ?? 0) ^ bits;
  return new Map([...files, [path, bytes]]);
}
