import { isToBeConfirmed } from '../../../domain/award/award.ts';
import { type AwardAct, lifecycle } from '../../../domain/award/lifecycle.ts';
import { operations } from '../../operations.ts';
import { awardPath, meetingPath } from '../page/paths.ts';
import { type Action, actions, type Block, paragraph } from '../page/view.ts';
import { agendaMeeting, openMeetings } from './agenda-meeting.ts';
import { heldBack, whyNotDecide, whyNotHandle } from './held-back.ts';
import type { AwardVisit, KnownAward, KnownMeeting } from './known-award.ts';

/** What this person can do about an award as it stands; and why not, where duties are kept apart. */
export function actionBlocks(known: KnownAward, visit: AwardVisit): Block[] {
  const offered = [...decisionActions(known, visit), ...proposerActions(known, visit), ...moneyActions(known, visit)];
  const [first, ...others] = offered;
  const looks = others.map((action): Action => ({ look: 'secondary', ...action }));
  return [
    ...(first === undefined ? [] : [actions(first, ...looks)]),
    ...heldBack(known, visit).map((why) => paragraph(why)),
  ];
}

const allows = ({ award }: KnownAward, act: AwardAct): boolean => {
  const acts: readonly AwardAct[] = lifecycle[award.status];
  return acts.includes(act);
};

/** For the chair: at the meeting that is open, or between meetings. */
function decisionActions(known: KnownAward, visit: AwardVisit): Action[] {
  const { award, partnershipId } = known;
  if (!visit.may(operations.decideAward.access)) return [];
  const at = ({ id }: KnownMeeting): string => meetingPath(partnershipId, id);
  const agenda = agendaMeeting(known);
  if (award.ratification?.status === 'awaited') {
    return openMeetings(known).map((meeting) => ({ href: at(meeting), text: `Ratify at ${meeting.title}` }));
  }
  const deciding = isToBeConfirmed(award) ? openMeetings(known) : agenda?.status === 'open' ? [agenda] : [];
  const decide = deciding.map((meeting) => ({
    href: `${at(meeting)}/awards/${award.id}/decision`,
    text: isToBeConfirmed(award) ? `Set the amount at ${meeting.title}` : `Decide at ${meeting.title}`,
  }));
  return [...decide, ...chairsAction(known, visit, agenda)];
}

/** Offered to a chair whom terms of reference name, and to whom they give a limit. */
function chairsAction(known: KnownAward, visit: AwardVisit, agenda: KnownMeeting | undefined): Action[] {
  const { subject } = visit.caller.person;
  const isChair = known.terms.some(
    ({ chair, chairsActionLimit }) => chair?.subject === subject && chairsActionLimit !== undefined,
  );
  const isPossible = allows(known, 'chairs-action') && agenda?.status !== 'open';
  if (!isChair || !isPossible || whyNotDecide(known.award, subject) !== undefined) return [];
  return [{ href: `${pathOf(known)}/chairs-action`, text: 'Take chair’s action', look: 'secondary' }];
}

const pathOf = ({ partnershipId, award }: KnownAward): string => awardPath(partnershipId, award.id);

/** For whoever prepares awards. */
function proposerActions(known: KnownAward, visit: AwardVisit): Action[] {
  const { award } = known;
  const { subject } = visit.caller.person;
  if (!visit.may(operations.proposeAward.access)) return [];
  const isOpen = award.status !== 'approved' || award.variation !== undefined;
  const [path, agenda] = [pathOf(known), agendaMeeting(known)];
  const isFree = !award.handlers.includes(subject);
  const canVary =
    award.variation === undefined && award.ratification?.status !== 'awaited' && award.amountApproved !== null;
  return [
    ...(allows(known, 'submission') && isOpen && isFree && agenda?.status !== 'open'
      ? [{ href: `${path}/submission`, text: agenda ? 'Move to another meeting' : 'Submit to a meeting' }]
      : []),
    ...(allows(known, 'variation') && canVary && isFree
      ? [{ href: `${path}/variations/new`, text: 'Ask for a variation' }]
      : []),
    ...(allows(known, 'withdrawal') && isOpen && award.proposers.includes(subject)
      ? [{ href: `${path}/withdrawal`, text: award.status === 'approved' ? 'Withdraw the variation' : 'Withdraw' }]
      : []),
  ];
}

/** For the finance officer. */
function moneyActions(known: KnownAward, visit: AwardVisit): Action[] {
  const { award } = known;
  if (!visit.may(operations.payAward.access)) return [];
  const path = pathOf(known);
  const mayHandle = whyNotHandle(award, visit.caller.person.subject) === undefined;
  const kept = award.paidAmount.minus(award.refundedAmount);
  return [
    ...(mayHandle && allows(known, 'payment') && award.committedAmount.isPositive()
      ? [{ href: `${path}/payments/new`, text: 'Record a payment' }]
      : []),
    ...(mayHandle && allows(known, 'refund') && kept.isPositive()
      ? [{ href: `${path}/refunds/new`, text: 'Record a refund' }]
      : []),
    ...(allows(known, 'closure') && award.variation === undefined
      ? [{ href: `${path}/closure`, text: 'Close the award' }]
      : []),
  ];
}
