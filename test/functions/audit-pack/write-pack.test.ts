import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { packInFile, packInMemory } from '../../../functions/audit-pack/audit-pack.ts';
import { type Pack, writePack } from '../../../functions/audit-pack/write-pack.ts';
import { digest } from '../../../functions/store/digest.ts';
import { packOf } from './packs.ts';
import { entriesIn, textIn } from './tampering.ts';
import { unzipped } from './unzipped.ts';
import { extracted, verdictIn } from './verifying.ts';
import { workedExample } from './worked-example.ts';

const { ledger, archive } = workedExample();
const pack = (more: Partial<Pack> = {}): Pack => ({ ...packOf(ledger, '2017-18', archive), ...more });
const unheard = async (): Promise<void> => {};

const folder = mkdtempSync(join(tmpdir(), 'written-packs-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('writing a pack', () => {
  it('puts all that there is into a ZIP, the manifest last, and its own verifier agrees', async () => {
    const files = await unzipped(await packInMemory(pack()));

    const { code, told } = await extracted(files, (where) => verdictIn(where, 'verify.mjs'));

    expect(told).toContain('Everything agrees.');
    expect(code).toBe(0);
    expect([...files.keys()]).toEqual([
      'README.txt',
      'verify.mjs',
      'journal.jsonl',
      ...['json', 'csv', 'xlsx', 'pdf', 'html'].map((form) => `statement.${form}`),
      'certified/2016-17-v1.json',
      ...['v1', 'v2'].flatMap((version) =>
        ['json', 'csv', 'xlsx', 'pdf', 'html'].map((form) => `certified/2017-18-${version}.${form}`),
      ),
      'manifest.json',
    ]);
  });

  it('holds the journal as it is stored', async () => {
    const files = await unzipped(await packInMemory(pack()));

    expect(entriesIn(files)).toEqual(JSON.parse(JSON.stringify(ledger.entries)));
    for (const { hash, ...entry } of entriesIn(files)) expect(digest(entry)).toBe(hash);
  });

  it('tells in the README of what it is, and of every file', async () => {
    const files = await unzipped(await packInMemory(pack()));

    const readme = textIn(files, 'README.txt');

    expect(readme).toContain('2017/18');
    expect(readme).toContain(ledger.entries.at(-1)?.hash);
    expect(readme).toContain('node verify.mjs .');
    for (const file of ['verify.mjs', 'manifest.json', 'journal.jsonl', 'statement.json'])
      expect(readme).toContain(file);
    expect(readme).toContain('covered by hashes alone');
  });

  it('gives the same bytes again', async () => {
    const [once, again] = [await packInMemory(pack()), await packInMemory(pack())];

    expect(once.equals(again)).toBe(true);
  });

  it('to a file says how long it is, and its hash', async () => {
    const path = join(folder, 'pack.zip');
    const inMemory = await packInMemory(pack());

    const file = await packInFile(path, pack(), unheard);

    expect(readFileSync(path).equals(inMemory)).toBe(true);
    expect(file).toEqual({
      path,
      bytes: inMemory.length,
      sha256: createHash('sha256').update(inMemory).digest('hex'),
    });
  });

  it('reads on only as fast as what it has is taken, and tells how far it is', async () => {
    const { entries: some, head } = pack();
    const texts = await Array.fromAsync(some);
    const total = 30_000;
    let read = 0;
    async function* many(): AsyncGenerator<string> {
      for (; read < total; read += 1) yield `${texts[read % texts.length]}"hash":"${head.hash}"${Math.random()}`;
    }
    const reached: number[] = [];
    let taken = 0;
    let isHeld = true;
    const write = (chunk: Buffer, _: unknown, done: () => void): void => {
      taken += chunk.length;
      if (isHeld) release = done;
      else done();
    };
    let release: () => void = () => undefined;
    const long = pack({ entries: many(), head: { ...head, sequence: total } });

    const written = writePack(
      new Writable({ write, highWaterMark: 1 }),
      long,
      async ({ done }) => void reached.push(done),
    );
    const readWhileHeld = await settled(() => read);
    isHeld = false;
    release();
    await written;

    expect(readWhileHeld).toBeLessThan(total);
    expect(read).toBe(total);
    expect(reached.slice(0, 3)).toEqual([500, 1000, 1500]);
    expect(taken).toBeGreaterThan(total);
  });

  it.each<[string, string, () => Partial<Pack>]>([
    ['the journal cannot be read', 'broken off', () => ({ entries: failing('broken off') })],
    ['a document cannot be read', 'not kept', () => ({ documents: failing('not kept') })],
    ['the journal ends early', 'does not end at its head', () => ({ head: { ...pack().head, sequence: 999 } })],
    [
      'the journal ends elsewhere',
      'does not end at its head',
      () => ({ head: { ...pack().head, hash: 'f'.repeat(64) } }),
    ],
  ])('fails, and leaves no file, where %s', async (_, message, more) => {
    const path = join(folder, 'none.zip');

    await expect(packInFile(path, pack(more()), unheard)).rejects.toThrow(message);

    expect(existsSync(path)).toBe(false);
  });

  it('stops where nobody wants it any more, or there is nowhere to write to', async () => {
    const path = join(folder, 'unwanted.zip');
    const many = Array.from({ length: 600 }, () => 'An entry.');
    const entries = async function* () {
      yield* many;
    };
    const full = new Writable({ write: (_, __, done) => done(new Error('the disk is full')) });

    await expect(
      packInFile(path, pack({ entries: entries() }), () => Promise.reject(new Error('another worker has it'))),
    ).rejects.toThrow('another worker has it');
    await expect(writePack(full, pack(), unheard)).rejects.toThrow('the disk is full');

    expect(existsSync(path)).toBe(false);
  });
});

const failing = (message: string): AsyncIterable<never> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error(message)) }),
});

/** A number once it no longer rises. */
async function settled(number: () => number): Promise<number> {
  for (let before = -1; ; ) {
    if (number() === before) return before;
    before = number();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
