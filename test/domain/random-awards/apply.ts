import type { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { pence } from '../random/pence.ts';
import { idOf } from '../test-ledger.ts';
import type { Command, CommandTo, Present, Terms } from './commands.ts';
import { type Interested, isKnownAs, isSame, type Model, type ModelAward, type ModelMeeting, whoIs } from './model.ts';
import { officer } from './people.ts';

const latest = (one: string, other: string): string => (one > other ? one : other);

/** Takes note of a command that was accepted. Of the entry, only ids and sequence numbers are taken over. */
export function apply(command: Command, entry: JournalEntry, model: Model): void {
  const meeting = 'meeting' in command ? model.meetings[command.meeting] : undefined;
  const award = 'award' in command ? model.awards[command.award] : undefined;
  if (award !== undefined) applyToAward(command, award, meeting, entry.sequence, model);
  else if (meeting !== undefined) applyToMeeting(command, meeting, model);
  else applyToWhole(command, entry, model);
}

function applyToWhole(command: Command, entry: JournalEntry, model: Model): void {
  const id = idOf(entry);
  if (command.act === 'set-terms') {
    const { on } = command;
    const same = model.terms.findIndex((one) => one.on === on);
    model.terms.splice(same < 0 ? model.terms.length : same, 1, command);
  }
  if (command.act === 'agree') {
    const { fundId, on } = command;
    model.grants.push({ id, fundId, on, lastChangedOn: '' });
  }
  if (command.act === 'change-grant') {
    const grant = model.grants[command.grant];
    if (grant !== undefined) grant.lastChangedOn = command.on;
  }
  if (command.act === 'schedule') {
    const { on: heldOn } = command;
    const nothing = { attendance: undefined, interested: [], isReliedOn: false, isConfirmed: false };
    model.meetings.push({ id, heldOn, status: 'scheduled', ...nothing });
  }
  if (command.act === 'propose') model.awards.push(proposed(command, id, model));
  if (command.act === 'reverse') reversed(command, model);
}

function applyToMeeting(command: Command, meeting: ModelMeeting, model: Model): void {
  if (command.act === 'attend') {
    const { presiding } = command;
    const present = withLogins(command, model.termsOn(meeting.heldOn));
    meeting.attendance = { presiding, present };
    for (const one of meeting.interested) learn(one, present);
  }
  if (command.act === 'open') {
    meeting.status = 'open';
    model.reliedOn = latest(model.reliedOn, meeting.heldOn);
  }
  if (command.act === 'close') meeting.status = 'closed';
  if (command.act === 'confirm-minutes') meeting.isConfirmed = true;
}

/** A login that was missing, or another of the last three names, comes to be known of somebody with an interest. */
function learn(one: Interested, present: readonly Present[]): void {
  const own = present.filter((person) => isKnownAs(one, person.subject, person));
  one.subject ??= own.find(({ subject }) => subject !== undefined)?.subject;
  const names = own.filter((person) => !one.attendees.some((name) => isSame(name, person)));
  one.attendees = [...one.attendees, ...names.map(({ authorityId, name }) => ({ authorityId, name }))].slice(-3);
}

/** Who presides, and the officers, are known by their logins also where they are listed by name alone. */
export function withLogins({ presiding, present }: CommandTo<'attend'>, { chair, viceChair }: Terms): Present[] {
  const listed = new Set(present.map(({ subject }) => subject));
  return present.map((one) => {
    const known = [presiding, chair, viceChair].flatMap((each) => each ?? []).filter((each) => !listed.has(each));
    const login = known.find((each) => officer(each).name === one.name);
    if (one.subject !== undefined || login === undefined) return one;
    listed.add(login);
    return { ...one, subject: login };
  });
}

const proposed = ({ by, fundId, grant, asked }: CommandTo<'propose'>, id: string, model: Model): ModelAward => ({
  id,
  fundId,
  grantId: grant === undefined ? undefined : model.grants[grant]?.id,
  asked: asked === undefined ? undefined : pence(asked),
  status: 'draft',
  proposers: new Set([by]),
  deciders: new Set(),
  handlers: new Set(),
  interests: [],
  agenda: undefined,
  deferredBy: undefined,
  variation: undefined,
  approvals: [],
  action: undefined,
  released: 0n,
  lastMovedOn: '',
  closedOn: '',
});

function applyToAward(
  command: Command,
  award: ModelAward,
  meeting: ModelMeeting | undefined,
  sequence: number,
  model: Model,
): void {
  const { by } = command;
  switch (command.act) {
    case 'declare-interest': {
      const who = meeting && whoIs(meeting, command.subject ?? by, command.attendee);
      if (who === undefined || meeting === undefined) return;
      const interested = { subject: who.subject, attendees: who.attendee === undefined ? [] : [who.attendee] };
      award.interests.push(interested);
      meeting.interested.push(interested);
      return;
    }
    case 'submit':
    case 'vary':
      award.proposers.add(by);
      award.agenda = command.meeting;
      if (command.act === 'vary') award.variation = pence(command.amount);
      else if (award.status !== 'approved') award.status = 'submitted';
      return;
    case 'withdraw':
      if (award.status !== 'approved') award.status = 'withdrawn';
      award.agenda = undefined;
      award.variation = undefined;
      return;
    case 'decide':
    case 'ratify':
    case 'chairs-action':
      award.deciders.add(by);
      settled(command, award, meeting, model);
      return;
    case 'pay':
    case 'refund':
      award.handlers.add(by);
      model.movements.push({
        sequence,
        award: command.award,
        kind: command.act,
        amount: pence(command.amount),
        on: command.on,
        reversedOn: undefined,
      });
      award.lastMovedOn = latest(award.lastMovedOn, command.on);
      return;
    case 'close-award':
      award.released += model.committed(award);
      award.status = 'closed';
      award.closedOn = command.on;
      award.lastMovedOn = latest(award.lastMovedOn, command.on);
  }
}

function settled(
  command: CommandTo<'decide' | 'ratify' | 'chairs-action'>,
  award: ModelAward,
  meeting: ModelMeeting | undefined,
  model: Model,
): void {
  const on = command.act === 'chairs-action' ? command.on : (meeting?.heldOn ?? '');
  model.reliedOn = latest(model.reliedOn, on);
  if (meeting !== undefined) meeting.isReliedOn = true;
  if (command.act === 'decide') {
    afterDecision(command, award, on);
    if (command.outcome !== 'rejected') award.deferredBy = command.outcome === 'deferred' ? meeting : undefined;
  }
  if (command.act === 'chairs-action') {
    award.approvals.push({ on, amount: pence(command.amount) });
    award.status = 'approved';
    award.agenda = undefined;
    award.action = { by: command.by, on, status: 'awaited' };
  }
  if (command.act === 'ratify' && award.action !== undefined) {
    award.action.status = command.outcome;
    award.action.ratifiedOn = on;
    if (command.outcome === 'refused') {
      award.released += model.committed(award);
      award.status = 'closed';
    }
  }
  if (award.approvals.length > 0) award.lastMovedOn = latest(award.lastMovedOn, on);
}

function afterDecision({ outcome, amount, deferredTo }: CommandTo<'decide'>, award: ModelAward, on: string): void {
  award.agenda = deferredTo;
  if (outcome === 'approved') {
    award.approvals.push({ on, amount: amount === undefined ? undefined : pence(amount) });
    award.status = 'approved';
    award.variation = undefined;
    // What was released once is approved afresh.
    if (amount !== undefined) award.released = 0n;
  } else if (award.status !== 'approved') {
    award.status = outcome;
  } else if (outcome === 'rejected') {
    award.variation = undefined;
  }
}

/** A payment taken back is owed again, also by an award that was closed; but not where ratification was refused. */
function reversed({ movement: place, on, by }: CommandTo<'reverse'>, model: Model): void {
  const movement = model.movements[place];
  const award = movement && model.awards[movement.award];
  if (movement === undefined || award === undefined) return;
  movement.reversedOn = on;
  award.handlers.add(by);
  award.lastMovedOn = latest(award.lastMovedOn, on);
  if (movement.kind === 'refund') return;
  if (award.action?.status === 'refused') award.released += movement.amount;
  else award.status = 'approved';
}
