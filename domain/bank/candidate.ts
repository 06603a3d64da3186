import { longDate } from '../prose-dates.ts';
import { capitalised } from '../publication/words.ts';
import type { Expectation, ExpectationKind } from './expectation.ts';
import { instalmentPaid, isExact, type LineRead, type Mention } from './line-read.ts';

/** Something that a line can be recorded as, whole, and what speaks for it. */
export type Candidate = {
  readonly kind: ExpectationKind;
  /** The grant's for receipts and repayments, the award's for payments and refunds. */
  readonly id: string;
  readonly title: string;
  /** A sentence. */
  readonly reason: string;
  /** How much speaks for it; candidates of one rank are equally good. */
  readonly rank: number;
  /** The exact amount, and a name or reference. */
  readonly isCertain: boolean;
};

const weights = { reference: 2, name: 1 } as const satisfies Record<Mention, number>;
const weightOfExact = 3;

/** The rank of a match that is certain; nothing where it isn't, or is more than there is. */
export function certainRank(read: LineRead, expectation: Expectation): number {
  const mention = read.mentions.get(expectation.key);
  if (mention === undefined || !isExact(read, expectation)) return 0;
  return read.line.amount.isMoreThan(expectation.available) ? 0 : weightOfExact + weights[mention];
}

/**
 * Weighs what speaks for recording a line as what is expected, within what is left of it. A refund can be of any part of
 * a payment, so that without the recipient's name nothing speaks for it.
 */
export function candidateFor(read: LineRead, expectation: Expectation): Candidate | undefined {
  const { kind, id, title, available } = expectation;
  const mention = read.mentions.get(expectation.key);
  const [exact, said] = [isExact(read, expectation) ? weightOfExact : 0, mention === undefined ? 0 : weights[mention]];
  if (said === 0 && (exact === 0 || kind === 'refund')) return undefined;
  if (read.line.amount.isMoreThan(available)) return undefined;
  const isCertain = said > 0 && exact > 0;
  return { kind, id, title, reason: reasonFor(read, expectation, mention), rank: exact + said, isCertain };
}

const left = {
  receipt: 'is outstanding',
  refund: 'was paid and not refunded',
  payment: 'is committed',
  repayment: 'is owed',
} as const satisfies Record<ExpectationKind, string>;

function reasonFor(read: LineRead, expectation: Expectation, mention: Mention | undefined): string {
  const { kind, party, reference, available } = expectation;
  const exact = exactly(read, expectation);
  if (mention === undefined) return `${exact}.`;
  const text = mention === 'reference' ? `the text has the reference ${reference}` : `the text names ${party}`;
  if (exact !== undefined) return `${exact}, and ${text}.`;
  return `${capitalised(text)}; ${available.toSterling()} ${left[kind]}.`;
}

/** In words, what the amount of a line is exactly. */
function exactly(read: LineRead, expectation: Expectation): string | undefined {
  const instalment = instalmentPaid(read, expectation);
  if (instalment !== undefined) return `Exactly the instalment due on ${longDate(instalment.dueOn)}`;
  return isExact(read, expectation) ? `Exactly what ${left[expectation.kind]}` : undefined;
}

/** The better first; the equally good in an order that depends on nothing but themselves. */
export const betterFirst = (a: Candidate, b: Candidate): number =>
  b.rank - a.rank || compare(a.title, b.title) || compare(a.kind, b.kind) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
