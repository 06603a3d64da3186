import type { Money } from '../../../domain/money.ts';
import { longDate } from '../../../domain/prose-dates.ts';
import { capitalised, oneLine } from '../../../domain/publication/words.ts';
import type { AgendaItem, Decision, Meeting, Names } from './answers.ts';
import { meetingNamed } from './names.ts';

type Type = Decision['type'];
type Of<Wanted extends Type> = Extract<Decision, { type: Wanted }>;

/** What became of an item of the agenda, by the decisions about its award; in words that take no full stop. */
export function outcomeInWords(
  item: AgendaItem,
  decisions: readonly Decision[],
  meeting: Meeting,
  names: Names,
): string {
  const { kind, outcome } = item;
  const said = (verb: string): string => (kind === 'variation' ? `Variation ${verb}` : capitalised(verb));
  if (outcome === undefined) return meeting.status === 'closed' ? 'Not decided' : 'Not yet decided';
  switch (outcome) {
    case 'approved':
      return approved(item, decisionOf(item, decisions, 'award-decided'));
    case 'rejected':
      return said('rejected');
    case 'deferred':
      return said(deferral(decisionOf(item, decisions, 'award-decided'), names));
    case 'ratified':
    case 'refused':
      return ratification(decisionOf(item, decisions, 'chairs-action-ratified'), decisions);
    case 'withdrawn':
      return said('withdrawn');
    case 'moved':
      return 'Moved to the agenda of another meeting';
    case 'chairs-action':
      return `Approved by ${inWords(decisionOf(item, decisions, 'chairs-action-taken'))}`;
  }
}

/** The decision that made an item's outcome. Without it, minutes would leave out what it was subject to. */
function decisionOf<Wanted extends Type>(
  { awardId, outcomeSequence }: AgendaItem,
  decisions: readonly Decision[],
  type: Wanted,
): Of<Wanted> {
  const isWanted = (one: Decision): one is Of<Wanted> => one.type === type && one.sequence === outcomeSequence;
  const decision = decisions.find(isWanted);
  if (decision === undefined) throw new Error(`the decision about award ${awardId} at this meeting is not given`);
  return decision;
}

const deferral = ({ deferredTo }: Of<'award-decided'>, names: Names): string =>
  deferredTo === undefined ? 'deferred' : `deferred to ${meetingNamed(names, deferredTo, 'a later meeting')}`;

function approved({ kind, amountRequested }: AgendaItem, decision: Of<'award-decided'>): string {
  const { amountApproved, amountBefore, conditions = [] } = decision;
  const subject = conditions.map((condition) => oneLine(condition).replace(/\.$/, '')).join('; ');
  const amount =
    amountApproved === undefined
      ? 'Approved; the amount is to be confirmed'
      : `${verbs[kind](amountBefore)} ${amountApproved.toSterling()}${ofRequest(amountApproved, amountRequested)}`;
  return `${amount}${subject === '' ? '' : `, subject to: ${subject}`}`;
}

const verbs = {
  proposal: () => 'Approved',
  amount: () => 'Amount confirmed:',
  variation: (before?: Money) => (before === undefined ? 'Varied to' : `Varied from ${before.toSterling()} to`),
  ratification: () => 'Approved',
} satisfies Record<AgendaItem['kind'], (before?: Money) => string>;

function ofRequest(amount: Money, requested: Money | undefined): string {
  if (requested === undefined) return '';
  return amount.equals(requested) ? ', as requested' : ` of ${requested.toSterling()} requested`;
}

function ratification(
  { outcome, released, sequence }: Of<'chairs-action-ratified'>,
  decisions: readonly Decision[],
): string {
  const action = decisions.findLast(
    (one): one is Of<'chairs-action-taken'> => one.type === 'chairs-action-taken' && one.sequence < sequence,
  );
  const what = capitalised(action === undefined ? 'chair’s action' : inWords(action));
  if (outcome === 'ratified') return `${what}, ratified`;
  return `${what}, not ratified${released.isZero() ? '' : `; ${released.toSterling()} released`}`;
}

/** "chair’s action of 25 September 2017 for £400.00". */
const inWords = ({ decidedOn, amountApproved }: Of<'chairs-action-taken'>): string =>
  `chair’s action of ${longDate(decidedOn)} for ${amountApproved.toSterling()}`;
