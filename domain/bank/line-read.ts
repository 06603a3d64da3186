import { addDays, type PlainDate } from '../plain-date.ts';
import type { ExpectedInstalment } from './bank-ledger.ts';
import type { BankLine } from './bank-line.ts';
import { directionOf, type Expectation } from './expectation.ts';
import { hasName, hasWords, wordsOf } from './mentions.ts';

/** What the text of a line has of what is expected; a reference says more than a name. */
export type Mention = 'reference' | 'name';

/** A line, and what its text and its date say. */
export type LineRead = {
  readonly line: BankLine;
  /** By the key of what is expected. */
  readonly mentions: ReadonlyMap<string, Mention>;
  /** When an instalment was due that this line may be. */
  readonly dueFrom: PlainDate;
  readonly dueUntil: PlainDate;
};

/** Funders pay before or after the day: by half a quarter, so that quarterly instalments leave no gap. */
const nearDays = 45;

/** The texts of a line as words, to look for names in. */
export const textsOf = ({ reference, description }: BankLine): string[] => [
  ...new Set([wordsOf(reference), wordsOf(description)]),
];

/** Looks for everything that is expected in a line; the slow part of matching, and done once. */
export function readLine(line: BankLine, expectations: readonly Expectation[]): LineRead {
  const texts = textsOf(line);
  const mentions = expectations
    .filter(({ kind }) => directionOf[kind] === line.direction)
    .flatMap((expectation): [string, Mention][] => {
      const mention = mentionIn(texts, expectation);
      return mention === undefined ? [] : [[expectation.key, mention]];
    });
  const [dueFrom, dueUntil] = [addDays(line.date, -nearDays), addDays(line.date, nearDays)];
  return { line, mentions: new Map(mentions), dueFrom, dueUntil };
}

function mentionIn(texts: readonly string[], { referenceWords, partyWords }: Expectation): Mention | undefined {
  if (hasWords(texts, referenceWords)) return 'reference';
  return hasName(texts, partyWords) ? 'name' : undefined;
}

/** Whether a line is exactly what is left, or an instalment that was due about then. */
export const isExact = (read: LineRead, { available, instalments }: Expectation): boolean =>
  read.line.amount.equals(available) || instalments.some((instalment) => isPaidBy(instalment, read));

const isPaidBy = ({ unreceived, dueOn }: ExpectedInstalment, { line, dueFrom, dueUntil }: LineRead): boolean =>
  unreceived.equals(line.amount) && dueOn >= dueFrom && dueOn <= dueUntil;

/** Of the instalments that a line may be, the nearest. */
export const instalmentPaid = (read: LineRead, { instalments }: Expectation): ExpectedInstalment | undefined =>
  instalments
    .filter((instalment) => isPaidBy(instalment, read))
    .toSorted((a, b) => daysFrom(read, a) - daysFrom(read, b) || (a.dueOn < b.dueOn ? -1 : 1))[0];

const daysFrom = ({ line }: LineRead, { dueOn }: ExpectedInstalment): number =>
  Math.abs(Date.parse(line.date) - Date.parse(dueOn));

/** What is left of an expectation once a line has taken its money. */
export function lessLine(expectation: Expectation, read: LineRead): Expectation {
  const paid = instalmentPaid(read, expectation);
  return {
    ...expectation,
    available: expectation.available.minus(read.line.amount),
    instalments: expectation.instalments.filter((instalment) => instalment !== paid),
  };
}
