import type { Api, Item } from './api.ts';
import { type Example, type Person, person } from './people.ts';
import { pathOf } from './words.ts';

export const coordinator = (example: Example): Person => person(example, 'coordinator');

/** The meeting of a day, as the API shows it. */
export async function meetingOn(api: Api, example: Example, heldOn: string): Promise<Item> {
  const all = await api.list(coordinator(example), `${pathOf(example)}/meetings`);
  const found = all.find((meeting) => meeting['heldOn'] === heldOn);
  if (found === undefined) throw new Error(`no meeting is held on ${heldOn}`);
  return found;
}

/** An award, as the API shows it. */
export async function awardCalled(api: Api, example: Example, title: string): Promise<Item> {
  const all = await api.list(coordinator(example), `${pathOf(example)}/awards`);
  const found = all.find((award) => award['title'] === title);
  if (found === undefined) throw new Error(`no award is called ${title}`);
  return found;
}
