import type { JournalEntry } from '../ledger/journal-entry.ts';
import type { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { illustrativePart } from './illustrative.ts';

/** Money that went to a recipient, or came back from one and is less than nothing. */
export type Disbursement = {
  readonly id: string;
  readonly on: PlainDate;
  readonly amount: Money;
  readonly recordedAt: string;
};

export type AwardHistory = {
  /** Those that stand, by their entries: what was reversed is as if it had never been. */
  readonly disbursements: Map<number, Disbursement>;
  /** When each entry was recorded. */
  readonly recordedAt: Map<number, string>;
  lastRecordedAt: string;
  isIllustrative: boolean;
};

/** What the journal says of awards, entry by entry in its order, as far as the public is told. */
export class AwardHistories {
  readonly #byAward = new Map<string, AwardHistory>();

  get(awardId: string): AwardHistory | undefined {
    return this.#byAward.get(awardId);
  }

  add(awardId: string, entry: JournalEntry): void {
    const { sequence, recordedAt, facts } = entry;
    const history = this.#byAward.get(awardId) ?? empty();
    this.#byAward.set(awardId, history);
    history.recordedAt.set(sequence, recordedAt);
    history.lastRecordedAt = recordedAt;
    if (illustrativePart(facts.note) !== undefined) history.isIllustrative = true;
    const disbursement = disbursementIn(entry);
    if (disbursement !== undefined) history.disbursements.set(sequence, disbursement);
    if (entry.reverses !== undefined) history.disbursements.delete(entry.reverses);
  }
}

const empty = (): AwardHistory => ({
  disbursements: new Map(),
  recordedAt: new Map(),
  lastRecordedAt: '',
  isIllustrative: false,
});

function disbursementIn({ type, facts, recordedAt }: JournalEntry): Disbursement | undefined {
  if (type === 'award-paid') return { id: facts.id, on: facts.paidOn, amount: facts.amount, recordedAt };
  if (type !== 'award-refunded') return undefined;
  return { id: facts.id, on: facts.receivedOn, amount: facts.amount.negated(), recordedAt };
}
