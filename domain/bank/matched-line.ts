import type { BankLine } from './bank-line.ts';
import type { Candidate } from './candidate.ts';

/** What the ledger has already, in a sentence; where it isn't certainly the same movement, a person says. */
export type AlreadyRecorded = { readonly reason: string; readonly isCertain: boolean };

/**
 * What is proposed for a line. `already-recorded`: to skip it. `suggested`: to record it as its first candidate, which
 * is certain. `ambiguous`: nothing, since its best candidates are equally good. `choose`: nothing; a person says.
 */
export type Proposal = 'already-recorded' | 'suggested' | 'ambiguous' | 'choose';

/** A line of the bank, and what is proposed for it. */
export type MatchedLine = {
  readonly line: BankLine;
  readonly proposal: Proposal;
  /** The best first. */
  readonly candidates: readonly Candidate[];
  readonly alreadyRecorded?: AlreadyRecorded;
  /** Other rows of the file have the reference too: a warning. */
  readonly sameReference?: SameReference;
};

export type SameReference = { readonly rows: readonly number[]; readonly reason: string };
