import { z } from 'zod';
import { type DateLimits, happened, PlainDate } from '../plain-date.ts';
import { note, Prose, ServiceId, Slug } from '../text.ts';

export const FulfilmentBody = (limits: DateLimits) =>
  z.strictObject({ metOn: happened(limits), evidence: Prose, ...note });
export type FulfilmentBody = z.infer<ReturnType<typeof FulfilmentBody>>;

/** A condition of a grant was met. Conditions are numbered from 1, as on paper. */
export const ConditionMet = z.strictObject({
  grantId: ServiceId,
  fundId: Slug,
  condition: z.int(),
  metOn: PlainDate,
  evidence: Prose,
  note: Prose.exactOptional(),
});
export type ConditionMet = z.infer<typeof ConditionMet>;
