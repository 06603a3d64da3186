import { z } from 'zod';
import { FinancialYear } from '../financial-year.ts';
import { note, Organisation, Prose, ServiceId } from '../text.ts';

const items = z
  .array(Organisation)
  .min(1)
  .max(50)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'Name each priority once.');

const adoptedAtMeetingId = ServiceId.exactOptional();

export const PrioritiesBody = z.strictObject({ items, adoptedAtMeetingId, ...note });
export type PrioritiesBody = z.infer<typeof PrioritiesBody>;

export const PrioritiesSet = z.strictObject({
  items,
  adoptedAtMeetingId,
  financialYear: FinancialYear,
  note: Prose.exactOptional(),
});
export type PrioritiesSet = z.infer<typeof PrioritiesSet>;

/** What a partnership has set out to do in a year; awards name the priorities that they serve. */
export const Priorities = PrioritiesSet.extend({ revision: z.int() });
export type Priorities = z.infer<typeof Priorities>;
