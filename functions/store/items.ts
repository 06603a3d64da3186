import { z } from 'zod';
import { Head, JournalEntry } from '../../domain/ledger/journal-entry.ts';
import type { LedgerState } from '../../domain/ledger/ledger-state.ts';
import { type Change, change, type RecordOf, type RecordType, recordSchemas } from '../../domain/ledger/records.ts';
import { canonicalText } from './digest.ts';
import { entryKey, headKey, type ItemKey, recordKey } from './keys.ts';

/** What DynamoDB holds: text, whole numbers and structures of them; never money as a number. */
export type Item = ItemKey & Readonly<Record<string, unknown>>;

const recordTypes = new Set<string>(Object.keys(recordSchemas));
const isRecordType = (type: string): type is RecordType => recordTypes.has(type);

/**
 * Entries and records are stored as the canonical JSON text (RFC 8785) of what they are: exact, a quarter of the work of
 * DynamoDB's own structures to read, and any byte that is not as written shows.
 */
const written = canonicalText;

/** What a stored text says; undefined where it is not as this service writes. */
export function asWritten(text: unknown): unknown {
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined;
    return value !== undefined && written(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

const Text = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});

export const RecordItem = z.object({
  pk: z.string(),
  sk: z.string(),
  type: z.string().refine(isRecordType),
  id: z.string(),
  value: z.unknown(),
});

export const ReadableRecord = RecordItem.extend({ value: Text });

export const recordItem = (partnershipId: string, { type, id, value }: Change): Item => ({
  ...recordKey(partnershipId, type, id),
  type,
  id,
  value: written(value),
});

/** A stored record as the domain knows it. What our own store holds and cannot be read is our fault. */
export function readRecord(item: unknown): Change {
  const { type, id, value } = ReadableRecord.parse(item);
  return parseRecord(type, id, value);
}

const schemas: { readonly [Type in RecordType]: z.ZodType<RecordOf[Type]> } = recordSchemas;

function parseRecord<Type extends RecordType>(type: Type, id: string, value: unknown): Change<Type> {
  return change(type, id, schemas[type].parse(value));
}

export function putInto(state: LedgerState, items: Iterable<unknown>): void {
  state.apply([...items].map(readRecord));
}

const HeadItem = z.object({ head: Head });
export const headItem = (partnershipId: string, head: Head): Item => ({ ...headKey(partnershipId), head });
export const readHead = (item: unknown): Head | undefined =>
  item === undefined ? undefined : HeadItem.parse(item).head;

export const entryItem = (partnershipId: string, entry: JournalEntry): Item => ({
  ...entryKey(partnershipId, entry.sequence),
  entry: written(entry),
});

export const EntryItem = z.object({ sk: z.string(), entry: z.unknown() });

const ReadableEntry = z.object({ entry: Text });
export const readEntry = (item: unknown): JournalEntry => JournalEntry.parse(ReadableEntry.parse(item).entry);

/** The first answer to a command, kept so that it can be given again. */
export const FirstAnswer = z.object({
  requestHash: z.string(),
  entryId: z.string(),
  status: z.int(),
  body: z.string(),
});
export type FirstAnswer = z.infer<typeof FirstAnswer>;
