import { describe, expect, it } from 'vitest';
import { act, ledgerWithMoney } from '../../award-builders.ts';
import { Archive } from './certified.ts';
import { filesOf } from './packs.ts';
import { bytesOf, changed, type Json, jsonIn, rehashed } from './tampering.ts';
import { ledgerThatTells } from './told-facts.ts';
import { verdictOn } from './verifying.ts';

const good = filesOf(ledgerThatTells(), '2017-18', new Archive());
const statement = jsonIn(good, 'statement.json');
const isWrong = (what: string) => ({ code: 1, told: expect.stringContaining(`statement.json, ${what}`) });
const withStatement = (change: Json) =>
  changed(good, { 'statement.json': bytesOf(rehashed({ ...statement, ...change })) });
const { funds, sharedFunds, exceptions, notes, partnership } = statement;

describe('what a statement in a pack says beside figures', () => {
  it('agrees with the facts of the journal', async () => {
    expect(await verdictOn(good)).toEqual({ code: 0, told: expect.stringContaining('Everything agrees.') });
    expect(sharedFunds).toMatchObject([
      { title: 'Shares stated', shares: 'stated', statedSharesDifference: '-10.00' },
      { title: 'Shares stated in part', shares: 'partly-stated' },
    ]);
    expect(notes.map(({ note }: Json) => note)).toEqual(['As the letter says.', 'Twice.']);
    expect(exceptions.map(({ code, condition }: Json) => [code, condition])).toEqual([
      ['condition-unmet', 2],
      ['condition-unmet', 3],
      ['stated-total-differs', undefined],
      ['ratification-refused-paid', undefined],
    ]);
  });

  it.each<[string, number]>(exceptions.map(({ code }: Json, place: number) => [code, place]))(
    'tells of every exception that there is, once: %s',
    async (code, place) => {
      const missing = withStatement({ exceptions: exceptions.toSpliced(place, 1) });
      const twice = withStatement({ exceptions: [...exceptions, exceptions[place]] });

      expect(await verdictOn(missing)).toEqual(isWrong(`exceptions ${code}/`));
      expect(await verdictOn(twice)).toEqual(isWrong(`exceptions ${code}/`));
    },
  );

  it('tells how much the chair approved that nobody ratified in time', async () => {
    const ledger = ledgerWithMoney();
    const awardId = act(ledger);
    const files = filesOf(ledger, '2017-18', new Archive());
    const told = jsonIn(files, 'statement.json');
    const other = rehashed({ ...told, exceptions: [{ ...told.exceptions[0], amount: '4.00' }] });

    expect(await verdictOn(files)).toMatchObject({ code: 0 });
    expect(await verdictOn(changed(files, { 'statement.json': bytesOf(other) }))).toEqual(
      isWrong(`exceptions unratified/${awardId}, amount\n  expected: 400.00`),
    );
  });

  it.each<[string, Json]>([
    ['sharedFunds', { sharedFunds: sharedFunds.slice(1) }],
    ['sharedFunds', { sharedFunds: [...sharedFunds, { ...sharedFunds[0], id: 'another' }] }],
    ...['title', 'heldBy', 'shares', 'statedSharesDifference', 'financialYears'].map((name): [string, Json] => [
      `sharedFunds ${sharedFunds[0].id}, ${name}`,
      { sharedFunds: sharedFunds.with(0, { ...sharedFunds[0], [name]: 'other' }) },
    ]),
    ['funds tru-cam, keptUntil', { funds: funds.with(1, { ...funds[1], keptUntil: '2024-03-31' }) }],
    ['funds partnership-fund, keptUntil', { funds: funds.with(0, { ...funds[0], keptUntil: '2030-03-31' }) }],
    ...['name', 'hostAuthority', 'note'].map((name): [string, Json] => [
      'partnership',
      { partnership: { ...partnership, [name]: 'Another' } },
    ]),
    ['notes', { notes: notes.slice(1) }],
    ['notes', { notes: notes.with(0, { ...notes[0], note: 'Something else.' }) }],
    ['notes', { notes: notes.with(1, { ...notes[1], entries: notes[1].entries.slice(1) }) }],
  ])('says what they say, and all of it: %s (%#)', async (where, change) => {
    expect(await verdictOn(withStatement(change))).toEqual(isWrong(where));
  });
});
