import { takeChairsAction } from '../../../domain/award/chairs-action.ts';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { declareInterest } from '../../../domain/award/declare-interest.ts';
import { closeAward, payAward, refundAward } from '../../../domain/award/pay-award.ts';
import { submitAward, varyAward, withdrawAward } from '../../../domain/award/propose-award.ts';
import { ratifyChairsAction } from '../../../domain/award/ratify-chairs-action.ts';
import type { Decide } from '../../../domain/ledger/decision.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import { closeMeeting } from '../../../domain/meeting/run-meeting.ts';
import type { Person } from '../../../domain/text.ts';
import {
  act,
  awardVariationBody,
  chair,
  chairsActionBody,
  close,
  closureBody,
  coordinator,
  decisionBody,
  interestBody,
  ledgerWithMoney,
  openMeetingOf,
  pay,
  paymentBody,
  propose,
  ratificationBody,
  ratify,
  refundBody,
  scheduleOn,
  submit,
  vary,
  viceChair,
} from '../../award-builders.ts';
import { reversalBody } from '../../builders.ts';
import { financeOfficer, type TestLedger } from '../test-ledger.ts';

/** A meeting of October and one of January that sit, and two that have not sat. */
type Around = {
  readonly ledger: TestLedger;
  readonly october: string;
  readonly january: string;
  readonly april: string;
  readonly june: string;
};

export type Situation = Around & { readonly awardId: string };

function around(): Around {
  const ledger = ledgerWithMoney();
  const october = openMeetingOf(ledger);
  const january = openMeetingOf(ledger, { heldOn: '2018-01-12' });
  const [april, june] = ['2018-04-20', '2018-06-22'].map((on) => scheduleOn(ledger, on)) as [string, string];
  return { ledger, october, january, april, june };
}

function decided({ ledger, october }: Around, fields: object): string {
  const awardId = submit(ledger, october);
  ledger.run(decideAward(awardId, decisionBody(october, fields)), chair);
  return awardId;
}

/** Approved for £400, of which £100 is paid. */
function paid(all: Around): string {
  const awardId = decided(all, { amountApproved: '400.00' });
  pay(all.ledger, awardId);
  return awardId;
}

/** Chair's action of £400, of which £100 is paid. */
function acted({ ledger }: Around): string {
  const awardId = act(ledger);
  pay(ledger, awardId);
  return awardId;
}

/** Ways to every state that an award can be in. */
const ways = {
  'a draft': ({ ledger }) => propose(ledger),
  submitted: ({ ledger, october }) => submit(ledger, october),
  'left by its meeting': ({ ledger, october }) => {
    const awardId = submit(ledger, october);
    ledger.run(closeMeeting(october, {}), coordinator);
    return awardId;
  },
  'on the agenda of a meeting to come': ({ ledger, april }) => submit(ledger, april),
  deferred: (all) => decided(all, { outcome: 'deferred' }),
  'deferred to a meeting to come': (all) => decided(all, { outcome: 'deferred', deferredTo: all.april }),
  'deferred to a meeting that sits': (all) => decided(all, { outcome: 'deferred', deferredTo: all.january }),
  approved: paid,
  'approved, its amount to be confirmed': (all) => decided(all, {}),
  'approved, a variation waiting': (all) => {
    const awardId = paid(all);
    vary(all.ledger, awardId, all.january);
    return awardId;
  },
  'approved by chair’s action': acted,
  rejected: (all) => decided(all, { outcome: 'rejected' }),
  withdrawn: ({ ledger }) => {
    const awardId = propose(ledger);
    ledger.run(withdrawAward(awardId, { reason: 'No longer wanted.' }), coordinator);
    return awardId;
  },
  closed: (all) => {
    const awardId = paid(all);
    close(all.ledger, awardId);
    return awardId;
  },
  'closed before ratification': (all) => {
    const awardId = acted(all);
    close(all.ledger, awardId);
    return awardId;
  },
  'closed by refused ratification': (all) => {
    const awardId = acted(all);
    ratify(all.ledger, awardId, all.october, { outcome: 'refused' });
    return awardId;
  },
} as const satisfies Record<string, (all: Around) => string>;

export type State = keyof typeof ways;

export function situation(state: State): Situation {
  const all = around();
  return { ...all, awardId: ways[state](all) };
}

type Command = (situation: Situation) => readonly [Decide, Person];

const decision =
  (fields: object): Command =>
  ({ ledger, awardId, january }) => {
    const { meetingId = january } = ledger.get('award', awardId).agenda ?? {};
    return [decideAward(awardId, decisionBody(meetingId, fields)), chair];
  };

/** Everything that can be tried on an award, each so that nothing but the award's state stands against it. */
export const commands = {
  submission: ({ awardId, june }) => [submitAward(awardId, { meetingId: june }), coordinator],
  withdrawal: ({ awardId }) => [withdrawAward(awardId, { reason: 'No longer wanted.' }), coordinator],
  approval: decision({ amountApproved: '400.00' }),
  rejection: decision({ outcome: 'rejected' }),
  deferral: decision({ outcome: 'deferred' }),
  'chair’s action': ({ awardId }) => [takeChairsAction(awardId, chairsActionBody({ decidedOn: '2018-03-01' })), chair],
  ratification: ({ awardId, january }) => [ratifyChairsAction(january, ratificationBody({ awardId })), viceChair],
  variation: ({ awardId, april }) => [varyAward(awardId, awardVariationBody({ meetingId: april })), coordinator],
  interest: ({ awardId, april }) => [declareInterest(april, interestBody({ awardId, subject: 'one' })), coordinator],
  payment: ({ awardId }) => [payAward(awardId, paymentBody({ paidOn: '2018-03-01' })), financeOfficer],
  refund: ({ awardId }) => [refundAward(awardId, refundBody({ receivedOn: '2018-03-01' })), financeOfficer],
  closure: ({ awardId }) => [closeAward(awardId, closureBody()), financeOfficer],
  reversal: ({ ledger }) => {
    const { entries } = ledger;
    const entry = entries.findLast(({ type }) => type === 'award-paid') ?? entries.at(-1);
    return [reverseEntry(entry?.sequence ?? 0, reversalBody()), financeOfficer];
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof commands;
