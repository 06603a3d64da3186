import { describe, expect, it } from 'vitest';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { Replay } from '../../../domain/ledger/replay.ts';
import { agree, ledgerWith, receiptBody } from '../../builders.ts';
import { maldon } from '../statement/maldon.ts';
import { asJson, type TestLedger } from '../test-ledger.ts';
import { recordsOf } from './verified.ts';

const replayed = (entries: TestLedger['entries'], until?: string): Replay => {
  const replay = new Replay(until);
  for (const entry of entries) replay.add(JournalEntry.parse(asJson(entry)));
  return replay;
};

describe('replaying a journal', () => {
  it('gives every record that was kept, and the head', () => {
    const { ledger } = maldon();

    const { state } = replayed(ledger.entries);

    expect(recordsOf(state)).toEqual(recordsOf(ledger.state));
    expect(state.head).toEqual(ledger.state.head);
  });

  it('up to a date leaves out what counts later, of one entry too', () => {
    const ledger = ledgerWith();
    const grantId = agree(ledger, { agreedOn: '2017-03-01' });
    ledger.run(recordReceipt(grantId, receiptBody({ receivedOn: '2017-03-20' })));

    const ids = (until: string) => [...replayed(ledger.entries, until).state.all('balance').keys()];

    const [earlier, later] = ['2016-17', '2017-18'].map((year) => `partnership-fund/${year}/${grantId}`);
    expect([ids('2017-03-19'), ids('2017-03-20'), ids('2017-04-01')]).toEqual([[], [earlier], [later, earlier]]);
  });

  it('lets through what is no refusal', () => {
    const { ledger } = maldon();
    const [entry = expect.unreachable()] = ledger.entries;
    const broken = { ...entry, postings: [{ ...entry.postings[0], debit: undefined }] } as unknown as JournalEntry;

    expect(() => new Replay().add(broken)).toThrow(TypeError);
  });

  it('stops where an entry rests on what no earlier entry made', () => {
    const { ledger } = maldon();
    const { entries } = ledger;

    expect(() => replayed(entries.filter(({ type }) => type !== 'grant-agreed'))).toThrow(
      'entry 6 rests on what no earlier entry made',
    );
  });
});
