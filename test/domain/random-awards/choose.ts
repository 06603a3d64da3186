import { written } from '../random/pence.ts';
import type { Command } from './commands.ts';
import type { ModelAward, ModelMeeting } from './model.ts';
import { pick } from './people.ts';
import type { Size } from './steps.ts';

export type Fits<One> = (one: One) => boolean;

/** The place of something that fits, by the first measure that anything fits; where a step is wild, of anything. */
export function choose<One>(
  all: readonly One[],
  place: number,
  isWild: boolean,
  ...fits: readonly Fits<One>[]
): number {
  const places = [...all.keys()];
  const fitting = fits.map((fit) => places.filter((at) => all.slice(at, at + 1).some(fit)));
  return pick((isWild ? places : fitting.find((some) => some.length > 0)) ?? [], place, nowhere);
}

/** The place of what isn't there. */
const nowhere = -1;

/** Whether a command is about something that isn't there, which only a wild step asks for. */
export const isOfNothing = (command: Command): boolean =>
  ['award', 'meeting', 'movement', 'at', 'deferredTo', 'grant'].some(
    (name) => new Map<string, unknown>(Object.entries(command)).get(name) === nowhere,
  );

export const later = (one: string, other = ''): string => (one > other ? one : other);

export const earlier = (one: string, other = one): string => (one < other ? one : other);

export const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

export const sized = (given: Size, there: bigint): string => {
  const most = there > 0n ? there : 1n;
  if (given === 'all') return written(most);
  if (given === 'a penny more') return written(most + 1n);
  return written('pence' in given ? BigInt(given.pence) : (most * BigInt(given.percent)) / 100n + 1n);
};

export const isOpen = ({ status }: ModelMeeting): boolean => status === 'open';
export const isNotClosed = ({ status }: ModelMeeting): boolean => status !== 'closed';

export const isBefore = ({ status }: ModelAward): boolean => ['draft', 'submitted', 'deferred'].includes(status);
export const isApproved = ({ status }: ModelAward): boolean => status === 'approved';
export const varies = (award: ModelAward): boolean => isApproved(award) && award.variation !== undefined;
