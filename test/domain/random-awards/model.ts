import type { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { pence, sum } from '../random/pence.ts';
import { yearOf } from '../random/year.ts';
import { type TestLedger, unknownId } from '../test-ledger.ts';
import { apply } from './apply.ts';
import type { Attendee, Command, Present, Terms } from './commands.ts';
import { type Move, movesOf } from './moves.ts';

export type Who = { readonly subject: string | undefined; readonly attendee: Attendee | undefined };

export type ModelMeeting = {
  readonly id: string;
  readonly heldOn: string;
  status: 'scheduled' | 'open' | 'closed';
  attendance: { readonly presiding: string; readonly present: readonly Present[] } | undefined;
  isReliedOn: boolean;
  /** Whose interests were declared here. */
  readonly interested: Interested[];
  isConfirmed: boolean;
};

export type ModelAward = {
  readonly id: string;
  readonly fundId: string;
  readonly grantId: string | undefined;
  readonly asked: bigint | undefined;
  status: 'draft' | 'submitted' | 'deferred' | 'approved' | 'rejected' | 'withdrawn' | 'closed';
  readonly proposers: Set<string>;
  readonly deciders: Set<string>;
  /** Who recorded a payment, a refund or a reversal of one. */
  readonly handlers: Set<string>;
  readonly interests: Interested[];
  /** The meeting on whose agenda it is. */
  agenda: number | undefined;
  /** The meeting that put it off last. */
  deferredBy: ModelMeeting | undefined;
  /** What a variation that waits asks for. */
  variation: bigint | undefined;
  readonly approvals: { readonly on: string; readonly amount: bigint | undefined }[];
  action:
    | { readonly by: string; readonly on: string; status: 'awaited' | 'ratified' | 'refused'; ratifiedOn?: string }
    | undefined;
  /** When it was closed last. */
  closedOn: string;
  released: bigint;
  lastMovedOn: string;
};

/** A payment or a refund, and from when it is taken back. */
export type Movement = {
  readonly sequence: number;
  readonly award: number;
  readonly kind: 'pay' | 'refund';
  readonly amount: bigint;
  readonly on: string;
  reversedOn: string | undefined;
};

export type ModelGrant = { readonly id: string; readonly fundId: string; readonly on: string; lastChangedOn: string };

/** Somebody with an interest, by the login and the names by which they are known at the meeting where it was declared. */
export type Interested = { subject: string | undefined; attendees: Attendee[] };

export const isKnownAs = (one: Interested, subject: string | undefined, attendee?: Attendee): boolean =>
  (subject !== undefined && one.subject === subject) || one.attendees.some((name) => isSame(name, attendee));

/** What the rules of domain.md make of accepted commands, worked out without any of the domain's code. */
export class Model {
  readonly terms: Terms[] = [];
  readonly meetings: ModelMeeting[] = [];
  readonly awards: ModelAward[] = [];
  readonly movements: Movement[] = [];
  readonly grants: ModelGrant[] = [];
  /** Every posting of the journal. */
  readonly moves: Move[] = [];
  /** The latest date whose terms a decision relied on. */
  reliedOn = '';
  readonly #ledger: TestLedger;

  constructor(ledger: TestLedger) {
    this.#ledger = ledger;
  }

  record(command: Command, entry: JournalEntry): void {
    apply(command, entry, this);
    this.moves.push(...movesOf(entry));
  }

  yearOf(day: string): string {
    return yearOf(day);
  }

  awardId(place: number): string {
    return this.awards[place]?.id ?? unknownId;
  }

  meetingId(place: number): string {
    return this.meetings[place]?.id ?? unknownId;
  }

  /** The first entry, which nothing reverses, stands for a payment that is nowhere. */
  sequenceOf(movement: number): number {
    return this.movements[movement]?.sequence ?? 1;
  }

  /** What a request would send as If-Match. */
  meetingRevision(place: number): number | undefined {
    const meeting = this.#ledger.state.get('meeting', this.meetingId(place));
    return meeting?.attendance === undefined ? undefined : meeting.revision;
  }

  termsRevision(from: string): number | undefined {
    return this.#ledger.state.get('terms', from)?.revision;
  }

  termsOn(day: string): Terms {
    const first: Terms = {
      on: '',
      quorum: 1,
      percent: undefined,
      chair: undefined,
      viceChair: undefined,
      limit: undefined,
    };
    return this.terms.filter(({ on }) => on <= day).reduce((last, next) => (next.on >= last.on ? next : last), first);
  }

  ofFund(fundId: string, grantId?: string): Move[] {
    return this.moves.filter((move) => move.fundId === fundId && (grantId === undefined || move.grantId === grantId));
  }

  ofAward({ id }: ModelAward): Move[] {
    return this.moves.filter(({ awardId }) => awardId === id);
  }

  /** Whose money pays is more than the model works out: it only knows whether it matters. */
  areGrantsNamed({ fundId, grantId }: { fundId: string; grantId?: string | undefined }): boolean {
    const used = ['award-expenditure', 'direct-expenditure', 'commitments'];
    const named = (move: Move): boolean => move.grantId !== undefined && used.includes(move.account);
    return grantId !== undefined || this.ofFund(fundId).some(named);
  }

  /** Payments, or refunds, that stand. */
  standing(award: ModelAward, kind: Movement['kind']): Movement[] {
    return this.movements.filter(
      (one) => this.awards[one.award] === award && one.kind === kind && one.reversedOn === undefined,
    );
  }

  committed(award: ModelAward): bigint {
    const paid = sum(this.standing(award, 'pay').map(({ amount }) => amount));
    return (award.approvals.at(-1)?.amount ?? 0n) - paid - award.released;
  }
}

/** What an approval adds to what is promised: all that the award may come to is what is approved now. */
export function moreThan(award: ModelAward, amount: string, model: Model): bigint {
  const paid = sum(model.standing(award, 'pay').map((one) => one.amount));
  return pence(amount) - paid - model.committed(award);
}

export const isToBeConfirmed = ({ approvals }: ModelAward): boolean =>
  approvals.length > 0 && approvals.at(-1)?.amount === undefined;

export const isAwaited = ({ action }: ModelAward): boolean => action?.status === 'awaited';

export const isSame = (a: Attendee | undefined, b: Attendee | undefined): boolean =>
  a !== undefined && b !== undefined && a.authorityId === b.authorityId && a.name === b.name;

/** Whether somebody, by login or as an attendee, was declared to have an interest in an award. */
export const hasInterest = ({ interests }: ModelAward, subject: string | undefined, attendee?: Attendee): boolean =>
  interests.some((one) => isKnownAs(one, subject, attendee));

/** An attendee's login, or a login's attendee, where a meeting's attendance knows both. */
export function whoIs({ attendance }: ModelMeeting, subject: string, attendee: Attendee | undefined): Who | undefined {
  const present = attendance?.present ?? [];
  if (attendee !== undefined) {
    const there = present.find((one) => isSame(one, attendee));
    return there === undefined ? undefined : { subject: there.subject, attendee };
  }
  const there = present.find((one) => one.subject === subject);
  return { subject, attendee: there && { authorityId: there.authorityId, name: there.name } };
}

export const authoritiesFor = ({ attendance }: ModelMeeting, award?: ModelAward): string[] => {
  const isFree = (one: Present): boolean => award === undefined || !hasInterest(award, one.subject, one);
  const free = (attendance?.present ?? []).filter(isFree);
  return [...new Set(free.map(({ authorityId }) => authorityId))].toSorted();
};

/** Why somebody may not decide an item at a meeting, whoever presides. */
export function barredFrom(
  award: ModelAward,
  { attendance }: ModelMeeting,
  subject: string,
  isRatified = false,
): string[] {
  const attendee = attendance?.present.find((one) => one.subject === subject);
  return [
    ...(award.proposers.has(subject) || award.handlers.has(subject) || (isRatified && award.action?.by === subject)
      ? ['separation-of-duties']
      : []),
    ...(hasInterest(award, subject, attendee) ? ['interest-declared'] : []),
  ];
}

/** Who presides over an item: who presides over the meeting, else whichever of chair and vice-chair is there and may. */
export function presidingFor(
  award: ModelAward,
  meeting: ModelMeeting,
  terms: Terms,
  isRatified = false,
): string | undefined {
  if (meeting.attendance === undefined) return undefined;
  const { presiding, present } = meeting.attendance;
  const isThere = (one: string): boolean => one === presiding || present.some(({ subject }) => subject === one);
  const officers = [terms.chair, terms.viceChair].flatMap((one) => one ?? []);
  const isNamed = (one: string): boolean => officers.length === 0 || officers.includes(one);
  const candidates = [presiding, ...officers].filter((one) => isThere(one) && isNamed(one));
  return candidates.find((one) => barredFrom(award, meeting, one, isRatified).length === 0);
}
