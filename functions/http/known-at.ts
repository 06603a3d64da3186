import { z } from 'zod';
import type { Head } from '../../domain/ledger/journal-entry.ts';
import { invalid } from './request.ts';

/** As the journal stood at an entry. */
export const knownAtQuery = z
  .string()
  .regex(/^[1-9]\d{0,11}$/, 'Write the sequence number of an entry.')
  .exactOptional()
  .meta({ description: 'As the journal stood at this entry; by default its head.' });

/** The entry asked for, which the journal must have reached. */
export function sequenceKnown(knownAt: string | undefined, { sequence }: Head): number {
  const known = Number(knownAt ?? sequence);
  if (known <= sequence) return known;
  throw invalid([{ pointer: '/query/knownAt', detail: `The journal ends at entry ${sequence}.` }]);
}
