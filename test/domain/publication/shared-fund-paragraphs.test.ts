import { describe, expect, it } from 'vitest';
import { noteSharedFund } from '../../../domain/fund/open-fund.ts';
import { Money } from '../../../domain/money.ts';
import { NoteMarks } from '../../../domain/publication/note-marks.ts';
import { sharedFundParagraphs } from '../../../domain/publication/shared-fund-paragraphs.ts';
import { ledgerWith, reverse, sharedFundBody } from '../../builders.ts';

type Body = ReturnType<typeof sharedFundBody>;

const body = sharedFundBody();
const { areaCount: _, ...uncounted } = body;

function said(
  noted: Body,
  [from, to]: readonly [string, string] = ['2017-04-01', '2018-03-31'],
  reversedOn?: string,
): string[] {
  const ledger = ledgerWith();
  const entry = ledger.run(noteSharedFund(noted));
  if (reversedOn !== undefined) reverse(ledger, entry, reversedOn);
  const head = { sequence: 1, hash: '', recordedAt: '2018-06-30T09:00:00.000Z' };
  const rest = {
    view: ledger.state,
    before: [],
    atEnd: [],
    spending: [],
    exceptions: [],
    head,
    marks: new NoteMarks(),
  };
  return sharedFundParagraphs({ from, to, ...rest }).map(({ text }) => text);
}

describe('a fund held elsewhere', () => {
  it.each<[string, Body]>([
    ['to six areas, of which Chelmsford is one.', body],
    ['to two areas, of which A is one.', { ...body, areaCount: 2, areas: [{ name: 'A' }] }],
    ['to two areas: A and B.', { ...body, areaCount: 2, areas: [{ name: 'A' }, { name: 'B' }] }],
    ['to two areas: A and B.', { ...uncounted, areas: [{ name: 'A' }, { name: 'B' }] }],
    ['to three areas, of which A and B are some.', { ...body, areaCount: 3, areas: [{ name: 'A' }, { name: 'B' }] }],
    ['to six areas. It is held', { ...body, areas: [] }],
    ['for Essex. It is held', { ...uncounted, areas: [] }],
  ])('is made available %s', (text, noted) => {
    expect(said(noted)[0]).toContain(text);
  });

  it('has the shares that are stated, and makes none up', () => {
    const areas = [{ name: 'A', amount: Money.parse('5') }, { name: 'B' }];

    expect(said({ ...body, areas })[0]).toContain('The shares that are stated are: A £5.00.');
    expect(said(body)[0]).toContain('How it is divided between areas and years is not stated.');
  });

  it.each([
    ['2015-04-01', '2016-03-31', 0],
    ['2015-04-01', '2016-04-01', 1],
    ['2018-03-31', '2019-03-31', 1],
    ['2018-04-01', '2019-03-31', 0],
  ])('belongs to reports from %s to %s: %i', (from, to, count) => {
    expect(said(body, [from, to])).toHaveLength(count);
  });

  it('is gone once it is taken back', () => {
    const [from, to] = ['2016-04-01', '2018-06-30'];

    expect(said(body, [from, to], '2018-06-30')).toEqual([]);
    expect(said(body, [from, '2018-06-29'], '2018-06-30')).toHaveLength(1);
  });
});
