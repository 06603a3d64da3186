import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { nameFunder } from '../../../domain/partnership/set-up.ts';
import { changesBetween } from '../../../domain/statement/compare-statements.ts';
import { agree, expenditureBody, ledgerWith, reverse } from '../../builders.ts';
import type { TestLedger } from '../test-ledger.ts';
import { maldon } from './maldon.ts';
import { plain, statementOf } from './statements.ts';

type Example = ReturnType<typeof maldon>;

/** What some work changes in the statement of 2017-18. */
function changedBy(work: (example: Example) => unknown, year = '2017-18') {
  const example = maldon();
  const { ledger } = example;
  const [before, from] = [statementOf(ledger, year), ledger.entries.length];
  work(example);
  return plain(changesBetween(plain(before), statementOf(ledger, year), ledger.entries.slice(from)));
}

const spend = (ledger: TestLedger, fields: Parameters<typeof expenditureBody>[0]) =>
  ledger.run(recordExpenditure(expenditureBody(fields)));

describe('what changed between two statements', () => {
  it('is nothing where nothing did', () => {
    expect(changedBy(() => undefined)).toEqual([]);
  });

  it('is nothing where the work was in another year', () => {
    expect(changedBy(({ ledger }) => agree(ledger, { financialYear: '2018-19', agreedOn: '2018-04-02' }))).toEqual([]);
  });

  it('names each figure with the entry that caused it', () => {
    const next = maldon().ledger.entries.length + 1;

    const changes = changedBy(({ ledger }) => spend(ledger, { amount: '45.50' }));

    const figures = changes
      .filter(({ section }) => section === 'funds')
      .map(({ figure, before, after, difference, entries }) => [figure, before, after, difference, entries]);
    expect(figures).toEqual([
      ['expenditure', '5000.00', '5045.50', '45.50', [next]],
      ['closingBalance', '7527.00', '7481.50', '-45.50', [next]],
      ['uncommitted', '7527.00', '7481.50', '-45.50', [next]],
      ['cash', '7527.00', '7481.50', '-45.50', [next]],
    ]);
    expect([...new Set(changes.map(({ section, id }) => `${section} ${id}`.trim()))]).toEqual([
      'funds partnership-fund',
      expect.stringMatching(/^grants /),
      'expenditure partnership-fund/partnership-posts',
      'totals',
    ]);
    expect(changes.flatMap(({ entries }) => entries)).toEqual(changes.map(() => next));
  });

  it('leaves out entries that posted elsewhere', () => {
    const changes = changedBy(({ ledger }) => {
      spend(ledger, { amount: '10.00', category: 'training' });
      spend(ledger, { amount: '20.00' });
    });

    const [first, second] = [maldon().ledger.entries.length + 1, maldon().ledger.entries.length + 2];
    const lines = changes
      .filter(({ section }) => section === 'expenditure')
      .map(({ id, before, entries }) => [id, before, entries]);
    expect(lines).toEqual([
      ['partnership-fund/partnership-posts', '5000.00', [second]],
      ['partnership-fund/training', null, [first]],
    ]);
  });

  it('names a line that is gone, and what took it away', () => {
    const changes = changedBy(({ ledger }) => {
      const spent = ledger.entries.find(({ type }) => type === 'expenditure-recorded') ?? expect.unreachable();
      reverse(ledger, spent, '2018-03-29');
    });

    const [gone] = changes.filter(({ section }) => section === 'expenditure');
    expect(gone).toMatchObject({ figure: 'amount', before: '5000.00', after: null, difference: '-5000.00' });
    expect(gone?.entries).toHaveLength(1);
  });

  it('names what an unmet condition’s unspent money rests on', () => {
    const ledger = ledgerWith();
    agree(ledger, { conditions: ['A report by June.'] });
    const before = plain(statementOf(ledger, '2017-18'));
    const { sequence } = spend(ledger, { amount: '45.50' });

    const changes = plain(changesBetween(before, statementOf(ledger, '2017-18'), ledger.entries.slice(-1)));

    const unmet = changes.filter(({ section }) => section === 'exceptions');
    expect(unmet.map(({ figure, difference, entries }) => [figure, difference, entries])).toEqual([
      ['detail', undefined, [sequence]],
      ['unspent', '-45.50', [sequence]],
    ]);
  });

  it('names words that changed, with the entry that speaks of their line', () => {
    const changes = changedBy(({ ledger }) => {
      const names = [{ name: 'A new name of the funder' }];
      ledger.run(nameFunder('essex-pcc', { names }, ledger.get('funder', 'essex-pcc').revision));
    });

    expect(changes.length).toBeGreaterThan(0);
    expect([...new Set(changes.map(({ figure }) => figure))]).toEqual(['funder']);
    expect(changes.flatMap(({ entries }) => entries)).toEqual(changes.map(() => maldon().ledger.entries.length + 1));
  });
});
