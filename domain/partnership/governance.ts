import { z } from 'zod';
import { PlainDate } from '../plain-date.ts';
import { ServiceId } from '../text.ts';

/** What decisions look up about the partnership as a whole. */
export const Governance = z.strictObject({
  /** From when each terms of reference are in force, oldest first. */
  termsFrom: z.array(PlainDate),
  /** The latest date on which a meeting or a decision relied on terms. */
  termsReliedOn: PlainDate.exactOptional(),
  /** The days on which meetings were held, oldest first. */
  heldOn: z.array(PlainDate),
  /** Awards made by chair's action that wait for ratification. */
  unratifiedAwardIds: z.array(ServiceId),
});
export type Governance = z.infer<typeof Governance>;
