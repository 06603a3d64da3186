import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Head, headOf } from '../../domain/ledger/journal-entry.ts';
import type { LedgerState } from '../../domain/ledger/ledger-state.ts';
import { Replay } from '../../domain/ledger/replay.ts';
import { found } from '../../domain/refusal.ts';
import { makeStatement, wholeYear } from '../../domain/statement/make-statement.ts';
import type { Deps } from '../http/deps.ts';
import { endings, rendered, statementTypes } from '../statements/formats/formats.ts';
import { digest } from '../store/digest.ts';
import { readEntry } from '../store/items.ts';
import { storedEntries } from '../store/journal-reader.ts';
import { entryKey } from '../store/keys.ts';
import type { Pack, PackDocument } from './write-pack.ts';

type Wanted = { readonly partnershipId: string; readonly financialYear: string; readonly knownAt: number };
type Sources = Pick<Deps, 'database' | 'documents'>;

/** What goes into a pack: the journal up to an entry, and the statements as they stood then, from one reading of it. */
export async function packContents(
  { database, documents }: Sources,
  { partnershipId, financialYear, knownAt }: Wanted,
  deadline: number,
): Promise<Pack> {
  const last = await database.get({ table: 'journal', key: entryKey(partnershipId, knownAt) });
  const head = headOf(readEntry(found(last, 'journal entry', String(knownAt))));
  const replay = new Replay();
  return {
    partnershipId,
    financialYear,
    head,
    entries: replayed(storedEntries(database, partnershipId, knownAt, deadline), replay),
    documents: statementsOf(replay.state, financialYear, head, documents),
    // Beside this module, and beside the bundle that it becomes part of.
    verifier: await readFile(new URL('./verify.mjs', import.meta.url), 'utf8'),
  };
}

const Stored = z.object({ entry: z.string() });

/** The entries' text as it is stored; the records are made of them on the way. */
async function* replayed(items: AsyncIterable<{ readonly item: unknown }>, replay: Replay): AsyncGenerator<string> {
  for await (const { item } of items) {
    replay.add(readEntry(item));
    yield Stored.parse(item).entry;
  }
}

/** The year's statement in every form, and every certified version as it was signed: of other years as JSON alone. */
async function* statementsOf(
  state: LedgerState,
  financialYear: string,
  head: Head,
  documents: Deps['documents'],
): AsyncGenerator<PackDocument> {
  const statement = makeStatement(state, wholeYear(financialYear), head, digest);
  for (const contentType of statementTypes) {
    yield { path: `statement.${endings[contentType]}`, bytes: await rendered(statement, contentType) };
  }
  for (const { path, hash } of certifiedIn(state, financialYear)) {
    yield { path, bytes: await documents.kept(hash) };
  }
}

function certifiedIn(state: LedgerState, wanted: string): { readonly path: string; readonly hash: string }[] {
  return [...state.all('year').values()].flatMap(({ financialYear, versions }) =>
    versions.flatMap(({ version, documents }) =>
      documents
        .filter(({ contentType }) => contentType === 'application/json' || financialYear === wanted)
        .map(({ contentType, hash }) => ({
          path: `certified/${financialYear}-v${version}.${endingOf(contentType)}`,
          hash,
        })),
    ),
  );
}

function endingOf(contentType: string): string {
  const type = statementTypes.find((known) => known === contentType);
  return endings[found(type, 'form of statements', contentType)];
}
