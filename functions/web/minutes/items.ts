import type { Money } from '../../../domain/money.ts';
import { oneLine } from '../../../domain/publication/words.ts';
import type { AgendaItem, Award, Decision, Meeting, Names } from './answers.ts';
import { nameIn } from './names.ts';
import { outcomeInWords } from './outcome.ts';

/** Something that the meeting had before it, and what became of it. */
export type MinutesItem = {
  readonly kind: AgendaItem['kind'];
  readonly reference?: string;
  readonly title: string;
  readonly recipient: string;
  readonly fund: string;
  readonly requested?: Money;
  readonly priorities: readonly string[];
  readonly decision: string;
  /** Who presided over it, where that was somebody else than over the meeting. */
  readonly presiding?: string;
};

export const itemsOf = (meeting: Meeting, awards: readonly Award[], names: Names): MinutesItem[] =>
  meeting.agenda.map((item) => itemOf(item, meeting, decisionsAbout(item, awards), names));

function itemOf(item: AgendaItem, meeting: Meeting, decisions: readonly Decision[], names: Names): MinutesItem {
  const { kind, minuteReference, title, recipient, fundId, amountRequested, priorities } = item;
  const presiding = presidingInstead(item, meeting, decisions);
  return {
    kind,
    ...(minuteReference === undefined ? {} : { reference: oneLine(minuteReference) }),
    title: oneLine(title),
    recipient: oneLine(recipient.name),
    fund: nameIn(names.funds, fundId),
    ...(amountRequested === undefined ? {} : { requested: amountRequested }),
    priorities: priorities.map((id) => nameIn(names.priorities, id)),
    decision: outcomeInWords(item, decisions, meeting, names),
    ...(presiding === undefined ? {} : { presiding }),
  };
}

const decisionsAbout = ({ awardId }: AgendaItem, awards: readonly Award[]): readonly Decision[] =>
  awards.find(({ id }) => id === awardId)?.decisions ?? [];

function presidingInstead(
  { outcomeSequence }: AgendaItem,
  { attendance }: Meeting,
  decisions: readonly Decision[],
): string | undefined {
  const decision = decisions.find(({ sequence }) => sequence === outcomeSequence);
  if (decision === undefined || !('presiding' in decision)) return undefined;
  const { subject, name } = decision.presiding;
  return subject === attendance?.presiding.subject ? undefined : oneLine(name);
}
