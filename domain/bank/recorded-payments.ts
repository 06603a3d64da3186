import { normalised } from '../grant/bank-reference.ts';
import { longDate } from '../prose-dates.ts';
import type { RecordedPayment } from './bank-ledger.ts';
import type { BankLine } from './bank-line.ts';
import { textsOf } from './line-read.ts';
import type { AlreadyRecorded } from './matched-line.ts';
import { hasName, wordsOf } from './mentions.ts';

type IsSame = (line: BankLine, payment: RecordedPayment) => boolean;

/** Each recorded payment is one line at most, and each line one payment. */
type Pairs = ReadonlyMap<BankLine, RecordedPayment>;

/** The lines of money out that are recorded for certain: of their day and amount, and with their reference or name. */
export function recordedPayments(lines: readonly BankLine[], payments: readonly RecordedPayment[]): Pairs {
  // Those that agree in both go first: many payments of a day may share a reference, or a recipient.
  const byBoth = paired(lines, payments, (line, payment) => hasReference(line, payment) && isNamed(line, payment));
  const taken = new Set(byBoth.values());
  const byEither = paired(
    lines.filter((line) => !byBoth.has(line)),
    payments.filter((payment) => !taken.has(payment)),
    (line, payment) => hasReference(line, payment) || isNamed(line, payment),
  );
  return new Map([...byBoth, ...byEither]);
}

/** The lines that a payment might be of which no more than day and amount agree. */
export const possiblePayments = (lines: readonly BankLine[], payments: readonly RecordedPayment[]): Pairs =>
  paired(lines, payments, () => true);

export function paymentRecorded({ to, amount, paidOn }: RecordedPayment, isCertain: boolean): AlreadyRecorded {
  const what = `A payment of ${amount.toSterling()} to ${to} on ${longDate(paidOn)} is recorded already`;
  return { isCertain, reason: isCertain ? `${what}.` : `${what}. Is it this one?` };
}

function paired(lines: readonly BankLine[], payments: readonly RecordedPayment[], isSame: IsSame): Pairs {
  const free = new Set(payments.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)));
  const pairs = new Map<BankLine, RecordedPayment>();
  for (const line of lines.filter(({ direction }) => direction === 'out')) {
    const payment = free.values().find((one) => hasMoved(line, one) && isSame(line, one));
    if (payment === undefined) continue;
    free.delete(payment);
    pairs.set(line, payment);
  }
  return pairs;
}

const sortKey = ({ to, paymentReference }: RecordedPayment): string => JSON.stringify([to, paymentReference]);

const hasMoved = ({ date, amount }: BankLine, payment: RecordedPayment): boolean =>
  payment.paidOn === date && payment.amount.equals(amount);

const hasReference = ({ reference }: BankLine, { paymentReference }: RecordedPayment): boolean =>
  normalised(paymentReference) === normalised(reference);

const isNamed = (line: BankLine, { to }: RecordedPayment): boolean => hasName(textsOf(line), wordsOf(to));
