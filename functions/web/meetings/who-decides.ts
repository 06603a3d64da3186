import { operations } from '../../operations.ts';
import type { Visit } from '../page/page.ts';
import { name, type Text } from '../page/text.ts';
import type { Meeting } from './meeting-records.ts';

type Presiding = { readonly subject: string; readonly name: string } | undefined;
type Judged = { readonly meeting: Meeting; readonly presiding: Presiding; readonly quorum: Meeting['quorum'] };

/** Whether this person can decide an item now; why nobody, or only somebody else, can. */
export function whyNot({ caller, may }: Pick<Visit, 'caller' | 'may'>, judged: Judged): Text | undefined {
  const { meeting, presiding, quorum } = judged;
  if (meeting.status !== 'open') {
    return meeting.status === 'scheduled' ? 'It can be decided once the meeting is open.' : 'It was not decided.';
  }
  if (!quorum.isMet) return 'There is no quorum for this item, so it cannot be decided as things stand.';
  if (presiding === undefined) return 'Nobody who may preside over this item is present, so it cannot be decided.';
  if (presiding.subject === caller.person.subject && may(operations.decideAward.access)) return undefined;
  return [name(presiding.name), ' presides over this item and decides it.'];
}
