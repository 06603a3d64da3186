import { refuse } from '../refusal.ts';

/** What the caller knows to stand there: nothing said, nothing at all, anything (`*`), or a revision. */
export type Expected = number | '*' | 'nothing' | undefined;

export function assertRevisionGiven(existing: object | undefined, expected: Expected): void {
  if (existing !== undefined && expected === undefined) refuse({ code: 'revision-required' });
}

/** Replacing what exists needs the revision that was read; a revision of something else or of nothing fails. */
export function assertRevision(existing: { readonly revision: number } | undefined, expected: Expected): void {
  assertRevisionGiven(existing, expected);
  if (expected === undefined || (expected === 'nothing' && existing === undefined)) return;
  const isMet = existing !== undefined && [existing.revision, '*'].includes(expected);
  if (!isMet) refuse({ code: 'revision-mismatch' });
}
