import { z } from 'zod';

const isPlain = (text: string): boolean => text.isWellFormed() && !text.includes('\u{FFFD}');

const text = (longest: number, control: RegExp, controlDetail: string) =>
  z
    .string()
    .min(1, 'Write something here.')
    .max(longest, `Write at most ${longest} characters.`)
    .refine((written) => /\S/u.test(written), 'Write something here.')
    .refine((written) => !control.test(written), controlDetail)
    .refine(isPlain, 'This holds characters that cannot be shown.');

const line = (longest: number) => text(longest, /\p{Cc}/u, 'This holds control characters.');

/** A title or name: one line of up to 200 characters. */
export const Title = line(200);

/** A reference, as on a letter or a bank statement: one line of up to 100 characters. */
export const Reference = line(100);

/** Reasons, purposes, notes, conditions: up to 2,000 characters, in lines. */
export const Prose = text(2000, /[^\P{Cc}\n\r]/u, 'This holds control characters other than line breaks.');

/** An id that people give: a lower-case slug. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'Write a lower-case slug: letters, digits and hyphens, up to 63 characters.');

/** An id of the service's own, sortable by time (UUID version 7). */
export const ServiceId = z.uuid('This is not an id of this service.');

/** Shown wherever the record is, and in statements. */
export const note = { note: Prose.exactOptional() };

export const Organisation = z.strictObject({ id: Slug, name: Title });

/** A login, as its provider names it. */
export const Subject = z.string().min(1).max(255).refine(isPlain, 'This holds characters that cannot be shown.');

/** Who did something: the login that is held responsible, and the name it gave. */
export const Person = z.strictObject({
  subject: Subject,
  name: Title.exactOptional(),
});
export type Person = z.infer<typeof Person>;
