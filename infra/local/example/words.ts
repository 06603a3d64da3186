import { type Example, isPart, type Person, person } from './people.ts';

export function pathOf({ partnership }: Example): string {
  return `/v1/partnerships/${partnership.id}`;
}

/** Chairs are named in the example by the part that they play. */
export function signatory(example: Example, part: string): Omit<Person, 'groups'> {
  if (!isPart(part)) throw new Error(`the example has no ${part}`);
  const { subject, name } = person(example, part);
  return { subject, name };
}

/** The funder by the name that it bore that day. */
export function funderOn({ funder: { id, names } }: Example, day: string): { id: string; name: string } {
  const borne = names.find(({ from = '', until = '9999' }) => from <= day && day <= until);
  if (borne === undefined) throw new Error(`the example's funder has no name on ${day}`);
  return { id, name: borne.name };
}

export function firstDay(financialYear: string): string {
  return `${financialYear.slice(0, 4)}-04-01`;
}

/** Where in the report a record comes from, in words, and what of it the report doesn't say. */
export function noteOf(paragraph: string, note?: string): string {
  const source = `Report to Overview and Scrutiny Committee, 8 November 2017, paragraph ${paragraph}.`;
  return note === undefined ? source : `${source} ${note}`;
}
