import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { headOf } from '../../../domain/ledger/journal-entry.ts';
import { found } from '../../../domain/refusal.ts';
import type { Pack, PackDocument } from '../../../functions/audit-pack/write-pack.ts';
import { canonicalText } from '../../../functions/store/digest.ts';
import { statementOf } from '../../domain/statement/statements.ts';
import type { TestLedger } from '../../domain/test-ledger.ts';
import { type Archive, otherForms } from './certified.ts';

export const verifierPath = new URL('../../../functions/audit-pack/verify.mjs', import.meta.url);
export const verifier = readFileSync(verifierPath, 'utf8');

/** What goes into a pack of a ledger as it stands. */
export function packOf(ledger: TestLedger, financialYear: string, archive: Archive): Pack {
  return {
    partnershipId: ledger.state.partnership().id,
    financialYear,
    head: headOf(found(ledger.entries.at(-1), 'entry', 'last')),
    entries: streamed(ledger.entries.map(canonicalText)),
    documents: streamed(documentsOf(ledger, financialYear, archive)),
    verifier,
  };
}

async function* streamed<One>(all: readonly One[]): AsyncGenerator<One> {
  yield* all;
}

export function documentsOf(
  ledger: Pick<TestLedger, 'state'>,
  financialYear: string,
  archive: Archive,
): PackDocument[] {
  const json = { path: 'statement.json', bytes: Buffer.from(JSON.stringify(statementOf(ledger, financialYear))) };
  const others = Object.values(otherForms).map((form) => ({
    path: `statement.${form}`,
    bytes: Buffer.from(`the statement as ${form}`),
  }));
  return [json, ...others, ...certifiedIn(ledger, financialYear, archive)];
}

const endings: Readonly<Record<string, string>> = { 'application/json': 'json', ...otherForms };

const certifiedIn = ({ state }: Pick<TestLedger, 'state'>, financialYear: string, archive: Archive): PackDocument[] =>
  [...state.all('year').values()].flatMap((year) =>
    year.versions.flatMap(({ version, documents }) =>
      documents
        .filter(({ contentType }) => contentType === 'application/json' || year.financialYear === financialYear)
        .map(({ contentType, hash }) => ({
          path: `certified/${year.financialYear}-v${version}.${endings[contentType]}`,
          bytes: archive.kept(hash),
        })),
    ),
  );

/** The files of a pack, as they are extracted. */
export type Files = ReadonlyMap<string, Buffer>;

/** The files that a ledger's pack has, without the detour of a ZIP. */
export function filesOf(ledger: TestLedger, financialYear: string, archive: Archive): Files {
  const journal = Buffer.from(ledger.entries.map((entry) => `${canonicalText(entry)}\n`).join(''));
  return filesWith(journal, ledger, financialYear, archive);
}

/** The files of a pack with this journal, and what it makes. */
export function filesWith(
  journal: Buffer,
  of: Pick<TestLedger, 'state'>,
  financialYear: string,
  archive: Archive,
): Files {
  const files = new Map([
    ['README.txt', Buffer.from('About this pack.')],
    ['verify.mjs', Buffer.from(verifier)],
    ['journal.jsonl', journal],
    ...documentsOf(of, financialYear, archive).map(({ path, bytes }) => [path, bytes] as const),
  ]);
  const { sequence, hash, recordedAt } = found(of.state.head, 'entry', 'last');
  const partnershipId = of.state.partnership().id;
  const head = { sequence, hash };
  return withManifest(files, { partnershipId, financialYear, knownAt: sequence, head, generatedAt: recordedAt });
}

/** The same files with a manifest that names what they are now. */
export function withManifest(files: Files, about: object): Files {
  const hashes = [...files]
    .filter(([path]) => path !== 'manifest.json')
    .map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')]);
  const manifest = `${canonicalText({ ...about, files: Object.fromEntries(hashes) })}\n`;
  return new Map([...files, ['manifest.json', Buffer.from(manifest)]]);
}
