import { describe, expect, it } from 'vitest';
import { LedgerState } from '../../../domain/ledger/ledger-state.ts';
import { change } from '../../../domain/ledger/records.ts';
import { fundBody } from '../../builders.ts';
import { today } from '../test-ledger.ts';

const fund = { ...fundBody(), openedOn: today };
const balance = (fundId: string) => ({ fundId, financialYear: '2017-18', amounts: {} });

describe('a ledger that is complete', () => {
  it('knows that what is not at hand does not exist', () => {
    const state = new LedgerState('complete');

    expect([state.get('fund', 'a'), state.balancesOf('a'), state.entry(1)]).toEqual([undefined, [], undefined]);
  });

  it('keeps the balances of funds with like names apart', () => {
    const state = new LedgerState('complete');
    for (const id of ['tru', 'tru-cam']) state.apply([change('balance', `${id}/2017-18/`, balance(id))]);

    expect(state.balancesOf('tru')).toEqual([balance('tru')]);
  });
});

describe('a ledger that is partial', () => {
  it('refuses to say what nobody looked up', () => {
    const state = new LedgerState('partial');

    expect(() => state.get('fund', 'a')).toThrow('read before it was looked up: fund a');
    expect(() => state.get('balance', 'a/2017-18/')).toThrow('read before it was looked up');
    expect(() => state.balancesOf('a')).toThrow('read before they were looked up: balances of a');
  });

  it('knows what was looked up, there or not', () => {
    const state = new LedgerState('partial');
    state.noteLookUp('fund', 'a');
    state.noteLookUp('balance', 'a');

    expect([state.get('fund', 'a'), state.get('balance', 'a/2017-18/'), state.balancesOf('a')]).toEqual([
      undefined,
      undefined,
      [],
    ]);
    expect(state.knows('fund', 'b')).toBe(false);
  });

  it('knows what it holds, but not that one balance of a fund is all', () => {
    const state = new LedgerState('partial');

    state.apply([change('fund', fund.id, fund), change('balance', 'a/2017-18/', balance('a'))]);

    expect(state.get('fund', fund.id)).toEqual(fund);
    expect(() => state.balancesOf('a')).toThrow('looked up');
  });
});
