import { z } from 'zod';

/** Something stored that is not as the journal's rules make it. */
export const Discrepancy = z.strictObject({
  code: z.enum([
    'entry-altered',
    'entry-missing',
    'chain-broken',
    'entry-unbalanced',
    'record-differs',
    'head-differs',
  ]),
  sequence: z.int().exactOptional(),
  record: z.string().exactOptional(),
  detail: z.string(),
});
export type Discrepancy = z.infer<typeof Discrepancy>;

/** Enough to see what is wrong; a journal that was replaced would name every entry. */
export const mostDiscrepancies = 100;
