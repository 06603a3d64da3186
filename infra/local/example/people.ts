import type { Holder } from '../identity/access-token.ts';
import maldon from './maldon.json' with { type: 'json' };

export type Example = typeof maldon;
/** By the name that `EXAMPLE` gives them. Of `people` its people alone are there, to enter the rest by hand. */
export const examples = { maldon, people: maldon, none: undefined } as const;

export type Person = Holder & { readonly name: string };

/** What each person of the example is called, by their part in it, and the role that the part gives. */
const parts = {
  financeOfficer: { title: 'Finance officer', role: 'finance-officer' },
  coordinator: { title: 'Coordinator', role: 'coordinator' },
  chair: { title: 'Chair', role: 'chair' },
  viceChair: { title: 'Vice-chair', role: 'chair' },
  chiefFinanceOfficer: { title: 'Chief finance officer', role: 'chief-finance-officer' },
  auditor: { title: 'Auditor', role: 'auditor' },
} as const;
export type Part = keyof typeof parts;

export const administrator: Person = {
  subject: 'platform-administrator',
  name: 'Platform administrator',
  groups: ['platform:administrator'],
};

/** The person who plays this part in the example. */
export function person({ people, partnership: { id } }: Example, part: Part): Person {
  const place = id.charAt(0).toUpperCase() + id.slice(1);
  return { subject: people[part], name: `${parts[part].title}, ${place}`, groups: [`${id}:${parts[part].role}`] };
}

/** Everyone whom one may sign in as: the administrator, and the example's people where there is one. */
export function peopleOf(example: Example | undefined): readonly Person[] {
  if (example === undefined) return [administrator];
  return [
    ...Object.keys(parts)
      .filter(isPart)
      .map((part) => person(example, part)),
    administrator,
  ];
}

export function isPart(text: string): text is Part {
  return Object.hasOwn(parts, text);
}
