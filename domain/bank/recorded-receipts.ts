import { normalised } from '../grant/bank-reference.ts';
import { Money } from '../money.ts';
import { addDays, earliestOf } from '../plain-date.ts';
import { longDate } from '../prose-dates.ts';

import type { RecordedReceipt } from './bank-ledger.ts';
import type { BankLine } from './bank-line.ts';
import type { AlreadyRecorded } from './matched-line.ts';

/** A person may have dated a receipt by the letter that announced it. */
const nearDays = 7;

/**
 * The lines of money in whose reference the ledger has. A line is the same movement where its amount is the same too and
 * its day about the same: banks repeat references, and a line left out for its reference alone would be lost. What is
 * recorded under one reference is one line at most.
 */
export function recordedReceipts(
  lines: readonly BankLine[],
  receipts: readonly RecordedReceipt[],
): ReadonlyMap<BankLine, AlreadyRecorded> {
  const byReference = Map.groupBy(receipts, ({ bankReference }) => normalised(bankReference));
  const taken = new Set<string>();
  const recorded = lines.flatMap((line): [BankLine, AlreadyRecorded][] => {
    const reference = normalised(line.reference);
    const under = byReference.get(reference) ?? [];
    if (line.direction === 'out' || under.length === 0) return [];
    const isCertain = !taken.has(reference) && isOneCredit(line, under);
    if (isCertain) taken.add(reference);
    return [[line, { isCertain, reason: reasonOf(line, under, isCertain) }]];
  });
  return new Map(recorded);
}

const sumOf = (receipts: readonly RecordedReceipt[]): Money => Money.sum(receipts.map(({ amount }) => amount));

/** One credit of the bank may be recorded as several receipts. */
function isOneCredit({ amount, date }: BankLine, receipts: readonly RecordedReceipt[]): boolean {
  const [earliest, latest] = [addDays(date, -nearDays), addDays(date, nearDays)];
  const areNear = receipts.every(({ receivedOn }) => receivedOn >= earliest && receivedOn <= latest);
  return areNear && sumOf(receipts).equals(amount);
}

function reasonOf({ date, reference }: BankLine, receipts: readonly RecordedReceipt[], isCertain: boolean): string {
  const [first = date, ...others] = receipts.map(({ receivedOn }) => receivedOn);
  const on = longDate(others.reduce(earliestOf, first));
  const what = `The bank reference “${reference}” is recorded already, for ${sumOf(receipts).toSterling()} on ${on}`;
  return isCertain ? `${what}.` : `${what}. Is this another receipt? It needs a reference of its own.`;
}
