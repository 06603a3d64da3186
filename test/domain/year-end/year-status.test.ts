import { describe, expect, it } from 'vitest';
import { agree } from '../../builders.ts';
import { certify, close, reopen, returned } from '../../year-end-builders.ts';
import { plain, recomputed, statementOf } from '../statement/statements.ts';
import type { TestLedger } from '../test-ledger.ts';
import { spentLedger } from './situations.ts';

const year = '2017-18';
const standing = ({ status, version }: ReturnType<typeof statementOf>) => [status, version];

/** Open, closed, certified, open, closed, certified again; and after each of these, where the journal ended. */
function through(): { ledger: TestLedger; grantId: string; at: number[] } {
  const { ledger, grantId } = spentLedger();
  const at = [ledger.entries.length];
  for (let time = 0; time < 2; time += 1) {
    close(ledger, year, returned(grantId, '600.00'));
    at.push(ledger.entries.length);
    certify(ledger, year);
    at.push(ledger.entries.length);
    if (time === 0) {
      reopen(ledger, year);
      at.push(ledger.entries.length);
    }
  }
  return { ledger, grantId, at };
}

describe('where a year stands', () => {
  it('is said by the statement as the journal stood at any entry', () => {
    const { ledger, at } = through();

    const said = at.map((knownAt) => standing(recomputed(ledger, year, '2018-03-31', knownAt)));

    expect(said).toEqual([
      ['open', null],
      ['closed', null],
      ['certified', 1],
      ['open', null],
      ['closed', null],
      ['certified', 2],
    ]);
  });

  it('is said by the statement of any day of the year, before whose end nothing was returned', () => {
    const { ledger } = through();

    const [before, last] = ['2018-03-30', '2018-03-31'].map((day) => plain(recomputed(ledger, year, day)));

    expect(before).toMatchObject({ status: 'certified', version: 2, asOf: '2018-03-30', totals: { returned: '0.00' } });
    expect(before?.funds[0]?.disposals).toEqual([]);
    expect(last).toMatchObject({ status: 'certified', totals: { returned: '600.00' } });
    expect(last?.funds[0]?.disposals).toHaveLength(1);
  });

  it('is no other year’s', () => {
    const { ledger } = through();

    expect(standing(statementOf(ledger, '2018-19'))).toEqual(['open', null]);
    expect(standing(statementOf(ledger, '2016-17'))).toEqual(['open', null]);
  });

  it('is the same by kept records and by the journal alone, to the byte', () => {
    const { ledger } = through();

    for (const one of [year, '2018-19'])
      expect(JSON.stringify(recomputed(ledger, one, statementOf(ledger, one).asOf))).toBe(
        JSON.stringify(statementOf(ledger, one)),
      );
  });

  it('leaves the answer for a past entry as it was, whatever comes after', () => {
    const { ledger, at } = through();
    const answers = (): string[] =>
      at.flatMap((knownAt) =>
        ['2017-12-31', '2018-03-31'].map((day) => JSON.stringify(recomputed(ledger, year, day, knownAt))),
      );
    const before = answers();

    reopen(ledger, year);
    agree(ledger, { title: 'Forgotten' });

    expect(answers()).toEqual(before);
  });
});
