import { oneLine } from '../publication/words.ts';

/** A cell as one line of plain text, without control characters and what decoding could not make out. */
export const cleaned = (cell: string): string => oneLine(cell.toWellFormed().replace(/\u{FFFD}|(?!\s)\p{Cc}/gu, ''));

/** The beginning of a text, never half of a character. */
export const shortened = (text: string, longest: number): string =>
  text
    .slice(0, longest)
    .replace(/[\u{D800}-\u{DBFF}]$/u, '')
    .trimEnd();

/** What a cell says, for a sentence about it. */
export const quoted = (text: string): string => `“${text.length > 40 ? `${shortened(text, 40)}…` : text}”`;
