import { today } from '../test-ledger.ts';
import type { Command } from './commands.ts';
import { type Event, eventsOf, type Figure, worth } from './events.ts';
import { pence, sum } from './pence.ts';
import { yearOf } from './year.ts';

export type ModelGrant = {
  readonly id: string;
  readonly fundId: string;
  readonly effectiveOn: string;
  gross: bigint;
  topSliced: bigint;
  received: bigint;
  laterTopSlices: number;
  isReversed: boolean;
  readonly variations: { readonly sequence: number; readonly on: string; readonly before: bigint }[];
  readonly conditions: (number | undefined)[];
};

type Recorded = {
  readonly command: Command;
  readonly on: string;
  readonly id: string;
  readonly events: readonly Event[];
};

/** What the rules of domain.md make of accepted commands, worked out without any of the domain's code. */
export class Model {
  readonly grants = new Map<string, ModelGrant>();
  readonly events: Event[] = [];
  readonly recorded = new Map<number, Recorded>();
  readonly reversed = new Set<number>();
  readonly opened = new Set<string>();
  readonly references = new Map<
    string,
    { readonly amount: bigint; readonly total: string | undefined; readonly sequence: number }[]
  >();
  sequence: number;

  constructor(sequence: number) {
    this.sequence = sequence;
  }

  grantAt(place: number): ModelGrant | undefined {
    // The last place stands for a grant that is nowhere.
    return place === 19 ? undefined : [...this.grants.values()].at(place % Math.max(1, this.grants.size));
  }

  dateOf(sequence: number): string | undefined {
    const on = this.recorded.get(sequence)?.on;
    return on === undefined || on > today ? undefined : on;
  }

  outstanding({ gross, topSliced, received }: ModelGrant): bigint {
    return gross - topSliced - received;
  }

  /** What a grant still brings, at the end of each year from a day on, or from when it counts. */
  receivable({ id, effectiveOn }: ModelGrant, day: string, events: readonly Event[] = this.events): bigint[] {
    const own = events.filter(({ grantId, figure }) => grantId === id && figure === 'receivable');
    return this.yearsFrom('', day > effectiveOn ? day : effectiveOn, own).map((year) =>
      sum(own.filter(({ on }) => yearOf(on) <= year).map(({ amount }) => amount)),
    );
  }

  lowestReceivable(grant: ModelGrant, day: string): bigint {
    const least = this.receivable(grant, day).reduce((one, next) => (next < one ? next : one));
    return least > 0n ? least : 0n;
  }

  /** Since when a fund has an opening balance that stands. */
  openedOn(fundId: string): string | undefined {
    const isOpening = ([sequence, { command }]: [number, Recorded]): boolean =>
      command.act === 'open' && command.fundId === fundId && !this.reversed.has(sequence);
    return [...this.recorded].find(isOpening)?.[1].on;
  }

  wasOpened(fundId: string): boolean {
    return [...this.recorded.values()].some(({ command }) => command.act === 'open' && command.fundId === fundId);
  }

  grossAfter({ gross, topSliced, received }: ModelGrant, change: string, isUplift: boolean): bigint {
    const changed = isUplift ? gross + pence(change) : gross - pence(change);
    return changed > 0n ? changed : topSliced + received + 1n;
  }

  /** What is free at the end of a year, of a fund or of one grant's named money. */
  free(fundId: string, year: string, grantId?: string, events: readonly Event[] = this.events): bigint {
    const own = events.filter(
      (event) => event.fundId === fundId && (grantId === undefined || event.grantId === grantId),
    );
    return worth(own.filter(({ on }) => yearOf(on) <= year));
  }

  yearsFrom(fundId: string, date: string, events: readonly Event[] = this.events): string[] {
    const later = events.filter((event) => fundId === '' || event.fundId === fundId).map(({ on }) => yearOf(on));
    return [yearOf(date), ...later.filter((year) => year > yearOf(date))];
  }

  lowest(fundId: string, date: string, grantId?: string): bigint {
    const [first = 0n, ...others] = this.yearsFrom(fundId, date).map((year) => this.free(fundId, year, grantId));
    return others.reduce((least, next) => (next < least ? next : least), first);
  }

  /** What was owed when the partnership joined, and still is at the end of a year and of every later one. */
  open(fundId: string, figure: Figure, date: string): bigint {
    const own = this.events.filter((event) => event.fundId === fundId && event.grantId === undefined);
    const [first = 0n, ...others] = this.yearsFrom(fundId, date).map((year) =>
      sum(own.filter((event) => event.figure === figure && yearOf(event.on) <= year).map(({ amount }) => amount)),
    );
    const least = others.reduce((one, next) => (next < one ? next : one), first);
    return least > 0n ? least : 0n;
  }

  /** Takes note of a command that was accepted. */
  record(command: Command, id: string): void {
    this.sequence += 1;
    const events = eventsOf(command, id, this);
    const on = command.act === 'reverse' ? command.on : (events[0]?.on ?? ('on' in command ? command.on : ''));
    this.recorded.set(this.sequence, { command, on: dateFor(command, on), id, events });
    this.events.push(...events);
    this.#apply(command, id);
  }

  #apply(command: Command, id: string): void {
    const grant = 'grantId' in command && command.grantId !== undefined ? this.grants.get(command.grantId) : undefined;
    if (command.act === 'agree') this.#agree(command, id);
    if (command.act === 'open') this.opened.add(command.fundId);
    if (command.act === 'receive' || command.act === 'receive-owed') this.#use(command);
    if (command.act === 'reverse') this.#undo(command.sequence);
    if (grant === undefined) return;
    if (command.act === 'receive') grant.received += pence(command.amount);
    if (command.act === 'meet-condition') grant.conditions[command.number - 1] = this.sequence;
    if (command.act === 'top-slice') {
      grant.topSliced += pence(command.amount);
      grant.laterTopSlices += 1;
    }
    if (command.act === 'vary') {
      grant.variations.push({ sequence: this.sequence, on: command.on, before: grant.gross });
      grant.gross = pence(command.gross);
    }
  }

  #agree(command: Command & { act: 'agree' }, id: string): void {
    this.grants.set(id, {
      id,
      fundId: command.fundId,
      effectiveOn: this.recorded.get(this.sequence)?.on ?? '',
      gross: pence(command.gross),
      topSliced: pence(command.topSlice ?? '0'),
      received: 0n,
      laterTopSlices: 0,
      isReversed: false,
      variations: [],
      conditions: Array.from({ length: command.conditionCount }, () => undefined),
    });
  }

  #use({ bankReference, bankTotal, amount }: Command & { act: 'receive' | 'receive-owed' }): void {
    const key = bankReference.trim().toUpperCase();
    const movement = { amount: pence(amount), total: bankTotal, sequence: this.sequence };
    this.references.set(key, [...(this.references.get(key) ?? []), movement]);
  }

  #undo(sequence: number): void {
    this.reversed.add(sequence);
    const { command, id } = this.recorded.get(sequence) as Recorded;
    const grant = this.grants.get('grantId' in command && command.grantId !== undefined ? command.grantId : id);
    for (const [key, all] of this.references)
      this.references.set(
        key,
        all.filter((one) => one.sequence !== sequence),
      );
    if (command.act === 'open') this.opened.delete(command.fundId);
    if (grant === undefined) return;
    if (command.act === 'agree') grant.isReversed = true;
    if (command.act === 'receive') grant.received -= pence(command.amount);
    if (command.act === 'meet-condition') grant.conditions[command.number - 1] = undefined;
    if (command.act === 'vary') grant.gross = grant.variations.pop()?.before ?? grant.gross;
    if (command.act === 'top-slice') {
      grant.topSliced -= pence(command.amount);
      grant.laterTopSlices -= 1;
    }
  }
}

const dateFor = (command: Command, on: string): string =>
  command.act === 'note-shared-fund' ? `${command.year.slice(0, 4)}-04-01` : on;
