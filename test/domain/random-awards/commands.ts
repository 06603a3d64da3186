import { takeChairsAction } from '../../../domain/award/chairs-action.ts';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { RatificationBody } from '../../../domain/award/decision.ts';
import { declareInterest } from '../../../domain/award/declare-interest.ts';
import { closeAward, payAward, refundAward } from '../../../domain/award/pay-award.ts';
import { AwardVariationBody, SubmissionBody, WithdrawalBody } from '../../../domain/award/proposal.ts';
import { proposeAward, submitAward, varyAward, withdrawAward } from '../../../domain/award/propose-award.ts';
import { ratifyChairsAction } from '../../../domain/award/ratify-chairs-action.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { agreeGrant } from '../../../domain/grant/agree-grant.ts';
import { varyGrant } from '../../../domain/grant/change-grant.ts';
import type { Decide } from '../../../domain/ledger/decision.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import { InterestBody } from '../../../domain/meeting/interest.ts';
import { recordAttendance } from '../../../domain/meeting/record-attendance.ts';
import { closeMeeting, confirmMinutes, openMeeting, scheduleMeeting } from '../../../domain/meeting/run-meeting.ts';
import { setTerms } from '../../../domain/partnership/set-up.ts';
import {
  attendanceBody,
  awardBody,
  chairsActionBody,
  closureBody,
  decisionBody,
  meetingBody,
  paymentBody,
  refundBody,
  termsBody,
} from '../../award-builders.ts';
import { bodyOf, expenditureBody, grantBody, reversalBody, variationBody } from '../../builders.ts';
import type { Model } from './model.ts';
import { given, officer } from './people.ts';

type OfMeeting = { readonly meeting: number };
type OfAward = { readonly award: number };
type Dated = { readonly on: string };
type Cash = Dated & { readonly amount: string };
type Optional<Name extends string> = { readonly [One in Name]: string | undefined };

export type Attendee = { readonly authorityId: string; readonly name: string };
export type Present = Attendee & { readonly subject?: string };
export type Terms = Dated & {
  readonly quorum: number;
  readonly percent: number | undefined;
} & Optional<'chair' | 'viceChair' | 'limit'>;

/** What somebody asks for; meetings, awards, grants, payments and refunds are named by their place in order of entry. */
type Act =
  | (Terms & { readonly act: 'set-terms' })
  | (Cash & { readonly act: 'agree'; readonly fundId: string })
  | (Cash & { readonly act: 'change-grant'; readonly grant: number })
  | (Cash & { readonly act: 'spend'; readonly fundId: string })
  | (Dated & { readonly act: 'schedule' })
  | (OfMeeting & {
      readonly act: 'attend';
      readonly presiding: string;
      readonly present: readonly Present[];
      readonly isExplained: boolean;
    })
  | (OfMeeting & { readonly act: 'open' })
  | (OfMeeting & { readonly act: 'close' })
  | (OfMeeting & { readonly act: 'confirm-minutes'; readonly at: number })
  | (OfMeeting &
      OfAward & {
        readonly act: 'declare-interest';
        readonly subject: string | undefined;
        readonly attendee: Attendee | undefined;
      })
  | ({ readonly act: 'propose'; readonly fundId: string; readonly grant: number | undefined } & Optional<'asked'>)
  | (OfAward & OfMeeting & { readonly act: 'submit' })
  | (OfAward & { readonly act: 'withdraw' })
  | (OfAward & OfMeeting & { readonly act: 'vary'; readonly amount: string })
  | (OfAward &
      OfMeeting & {
        readonly act: 'decide';
        readonly outcome: 'approved' | 'rejected' | 'deferred';
        readonly deferredTo: number | undefined;
      } & Optional<'amount'>)
  | (OfAward & Cash & { readonly act: 'chairs-action' })
  | (OfAward & OfMeeting & { readonly act: 'ratify'; readonly outcome: 'ratified' | 'refused' })
  | (OfAward & Cash & { readonly act: 'pay' })
  | (OfAward & Cash & { readonly act: 'refund' })
  | (OfAward & Dated & { readonly act: 'close-award' })
  | (Dated & { readonly act: 'reverse'; readonly movement: number });

export type Command = Act & { readonly by: string };
export type CommandTo<Name extends Command['act']> = Extract<Command, { act: Name }>;

const interestBody = bodyOf(() => InterestBody, { nature: 'Sits on its board.' });
const variationOf = bodyOf(() => AwardVariationBody, { reason: 'Costs changed.' });
const submissionBody = bodyOf(() => SubmissionBody, {});
const withdrawalBody = bodyOf(() => WithdrawalBody, { reason: 'Not needed.' });
const ratificationBody = bodyOf(() => RatificationBody, { minuteReference: '4.2' });

/** The domain's command for what is asked. */
export function decided(command: Command, model: Model): Decide {
  const award = 'award' in command ? model.awardId(command.award) : '';
  const meetingId = 'meeting' in command ? model.meetingId(command.meeting) : '';
  switch (command.act) {
    case 'set-terms':
    case 'agree':
    case 'change-grant':
    case 'spend':
      return frame(command, model);
    case 'schedule':
    case 'attend':
    case 'open':
    case 'close':
    case 'confirm-minutes':
      return run(command, meetingId, model);
    case 'declare-interest': {
      const attendee = command.attendee === undefined ? {} : { attendee: command.attendee };
      const body = interestBody({ awardId: award, ...given('subject', command.subject), ...attendee });
      return declareInterest(meetingId, body);
    }
    case 'propose': {
      const grantId = command.grant === undefined ? undefined : model.grants[command.grant]?.id;
      const { amountRequested: _, ...rest } = awardBody({ fundId: command.fundId, purposeStatement: 'It serves.' });
      return proposeAward({ ...rest, ...given('grantId', grantId), ...asked(command.asked) });
    }
    case 'submit':
      return submitAward(award, submissionBody({ meetingId }));
    case 'withdraw':
      return withdrawAward(award, withdrawalBody());
    case 'vary':
      return varyAward(award, variationOf({ meetingId, amountRequested: command.amount }));
    case 'decide':
    case 'ratify':
    case 'chairs-action':
      return settle(command, award, meetingId, model);
    case 'pay':
      return payAward(award, paymentBody({ amount: command.amount, paidOn: command.on }));
    case 'refund':
      return refundAward(award, refundBody({ ...cash(command), bankReference: `R-${model.moves.length}` }));
    case 'close-award':
      return closeAward(award, closureBody({ closedOn: command.on }));
    case 'reverse':
      return reverseEntry(model.sequenceOf(command.movement), reversalBody({ effectiveOn: command.on }));
  }
}

const cash = ({ amount, on }: Cash) => ({ amount, receivedOn: on });

const asked = (amount: string | undefined) => {
  const { amountRequested } = awardBody({ amountRequested: amount ?? '1.00' });
  return amount === undefined || amountRequested === undefined ? {} : { amountRequested };
};

function frame(command: CommandTo<'set-terms' | 'agree' | 'change-grant' | 'spend'>, model: Model): Decide {
  const { on } = command;
  switch (command.act) {
    case 'set-terms': {
      const { chair, viceChair, quorum, limit, percent } = command;
      const {
        chair: _,
        viceChair: __,
        chairsActionLimit: ___,
        ...rest
      } = termsBody({
        quorum,
        ...(percent === undefined ? {} : { overCommitmentPercent: percent }),
      });
      const officers = {
        ...(chair === undefined ? {} : { chair: officer(chair) }),
        ...(viceChair === undefined ? {} : { viceChair: officer(viceChair) }),
      };
      const { chairsActionLimit } = termsBody({ chairsActionLimit: limit ?? '1.00' });
      const most = limit === undefined || chairsActionLimit === undefined ? {} : { chairsActionLimit };
      return setTerms(on, { ...rest, ...officers, ...most }, model.termsRevision(on));
    }
    case 'agree': {
      const { fundId, amount } = command;
      return agreeGrant(grantBody({ fundId, grossAmount: amount, agreedOn: on, financialYear: model.yearOf(on) }));
    }
    case 'change-grant': {
      const grantId = model.grants[command.grant]?.id ?? '';
      return varyGrant(grantId, variationBody({ grossAmount: command.amount, effectiveOn: on }));
    }
    case 'spend': {
      const { fundId, amount } = command;
      return recordExpenditure(expenditureBody({ fundId, amount, spentOn: on, purposeStatement: 'It serves.' }));
    }
  }
}

function run(
  command: CommandTo<'schedule' | 'attend' | 'open' | 'close' | 'confirm-minutes'>,
  meetingId: string,
  model: Model,
): Decide {
  switch (command.act) {
    case 'schedule':
      return scheduleMeeting(meetingBody({ heldOn: command.on }));
    case 'attend': {
      const { presiding, present, isExplained } = command;
      const reason = isExplained ? { reason: 'Somebody was missed.' } : {};
      const body = attendanceBody({ presiding: officer(presiding), present: [...present], ...reason });
      return recordAttendance(meetingId, body, model.meetingRevision(command.meeting));
    }
    case 'open':
      return openMeeting(meetingId, {});
    case 'close':
      return closeMeeting(meetingId, {});
    case 'confirm-minutes':
      return confirmMinutes(meetingId, { confirmedAtMeetingId: model.meetingId(command.at) });
  }
}

function settle(
  command: CommandTo<'decide' | 'ratify' | 'chairs-action'>,
  award: string,
  meetingId: string,
  model: Model,
): Decide {
  switch (command.act) {
    case 'decide': {
      const { outcome, amount, deferredTo } = command;
      const next = deferredTo === undefined ? undefined : model.meetingId(deferredTo);
      const optional = { ...given('amountApproved', amount), ...given('deferredTo', next) };
      return decideAward(award, decisionBody(meetingId, { outcome, ...optional }));
    }
    case 'ratify':
      return ratifyChairsAction(meetingId, ratificationBody({ awardId: award, outcome: command.outcome }));
    case 'chairs-action':
      return takeChairsAction(award, chairsActionBody({ amountApproved: command.amount, decidedOn: command.on }));
  }
}
