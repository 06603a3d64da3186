import { afterEach, describe, expect, it, vi } from 'vitest';
import { YearEndStatement } from '../../../domain/statement/statement.ts';
import {
  fileNameOf,
  rendered,
  type StatementType,
  statementTypes,
} from '../../../functions/statements/formats/formats.ts';
import { asJson } from '../../domain/test-ledger.ts';
import { certified, closedExample, everything, workedExample } from './example-statements.ts';

describe('a statement in its forms', () => {
  afterEach(() => vi.useRealTimers());

  /** Made on a day. */
  async function madeOn(day: string, contentType: StatementType, statement: YearEndStatement): Promise<Buffer> {
    vi.useFakeTimers({ now: new Date(day), toFake: ['Date'] });
    return rendered(statement, contentType);
  }

  it.each(statementTypes)('has the same bytes whenever it is made as %s', async (contentType) => {
    const first = await madeOn('2018-07-01T08:00:00Z', contentType, everything());
    const second = await madeOn('2026-12-24T23:59:58Z', contentType, everything());

    expect(first.length).toBeGreaterThan(1000);
    expect(first.equals(second)).toBe(true);
  });

  // JSON has its members in the order in which a statement was made; it is itself what is kept.
  it.each(statementTypes.slice(1))('has the same bytes as %s after it was kept and read again', async (contentType) => {
    const { changes } = everything().integrity;
    const statement = certified(closedExample(), 2, changes);
    const again = YearEndStatement.parse(asJson(statement));

    expect((await rendered(again, contentType)).equals(await rendered(statement, contentType))).toBe(true);
  });

  it.each(statementTypes)('has other bytes as %s where a figure is other', async (contentType) => {
    const [open, closed] = [workedExample().statement, closedExample()];

    expect((await rendered(open, contentType)).equals(await rendered(closed, contentType))).toBe(false);
  });

  it('is JSON as it stands', async () => {
    const statement = everything();

    expect(JSON.parse((await rendered(statement, 'application/json')).toString())).toEqual(asJson(statement));
  });
});

describe('the name of a statement’s file', () => {
  const pdf = 'application/pdf';

  it('says whose it is, of which year, and how it stands', () => {
    expect(fileNameOf({ ...certified(closedExample()), isSigned: true }, pdf)).toBe('maldon-statement-2017-18-v1.pdf');
    expect(fileNameOf({ ...certified(closedExample()), isSigned: false }, pdf)).toBe(
      'maldon-statement-2017-18-unsigned.pdf',
    );
    expect(fileNameOf({ ...closedExample(), isSigned: false }, 'text/csv')).toBe('maldon-statement-2017-18-closed.csv');
    expect(fileNameOf({ ...workedExample().statement, isSigned: false }, 'text/html')).toBe(
      'maldon-statement-2017-18-draft.html',
    );
  });

  it('says up to when, where that is not the end of the year', () => {
    const statement = { ...workedExample().statement, asOf: '2017-10-31' };

    expect(fileNameOf({ ...statement, isSigned: false }, pdf)).toBe('maldon-statement-2017-18-to-2017-10-31-draft.pdf');
  });
});

describe('what is shown of a certified year without being the signed document', () => {
  it.each(['text/html', 'text/csv'] as const)('says so as %s, and never that it is certified', async (type) => {
    const { certification: _, ...integrity } = certified(closedExample()).integrity;
    const unsigned = { ...certified(closedExample()), integrity };

    const text = (await rendered(unsigned, type)).toString('utf8');

    if (type === 'text/html') expect(text).toContain('Not the signed document: version 1 is certified');
    expect(text).not.toContain('Certified: the figures of this statement');
    expect(text).not.toContain('Certified, version 1');
  });
});
