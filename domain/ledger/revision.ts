import { refuse } from '../refusal.ts';

/** What the caller knows to stand there: nothing said, anything at all (`*`), or a revision. */
export type Expected = number | '*' | undefined;

/** Replacing what exists needs the revision that was read; a revision of something else or of nothing fails. */
export function assertRevision(existing: { readonly revision: number } | undefined, expected: Expected): void {
  if (existing !== undefined && expected === undefined) refuse({ code: 'revision-required' });
  const isMet = expected === undefined || (existing !== undefined && [existing.revision, '*'].includes(expected));
  if (!isMet) refuse({ code: 'revision-mismatch' });
}
