import { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { Replay } from '../../../domain/ledger/replay.ts';
import { addDays } from '../../../domain/plain-date.ts';
import { canonicalText, digest } from '../../../functions/store/digest.ts';
import { asJson } from '../../domain/test-ledger.ts';
import { type Files, filesWith } from './packs.ts';
import { workedExample } from './worked-example.ts';

const repeated = new Set(['expenditure-recorded', 'award-paid', 'award-refunded']);

/**
 * A pack of so many entries: those of the worked example until its second year closes, and then its spending, payments
 * and refunds again and again, on every day of the rest of the year.
 */
export function longPack(length: number): Files {
  const { ledger, archive } = workedExample();
  const closing = ledger.entries.findLastIndex(({ type }) => type === 'year-reopened') - 2;
  const first = ledger.entries.slice(0, closing);
  const again = first.filter(({ type }) => repeated.has(type));
  const replay = new Replay();
  const lines: Buffer[] = [];
  const take = (entry: JournalEntry): void => {
    replay.add(entry);
    lines.push(Buffer.from(`${canonicalText(entry)}\n`));
  };
  first.forEach(take);
  while (lines.length < length) {
    const original = again[lines.length % again.length];
    if (original === undefined) break;
    const effectiveOn = addDays('2017-11-17', lines.length % 120);
    const { hash: _, ...entry } = { ...original, effectiveOn, ...after(replay) };
    take(JournalEntry.parse(asJson({ ...entry, hash: digest(entry) })));
  }
  return filesWith(Buffer.concat(lines), replay, '2017-18', archive);
}

function after({ state }: Replay): Pick<JournalEntry, 'sequence' | 'previousHash' | 'recordedAt'> {
  const { sequence = 0, hash = '', recordedAt = '' } = state.head ?? {};
  return { sequence: sequence + 1, previousHash: hash, recordedAt };
}
