import { longDate } from '../../../domain/prose-dates.ts';
import { oneLine } from '../../../domain/publication/words.ts';
import type { Names } from './answers.ts';

/** What something is called; by its id, where nobody says. */
export function nameIn(named: Names['funds'], id: string): string {
  const { name = id } = named.find((one) => one.id === id) ?? {};
  return oneLine(name);
}

/** "the meeting of 8 December 2017". */
export function meetingNamed({ meetings }: Names, id: string, otherwise: string): string {
  const found = meetings.find((one) => one.id === id);
  return found === undefined ? otherwise : `the meeting of ${longDate(found.heldOn)}`;
}
