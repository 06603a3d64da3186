import type { Award, RatificationState } from '../award/award.ts';
import type { PlainDate } from '../plain-date.ts';

/** How chair's action on an award stood at a date: what was ratified or refused later still waited. */
export function ratificationAt({ ratification }: Award, date: PlainDate): RatificationState['status'] {
  const { status = 'awaited', ratifiedOn } = ratification ?? {};
  return ratifiedOn === undefined || ratifiedOn > date ? 'awaited' : status;
}
