import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Head, headOf } from '../../domain/ledger/journal-entry.ts';
import type { LedgerState } from '../../domain/ledger/ledger-state.ts';
import { Replay } from '../../domain/ledger/replay.ts';
import { found } from '../../domain/refusal.ts';
import { makeStatement, wholeYear } from '../../domain/statement/make-statement.ts';
import type { Deps } from '../http/deps.ts';
import { rendered, type StatementType, statementTypes } from '../statements/formats/formats.ts';
import { digest } from '../store/digest.ts';
import { readEntry } from '../store/items.ts';
import { storedEntries } from '../store/journal-reader.ts';
import { entryKey } from '../store/keys.ts';
import type { Pack, PackDocument } from './write-pack.ts';

type Wanted = { readonly partnershipId: string; readonly financialYear: string; readonly knownAt: number };

/** What is to go into a pack: the journal up to an entry, and what stood then; both from one reading of the journal. */
export async function packContents(
  { database, documents }: Pick<Deps, 'database' | 'documents'>,
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
    verifier: await readFile(new URL('./verify.mjs', import.meta.url), 'utf8'),
  };
}

const Stored = z.object({ entry: z.string() });

/** The entries as they are stored, which the records are made of on the way. */
async function* replayed(items: AsyncIterable<{ readonly item: unknown }>, replay: Replay): AsyncGenerator<string> {
  for await (const { item } of items) {
    replay.add(readEntry(item));
    yield Stored.parse(item).entry;
  }
}

const endings = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/pdf': 'pdf',
  'text/html': 'html',
} as const satisfies Record<StatementType, string>;

const endingOf = (contentType: string): string | undefined =>
  statementTypes.find((type) => type === contentType) && endings[contentType as StatementType];

/** The year's statement in every form, and the certified versions as they were signed: of other years, as JSON alone. */
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
  for (const year of state.all('year').values()) {
    for (const { version, documents: kept } of year.versions) {
      for (const { contentType, hash } of kept) {
        const isWanted = contentType === 'application/json' || year.financialYear === financialYear;
        const path = `certified/${year.financialYear}-v${version}.${endingOf(contentType)}`;
        if (isWanted) yield { path, bytes: await documents.kept(hash) };
      }
    }
  }
}
