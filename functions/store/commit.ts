import { headOf, type JournalEntry } from '../../domain/ledger/journal-entry.ts';
import type { Change } from '../../domain/ledger/records.ts';
import type { Command, Outcome } from './command.ts';
import type { Put } from './database.ts';
import { entryItem, headItem, recordItem } from './items.ts';
import { idempotencyKeyOf, registryKey } from './keys.ts';

const keptForSeconds = 7 * 24 * 60 * 60;

/** All that a command changes: the head, the entry, the records, the first answer; written together or not at all. */
export function putsOf(command: Command, entry: JournalEntry, changes: readonly Change[], outcome: Outcome): Put[] {
  const { partnershipId, once, by } = command;
  const { sequence, previousHash } = entry;
  const isFirst = sequence === 1;
  const head: Put = {
    table: 'records',
    item: headItem(partnershipId, headOf(entry)),
    condition: isFirst
      ? { expression: 'attribute_not_exists(pk)' }
      : {
          expression: '#head.#sequence = :sequence AND #head.#hash = :hash',
          names: { '#head': 'head', '#sequence': 'sequence', '#hash': 'hash' },
          values: { ':sequence': sequence - 1, ':hash': previousHash },
        },
  };
  const isNew = { expression: 'attribute_not_exists(pk)' };
  const answer = once && {
    ...idempotencyKeyOf(once.scope, by.subject, once.key),
    requestHash: once.requestHash,
    entryId: entry.id,
    status: outcome.status,
    body: outcome.body,
    expiresAt: Math.floor(Date.parse(entry.recordedAt) / 1000) + keptForSeconds,
  };
  return [
    head,
    { table: 'journal', item: entryItem(partnershipId, entry), condition: isNew },
    ...changes.map((change): Put => ({ table: 'records', item: recordItem(partnershipId, change) })),
    ...(answer === undefined ? [] : [{ table: 'records', item: answer, condition: isNew } as const]),
    ...(isFirst ? [{ table: 'records', item: registryKey(partnershipId) } as const] : []),
  ];
}
