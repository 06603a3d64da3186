import type { BankLedger } from './bank-ledger.ts';
import type { BankLine } from './bank-line.ts';
import { betterFirst, type Candidate, candidateFor } from './candidate.ts';
import { directionOf, type Expectation, expectationsOf } from './expectation.ts';
import { type LineRead, readLine } from './line-read.ts';
import type { AlreadyRecorded, MatchedLine, Proposal, SameReference } from './matched-line.ts';
import { paymentRecorded, possiblePayments, recordedPayments } from './recorded-payments.ts';
import { recordedReceipts } from './recorded-receipts.ts';
import { sameReferences } from './same-references.ts';
import { type Left, suggest } from './suggest.ts';

/** What was found out about all lines of a file together. */
type Findings = {
  readonly recorded: ReadonlyMap<BankLine, AlreadyRecorded>;
  readonly sameReference: ReadonlyMap<BankLine, SameReference>;
  readonly suggested: ReadonlyMap<BankLine, Candidate>;
  readonly left: Left;
};

/**
 * Compares the lines of a bank's file with the ledger: which are recorded already, what others certainly are, and what
 * the rest may be. Nothing is decided: a person confirms every line.
 */
export function matchBankLines(lines: readonly BankLine[], ledger: BankLedger): MatchedLine[] {
  const expectations = expectationsOf(ledger);
  const reads = lines.map((line) => readLine(line, expectations));
  const findings = findingsOf(reads.toSorted(earlierFirst), expectations, ledger);
  return reads.map((read) => matched(read, findings));
}

const earlierFirst = ({ line: a }: LineRead, { line: b }: LineRead): number =>
  a.date === b.date ? a.number - b.number : a.date < b.date ? -1 : 1;

function findingsOf(reads: readonly LineRead[], expectations: readonly Expectation[], ledger: BankLedger): Findings {
  const lines = reads.map(({ line }) => line);
  const sameReference = sameReferences(lines);
  const receipts = recordedReceipts(lines, ledger.recordedReceipts);
  const payments = recordedPayments(lines, ledger.recordedPayments);
  // Money in under a repeated reference may be one receipt written twice.
  const isOpen = ({ line }: LineRead): boolean =>
    !receipts.has(line) && !payments.has(line) && (line.direction === 'out' || !sameReference.has(line));
  const { suggested, left } = suggest(reads.filter(isOpen), expectations);
  const taken = new Set(payments.values());
  const possible = possiblePayments(
    lines.filter((line) => !payments.has(line) && !suggested.has(line)),
    ledger.recordedPayments.filter((payment) => !taken.has(payment)),
  );
  const certainly = [...payments].map(([line, payment]) => [line, paymentRecorded(payment, true)] as const);
  const perhaps = [...possible].map(([line, payment]) => [line, paymentRecorded(payment, false)] as const);
  return { recorded: new Map([...receipts, ...certainly, ...perhaps]), sameReference, suggested, left };
}

function matched(read: LineRead, { recorded, sameReference, suggested, left }: Findings): MatchedLine {
  const { line } = read;
  const [suggestion, alreadyRecorded, same] = [suggested.get(line), recorded.get(line), sameReference.get(line)];
  const candidates = candidatesOf(read, left);
  const others = candidates.filter(({ kind, id }) => kind !== suggestion?.kind || id !== suggestion.id);
  return {
    line,
    proposal: proposalFor(candidates, suggestion, alreadyRecorded),
    candidates: suggestion === undefined ? candidates : [suggestion, ...others],
    ...(alreadyRecorded === undefined ? {} : { alreadyRecorded }),
    ...(same === undefined ? {} : { sameReference: same }),
  };
}

/** What a line can be recorded as within what the suggestions for all lines leave. */
const candidatesOf = (read: LineRead, left: Left): Candidate[] =>
  [...left.values()]
    .filter(({ kind }) => directionOf[kind] === read.line.direction)
    .flatMap((expectation) => candidateFor(read, expectation) ?? [])
    .toSorted(betterFirst);

function proposalFor(
  [first, second]: readonly Candidate[],
  suggestion: Candidate | undefined,
  alreadyRecorded: AlreadyRecorded | undefined,
): Proposal {
  if (alreadyRecorded?.isCertain) return 'already-recorded';
  if (suggestion !== undefined) return 'suggested';
  return first !== undefined && first.rank === second?.rank ? 'ambiguous' : 'choose';
}
