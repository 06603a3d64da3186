import type { Meeting } from './meeting-records.ts';

/**
 * What the next minute is likely called: after "9.2" comes "9.3", after "RAG 09" comes "RAG 10". The number of the item
 * where nothing was minuted yet, or the last reference doesn't end in a number.
 */
export function nextMinuteReference(references: readonly string[], itemNumber: number): string {
  const last = references.at(-1) ?? '';
  let next = following(last) ?? String(itemNumber);
  while (references.includes(next)) next = following(next) ?? `${next}.1`;
  return next;
}

/** The same, of a meeting whose items were decided in any order. */
export function nextReferenceAt({ agenda }: Pick<Meeting, 'agenda'>, itemNumber = agenda.length + 1): string {
  const inOrder = agenda.toSorted((a, b) => (a.outcomeSequence ?? 0) - (b.outcomeSequence ?? 0));
  return nextMinuteReference(
    inOrder.flatMap(({ minuteReference }) => minuteReference ?? []),
    itemNumber,
  );
}

/** Digits are counted up as text, and keep their width. */
function following(reference: string): string | undefined {
  const [, before, digits] = /^(.*?)(\d{1,9})$/.exec(reference) ?? [];
  if (before === undefined || digits === undefined) return undefined;
  return `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
}
