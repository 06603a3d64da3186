import type { JournalEntry } from '../../domain/ledger/journal-entry.ts';
import { reverseEntry } from '../../domain/ledger/reverse-entry.ts';
import { found } from '../../domain/refusal.ts';
import { bind } from '../http/bound.ts';
import { record } from '../http/commands.ts';
import { sequenceKnown } from '../http/known-at.ts';
import { page, pageStart, shown } from '../http/reads.ts';
import { headOfJournal } from '../store/at-one-head.ts';
import { entriesPage } from '../store/journal-reader.ts';
import { LedgerReader } from '../store/ledger-reader.ts';
import { journalOperations as declared } from './operations.ts';
import { postingFilter } from './posting-query.ts';

export const journalBounds = [
  bind(declared.listEntries, async (request, deps) => {
    const { partnershipId } = request.parameters;
    const { limit, financialYear, fundId, type, knownAt } = request.query;
    const after = Number(pageStart(request, deps) ?? 0);
    const head = await headOfJournal(deps.database, partnershipId);
    const last = sequenceKnown(knownAt, head);
    const filter = { financialYear, fundId, type, postings: postingFilter(request.query) };
    const from = { after, limit: Number(limit) };
    const { entries, nextAfter } = await entriesPage(deps.database, partnershipId, last, filter, from);
    const reader = new LedgerReader(deps.database, partnershipId);
    await reader.lookUp(entries.map(reversalOf));
    const items = entries.map((entry) => withReversal(entry, reader));
    return page(request, deps, items, nextAfter === undefined ? undefined : String(nextAfter));
  }),
  bind(declared.getEntry, async ({ parameters }, deps) => {
    const { partnershipId, sequence } = parameters;
    const reader = new LedgerReader(deps.database, partnershipId);
    await reader.lookUp([{ entry: sequence }, reversalOf({ sequence })]);
    const entry = found(reader.state.entry(sequence), 'journal entry', String(sequence));
    return shown(withReversal(entry, reader));
  }),
  bind(declared.reverseEntry, (request, deps) => {
    const { partnershipId, sequence } = request.parameters;
    return record(request, deps, {
      partnershipId,
      decide: reverseEntry(sequence, request.body),
      type: 'entry-reversed',
      answer: (entry) => entry,
    });
  }),
];

const reversalOf = ({ sequence }: Pick<JournalEntry, 'sequence'>) =>
  ({ record: 'reversalOf', id: String(sequence) }) as const;

/** The entry, and beside it, not hashed, what reversed it. */
function withReversal(entry: JournalEntry, { state }: LedgerReader): object {
  const { reversedBy } = state.get('reversalOf', String(entry.sequence)) ?? {};
  return { ...entry, ...(reversedBy === undefined ? {} : { reversedBy }) };
}
