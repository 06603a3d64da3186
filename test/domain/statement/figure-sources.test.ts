import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previousYear } from '../../../domain/financial-year.ts';
import { debited } from '../../../domain/ledger/posting.ts';
import { postingsOf } from '../../../domain/ledger/posting-filter.ts';
import { Money } from '../../../domain/money.ts';
import {
  awardSources,
  type FigureSource,
  fundSources,
  totalSources,
} from '../../../domain/statement/figure-sources.ts';
import { RandomLedger } from '../random/random-ledger.ts';
import { steps } from '../random/steps.ts';
import { RandomAwards } from '../random-awards/random-awards.ts';
import { steps as awardSteps } from '../random-awards/steps.ts';
import { runs } from '../runs.ts';
import type { TestLedger } from '../test-ledger.ts';
import { statementOf } from './statements.ts';

const years = ['2016-17', '2017-18', '2018-19'];

/** What the postings behind a figure come to, as an amount without sign: accounts turn round what they show. */
function restsOn({ entries }: TestLedger, sources: readonly FigureSource[], year: string, of: object): string {
  const spans = { in: { postedIn: year }, to: { postedTo: year }, before: { postedTo: previousYear(year) } };
  const postings = sources.flatMap(({ accounts, span }) =>
    entries.flatMap((entry) => postingsOf(entry, { accounts, ...of, ...spans[span] })),
  );
  return unsigned(Money.sum(postings.map(debited)));
}

const unsigned = (amount: Money): string => amount.text.replace('-', '');

/** The figures of a line, and what they rest on, where the two differ. */
const differing = (ledger: TestLedger, year: string, line: object, sources: object, of: object): string[] =>
  Object.entries(sources).flatMap(([figure, those]: [string, readonly FigureSource[]]) => {
    const shown = unsigned((line as Record<string, Money>)[figure] ?? expect.unreachable(figure));
    const rest = restsOn(ledger, those, year, of);
    return shown === rest ? [] : [`${year} ${figure} ${shown}, and its postings come to ${rest}`];
  });

function unsupported(ledger: TestLedger): string[] {
  return years.flatMap((year) => {
    const { funds, totals, awards } = statementOf(ledger, year);
    const { received: _, ...sources } = totalSources;
    return [
      ...differing(ledger, year, totals, sources, {}),
      ...funds.flatMap((fund) => differing(ledger, year, fund, fundSources, { fundId: fund.fundId })),
      ...awards.flatMap((award) =>
        differing(ledger, year, award, { committed: awardSources.committed }, { awardId: award.awardId }),
      ),
    ];
  });
}

describe('the postings that a figure is the sum of', () => {
  it('come to the figure, for funds and totals of any history', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const random = new RandomLedger();
        for (const one of all) random.take(one);
        expect(unsupported(random.ledger)).toEqual([]);
      }),
      runs(10),
    );
  });

  it('come to the figure, for awards of any history', () => {
    fc.assert(
      fc.property(awardSteps, (all) => {
        const random = new RandomAwards();
        for (const one of all) random.take(one);
        expect(unsupported(random.ledger)).toEqual([]);
      }),
      runs(10),
    );
  });
});
