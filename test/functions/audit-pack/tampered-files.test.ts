import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../functions/store/digest.ts';
import { runs } from '../../domain/runs.ts';
import { filesOf } from './packs.ts';
import { altered, changed, textIn } from './tampering.ts';
import { verdictOn } from './verifying.ts';
import { workedExample } from './worked-example.ts';

const { ledger, archive } = workedExample();
const good = filesOf(ledger, '2017-18', archive);
const inOrder = expect.stringContaining('Everything agrees.');

describe('the files of a pack', () => {
  it.each([
    ['files', { files: null }],
    ['head', { head: null }],
    ['head', { head: 'none' }],
  ])('have a manifest that is whole: without its %s it is told in plain words', async (name, other) => {
    const manifest = { ...JSON.parse(textIn(good, 'manifest.json')), ...other };
    const files = new Map(good).set('manifest.json', Buffer.from(`${canonicalText(manifest)}\n`));

    const { code, told } = await verdictOn(files);

    expect([code, told]).toEqual([1, expect.stringContaining(`manifest.json, ${name}\n  expected: members`)]);
  });

  it.each([...good.keys()])('are each as they were: %s with one altered byte', async (path) => {
    const middle = Math.floor((good.get(path)?.length ?? 0) / 2);

    const { code, told } = await verdictOn(altered(good, path, middle));

    expect(code).toBe(1);
    expect(told).toContain('The first thing that is wrong:');
    expect(told).toContain(path);
    expect(told).toMatch(/expected: .+\n {2}found: {4}.+/);
  });

  it('include a journal of which no byte is another, even where the manifest has its hash', async () => {
    const journal = textIn(good, 'journal.jsonl');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(Buffer.byteLength(journal) - 1),
        fc.integer({ min: 0, max: 7 }).map((bit) => 1 << bit),
        async (place, bits) => {
          const files = altered(good, 'journal.jsonl', place, bits);
          const before = Buffer.from(journal).subarray(0, place).toString('utf8');
          const isEnd = place === Buffer.byteLength(journal) - 1;
          const where = isEnd ? 'its last line' : `entry ${before.split('\n').length}`;
          for (const tampered of [files, changed(files, {})]) {
            const { code, told } = await verdictOn(tampered);
            expect(code).toBe(1);
            expect(told.split(/[,\n]/)).toEqual(expect.arrayContaining(['journal.jsonl', ` ${where}`]));
          }
        },
      ),
      { ...runs(25), examples: [[Buffer.byteLength(journal) - 1, 1]] },
    );
  });

  it.each([...good.keys()])('are all there: %s is missing', async (path) => {
    const without = new Map(good);
    without.delete(path);

    const { code, told } = await verdictOn(without);

    expect({ code, told }).toEqual({ code: 1, told: expect.stringContaining(path) });
  });

  it.each([
    ['README.txt', 'README.txt, the file'],
    ['statement.pdf', 'statement.pdf, the file'],
    ['certified/2016-17-v1.json', 'certified/2016-17-v1.json, its SHA-256, which journal.jsonl, entry'],
    ['certified/2017-18-v2.xlsx', 'certified/2017-18-v2.xlsx, its SHA-256, which journal.jsonl, entry'],
  ])('are all there, also where the manifest says nothing of it: %s is missing', async (path, named) => {
    const { code, told } = await verdictOn(changed(good, { [path]: undefined }));

    expect({ code, told }).toEqual({ code: 1, told: expect.stringContaining(named) });
  });

  it.each(['note.txt', 'certified/2017-18-v3.json', 'certified/more/notes.txt'])(
    'are no more than belong to it: %s is extra',
    async (path) => {
      const extra = { [path]: Buffer.from('{}') };

      const verdicts = [
        await verdictOn(new Map([...good, [path, Buffer.from('{}')]])),
        await verdictOn(changed(good, extra)),
      ];

      for (const verdict of verdicts) {
        expect(verdict).toEqual({ code: 1, told: expect.stringContaining(`${path}, the file`) });
      }
    },
  );

  it('are told of by a manifest in canonical form, and of this journal', async () => {
    const manifest = textIn(good, 'manifest.json');
    const spaced = new Map([...good, ['manifest.json', Buffer.from(manifest.replace(':', ': '))]]);
    const ofOthers = changed(good, {}, { partnershipId: 'chelmsford' });
    const [hash = ''] = /(?<="journal.jsonl":")\w+/.exec(manifest) ?? [];
    const ofAnother = new Map([...good, ['manifest.json', Buffer.from(manifest.replace(hash, 'f'.repeat(64)))]]);

    expect(await verdictOn(good)).toEqual({ code: 0, told: inOrder });
    expect((await verdictOn(spaced)).told).toContain('manifest.json, its text in canonical form');
    expect((await verdictOn(ofAnother)).told).toContain('journal.jsonl, its SHA-256');
    expect((await verdictOn(ofOthers)).told).toContain('manifest.json, partnershipId');
  });
});
