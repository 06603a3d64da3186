import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Digest } from '../../domain/ledger/journal-entry.ts';

/** The RFC 8785 form of a value; money and dates as the text that JSON carries. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('nothing to write');
  return text;
}

/** SHA-256 over the RFC 8785 form of a value. */
export const digest: Digest = (value) => createHash('sha256').update(canonicalText(value), 'utf8').digest('hex');
