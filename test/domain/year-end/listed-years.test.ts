import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { financialYearOf } from '../../../domain/financial-year.ts';
import { postedIn } from '../../../domain/ledger/posting.ts';
import { listedYears } from '../../../domain/year-end/listed-years.ts';
import { chair, decisionBody, nameOfficers, openMeetingOf, propose, scheduleOn, submit } from '../../award-builders.ts';
import { agree, ledgerWith, reverse } from '../../builders.ts';
import { certify, close, reopen, returned } from '../../year-end-builders.ts';
import { RandomAwards } from '../random-awards/random-awards.ts';
import { steps as awardSteps } from '../random-awards/steps.ts';
import { randomYears } from '../random-years/random-years.ts';
import { runs } from '../runs.ts';
import { maldon } from '../statement/maldon.ts';
import { type TestLedger, today } from '../test-ledger.ts';
import { spentLedger } from './situations.ts';

const year = '2017-18';
/** Of the day on which tests take place. */
const current = financialYearOf(today);
const yearsOf = ({ state }: TestLedger, on = today): string[] =>
  listedYears(state, on).map(({ financialYear }) => financialYear);
const standing = (ledger: TestLedger, of = year) =>
  listedYears(ledger.state, today).find(({ financialYear }) => financialYear === of);

/** A ledger with an award on the agenda of a meeting of 2016/17, and no money. */
function submittedAward() {
  const ledger = ledgerWith();
  nameOfficers(ledger);
  const meetingId = openMeetingOf(ledger, { heldOn: '2017-03-03' });
  return { ledger, meetingId, awardId: submit(ledger, meetingId) };
}

/** Worked out from the journal alone. */
function yearsInJournal({ entries }: TestLedger): string[] {
  const deciding = ['award-decided', 'chairs-action-taken', 'chairs-action-ratified'];
  const years = entries.flatMap(({ type, effectiveOn, postings }) => [
    ...postings.map((posting) => postedIn(posting, effectiveOn)),
    ...(type.startsWith('year-') || deciding.includes(type) ? [financialYearOf(effectiveOn)] : []),
  ]);
  return [...new Set([...years, current])].toSorted();
}

describe('the years of a partnership', () => {
  it('are today’s alone where nothing has happened yet', () => {
    const ledger = ledgerWith();

    expect(listedYears(ledger.state, today)).toEqual([{ financialYear: current, status: 'open', versions: 0 }]);
    expect(yearsOf(ledger, '2018-03-31')).toEqual([year]);
    expect(yearsOf(ledger, '2018-04-01')).toEqual([current]);
  });

  it('are those of the worked example and today’s, whatever lies between', () => {
    const { ledger } = maldon();

    expect(yearsOf(ledger)).toEqual(['2016-17', year, current]);
    expect(yearsOf(ledger, '2018-03-31')).toEqual(['2016-17', year]);
    expect(yearsOf(ledger, '2026-04-01')).toEqual(['2016-17', year, '2026-27']);
  });

  it('are in order, from the last century on', () => {
    const ledger = ledgerWith();
    for (const financialYear of ['2000-01', '1998-99', '1999-00']) agree(ledger, { financialYear });

    expect(yearsOf(ledger)).toEqual(['1998-99', '1999-00', '2000-01', current]);
  });

  it('stay where what was posted is taken back', () => {
    const ledger = ledgerWith();
    agree(ledger);
    const [entry] = ledger.entries.slice(-1);

    if (entry !== undefined) reverse(ledger, entry);

    expect(yearsOf(ledger)).toEqual([year, current]);
  });

  it('are those of grants agreed for a year to come, and not those of what is merely due or planned', () => {
    const ledger = ledgerWith();
    nameOfficers(ledger);
    agree(ledger, {
      fundingPeriod: { start: '2017-04-01', end: '2022-03-31' },
      instalments: { count: 5, firstDueOn: '2018-05-02', everyMonths: 12 },
    });
    propose(ledger, { period: { start: '2023-04-01', end: '2024-03-31' } });
    submit(ledger, scheduleOn(ledger, '2024-10-04'));

    expect(yearsOf(ledger)).toEqual([year, current]);
    agree(ledger, { financialYear: '2019-20' });
    expect(yearsOf(ledger)).toEqual([year, current, '2019-20']);
  });

  it.each([
    { what: 'approved without an amount', outcome: 'approved' as const },
    { what: 'rejected', outcome: 'rejected' as const },
    { what: 'deferred', outcome: 'deferred' as const },
  ])('are those in which an award was $what, which posts nothing', ({ outcome }) => {
    const { ledger, meetingId, awardId } = submittedAward();
    expect(yearsOf(ledger)).toEqual([current]);

    const entry = ledger.run(decideAward(awardId, decisionBody(meetingId, { outcome })), chair);

    expect(entry.postings).toEqual([]);
    expect(yearsOf(ledger)).toEqual(['2016-17', current]);
  });

  it('are those that were closed, also where there was nothing in them', () => {
    const ledger = ledgerWith();
    close(ledger, '2010-11');

    expect(listedYears(ledger.state, today)).toEqual([
      { financialYear: '2010-11', status: 'closed', versions: 0 },
      { financialYear: current, status: 'open', versions: 0 },
    ]);
  });

  it('say where each stands, and how many times it was certified', () => {
    const { ledger, grantId } = spentLedger();
    const told = [standing(ledger)];
    const then = (act: () => unknown) => {
      act();
      told.push(standing(ledger));
    };
    const closing = () => close(ledger, year, returned(grantId, '600.00'));

    then(closing);
    then(() => certify(ledger, year));
    then(() => reopen(ledger, year));
    then(closing);
    then(() => certify(ledger, year));

    const versions = [0, 0, 1, 1, 1, 2];
    const statuses = ['open', 'closed', 'certified', 'open', 'closed', 'certified'];
    expect(told).toEqual(statuses.map((status, place) => ({ financialYear: year, status, versions: versions[place] })));
    expect(standing(ledger, current)).toEqual({ financialYear: current, status: 'open', versions: 0 });
  });

  it('are those of the journal’s postings and decisions, and every grant’s own, in any history of closings', () => {
    fc.assert(
      fc.property(randomYears(), ({ ledger }) => {
        expect(yearsOf(ledger)).toEqual(yearsInJournal(ledger));
        const grants = [...ledger.state.all('grant').values()];
        expect(yearsOf(ledger)).toEqual(expect.arrayContaining(grants.map(({ financialYear }) => financialYear)));
      }),
      runs(20),
    );
  });

  it('are the same in any history of meetings and awards', () => {
    fc.assert(
      fc.property(awardSteps, (all) => {
        const random = new RandomAwards();
        for (const step of all) random.take(step);
        expect(yearsOf(random.ledger)).toEqual(yearsInJournal(random.ledger));
      }),
      runs(20),
    );
  });
});
