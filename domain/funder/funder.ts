import { z } from 'zod';
import { OrganisationId } from '../partnership/partnership.ts';
import { PlainDate } from '../plain-date.ts';
import { note, Prose, Slug, Title } from '../text.ts';

const FunderName = z
  .strictObject({ name: Title, from: PlainDate.exactOptional(), until: PlainDate.exactOptional() })
  .refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
    path: ['until'],
    error: 'A name ends no earlier than it begins.',
  });
type FunderName = z.infer<typeof FunderName>;

/** Names in order of time, of which at most one holds on any day. */
const names = z.array(FunderName).min(1).max(50).refine(followOneAnother, 'Names follow one another without overlap.');

export const FunderBody = z.strictObject({ names, organisationId: OrganisationId.exactOptional(), ...note });
export type FunderBody = z.infer<typeof FunderBody>;

export const FunderNamed = z.strictObject({
  id: Slug,
  names,
  organisationId: OrganisationId.exactOptional(),
  note: Prose.exactOptional(),
});
export type FunderNamed = z.infer<typeof FunderNamed>;

/** Who gives money. A funder keeps its id while its name changes. */
export const Funder = FunderNamed.extend({ revision: z.int() });
export type Funder = z.infer<typeof Funder>;

/** The name that held on a date; between names and outside them, the last one before it, or else the first. */
export function nameOn({ names }: Pick<Funder, 'names'>, date: PlainDate): string {
  const begun = names.filter(({ from }) => from === undefined || from <= date);
  return (begun.at(-1) ?? names[0])?.name ?? '';
}

function followOneAnother(all: readonly FunderName[]): boolean {
  return all.every((next, place) => {
    const last = all[place - 1];
    return last === undefined || (last.until !== undefined && next.from !== undefined && last.until < next.from);
  });
}
