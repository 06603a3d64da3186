import { fundBody, restrictedFundBody } from '../../builders.ts';

/** Everybody may try everything: what binds them is what they did before. */
export const people = ['ann', 'bob', 'cat', 'dan', 'eve'] as const;
export const authorities = ['maldon-district-council', 'essex-county-council', 'essex-police'] as const;
export const funds = [fundBody(), restrictedFundBody()] as const;

export const officer = (subject: string): { subject: string; name: string } => ({ subject, name: `Mx ${subject}` });

/** One of several by any number; the fallback where there is none. */
export const pick = <One>(all: readonly One[], place: number, fallback: One): One =>
  all[place % Math.max(1, all.length)] ?? fallback;

export const given = <Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [One in Name]?: string };
