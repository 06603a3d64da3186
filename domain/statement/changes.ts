import { z } from 'zod';
import { MoneyText } from '../money-schema.ts';

/** A figure, or any other member, in which a certified version differs from the one before. */
export const StatementChange = z.strictObject({
  /** The part of the statement, such as `funds`. */
  section: z.string(),
  /** Which line of it; empty where it has none. */
  id: z.string(),
  figure: z.string(),
  /** What it was, as JSON has it; null where the line is new. */
  before: z.unknown(),
  after: z.unknown(),
  /** Of amounts: after less before. */
  difference: MoneyText.exactOptional(),
  /** The journal's entries that caused it. */
  entries: z.array(z.int()),
});
export type StatementChange = z.infer<typeof StatementChange>;
