import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Digest } from '../../domain/ledger/journal-entry.ts';

/** SHA-256 over the RFC 8785 form of a value; money and dates as the text that JSON carries. */
export const digest: Digest = (value) => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('nothing to hash');
  return createHash('sha256').update(text, 'utf8').digest('hex');
};
