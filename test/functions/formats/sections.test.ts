import { describe, expect, it } from 'vitest';
import { Money } from '../../../domain/money.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { entryRuns, few } from '../../../functions/statements/formats/names.ts';
import type { Section } from '../../../functions/statements/formats/section.ts';
import { sectionsOf } from '../../../functions/statements/formats/sections.ts';
import { amountsIn, amountsOf } from './amounts.ts';
import { certified, closedExample, everything, workedExample } from './example-statements.ts';

const statements: [string, () => YearEndStatement][] = [
  ['the worked example', () => workedExample().statement],
  ['both its years closed', closedExample],
  ['a statement with everything', everything],
];

const section = (sections: readonly Section[], id: string): Section =>
  sections.find((one) => one.id === id) ?? expect.unreachable();

/** The cells of a column, as text. */
const column = (one: Section, id: string): (string | null)[] => {
  const place = one.columns.findIndex((own) => own.id === id);
  return one.rows.map((row) => (row[place] === null || row[place] === undefined ? null : String(row[place])));
};

/** Exceptions have one column for what each is about. */
const renamed = new Set(['uncommitted', 'unspent', 'difference']);

describe.each(statements)('the sections of %s', (_, make) => {
  const statement = make();
  const sections = sectionsOf(statement);

  it('hold every amount of the statement, in the column of its name', () => {
    const placed = amountsOf(sections);
    const missing = amountsIn(statement).filter(
      ({ member, amount }) =>
        !placed.some((own) => own.amount === amount && (own.column === member || renamed.has(member))),
    );

    expect(amountsIn(statement).length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('sum up to the totals of the statement', () => {
    const { totals } = statement;
    const { netIncome: _net, received, ...position } = totals;
    const usage = section(sections, 'grant-usage').totals ?? {};

    for (const id of ['funds', 'position', 'summary']) {
      const { totals: own = {} } = section(sections, id);
      expect(Object.entries(own).filter(([figure]) => figure in position)).not.toEqual([]);
      for (const [figure, amount] of Object.entries(own)) {
        if (figure in totals) expect(amount).toEqual(totals[figure as keyof typeof totals]);
      }
    }
    expect(section(sections, 'grants').totals?.['receivedInYear']).toEqual(received);
    expect([usage['openingUnspent'], usage['spentInYear'], usage['closingUnspent']]).toEqual([
      totals.openingBalance,
      totals.expenditure,
      totals.closingBalance,
    ]);
  });

  it('come to their totals column by column', () => {
    for (const { columns, rows, totals = {} } of sections) {
      const summed = columns.flatMap(({ id }, place) => {
        const cells = rows.map((row) => row[place] ?? null).filter((cell) => cell instanceof Money);
        return id in totals ? [[id, Money.sum(cells)]] : [];
      });
      expect(Object.fromEntries(summed)).toEqual(totals);
    }
  });

  it('have results that their other columns come to', () => {
    for (const { columns, rows } of sections) {
      for (const row of rows) {
        const of = (id: string): Money => {
          const cell = row[columns.findIndex((one) => one.id === id)];
          return cell instanceof Money ? cell : expect.unreachable(id);
        };
        for (const { id, sum } of columns) {
          if (sum === undefined) continue;
          expect(Money.sum(sum.plus.map(of)).minus(Money.sum(sum.minus.map(of)))).toEqual(of(id));
        }
      }
    }
  });

  it('give a column the same kind in every section, and a section columns of different names', () => {
    const kinds = Map.groupBy(
      sections.flatMap(({ columns }) => columns),
      ({ id }) => id,
    );

    expect([...kinds.values()].filter((same) => new Set(same.map(({ kind }) => kind)).size > 1)).toEqual([]);
    for (const { columns } of sections) expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
  });

  it('have titles that fit on the tab of a sheet, each once', () => {
    const titles = sections.map(({ title }) => title);

    expect(titles.filter((title) => title.length > 31)).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('say nothing of what is undefined', () => {
    expect(JSON.stringify(sections)).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('the summary by fund', () => {
  const summary = section(sectionsOf(closedExample()), 'summary');

  it('tells what was spent on awards from what was spent directly', () => {
    expect(column(summary, 'approved')).toEqual(['6500.00', '0.00']);
    expect(column(summary, 'paid')).toEqual(['6500.00', '0.00']);
    expect(column(summary, 'direct')).toEqual(['5000.00', '0.00']);
  });

  it('names the authority for what is carried forward, and leaves no variance once the year is closed', () => {
    expect(column(summary, 'carriedForward')).toEqual(['0.00', '7000.00']);
    expect(column(summary, 'authority')).toEqual([null, 'PFCC letter of 12 March']);
    expect(column(summary, 'variance')).toEqual(['0.00', '0.00']);
  });

  it('has all that is left as variance while the year is open', () => {
    const open = section(sectionsOf(workedExample().statement), 'summary');

    expect(column(open, 'variance')).toEqual(['1027.00', '7000.00']);
  });

  it('pays on awards what the awards of the fund say', () => {
    const statement = everything();
    const paid = statement.funds.map(({ fundId }) => {
      const own = statement.awards.filter((award) => award.fundId === fundId);
      return Money.sum(own.map((award) => award.paidInYear.minus(award.refundedInYear))).text;
    });

    expect(paid).toContain('299.99');
    expect(column(section(sectionsOf(statement), 'summary'), 'paid')).toEqual(paid);
  });
});

describe('which sections there are', () => {
  const ids = (statement: YearEndStatement) => sectionsOf(statement).map(({ id }) => id);

  it('depends on what there is to say', () => {
    expect(ids(workedExample().statement)).toEqual([
      'statement',
      'totals',
      'totals-position',
      'summary',
      'funds',
      'position',
      'grants',
      'grant-usage',
      'top-slices',
      'awards',
      'expenditure',
      'shared-funds',
      'shared-fund-areas',
      'exceptions',
      'notes',
      'proof',
    ]);
    expect(ids(everything())).toEqual(expect.arrayContaining(['chairs-action', 'earlier-approvals', 'changes']));
    expect(ids(closedExample())).toContain('disposals');
  });

  it('has changes only where a version has one before it', () => {
    const statement = closedExample();

    expect(ids(certified(statement))).not.toContain('changes');
    expect(section(sectionsOf(certified(statement, 2, [])), 'changes').none).toBe('Nothing has changed.');
  });
});

describe('changes since the version before', () => {
  it('are amounts where figures changed, and text elsewhere', () => {
    const changes = section(sectionsOf(everything()), 'changes');
    const place = changes.columns.findIndex(({ id }) => id === 'before');

    expect(changes.rows.map((row) => row[place])).toEqual([Money.parse('100.00'), Money.parse('12.00'), '9.10']);
    expect(column(changes, 'difference')).toEqual(['45.50', '-24.00', null]);
    expect(column(changes, 'entries')).toEqual(['12', '12', '3–5, 9']);
  });
});

describe('notes', () => {
  it('stand once, with the lines they are of and the entries that say them', () => {
    const { statement } = workedExample();
    const notes = section(sectionsOf(statement), 'notes');

    expect(new Set(column(notes, 'note')).size).toBe(notes.rows.length);
    expect(column(notes, 'of').at(-1)).toMatch(/^Anti-social behaviour.*; and 3 more$/);
    expect(column(notes, 'entries').every((entries) => entries !== null)).toBe(true);
  });
});

describe('what is too long to list', () => {
  it('is counted', () => {
    expect(few(['a', 'b', 'a', 'c', 'd', 'e'])).toBe('a; b; c; and 2 more');
    expect(few([])).toBeNull();
    expect(entryRuns([9, 3, 1, 2, 7, 8], 1)).toBe('1–3 and 3 more');
    expect(entryRuns([])).toBeNull();
  });
});
