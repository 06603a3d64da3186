import { type FinancialYear, nearestDayIn } from '../financial-year.ts';
import type { FunderBody } from '../funder/funder.ts';
import type { Decide } from '../ledger/decision.ts';
import { record } from '../ledger/decision.ts';
import { onlyOne } from '../ledger/records.ts';
import { assertRevision, assertRevisionGiven, type Expected } from '../ledger/revision.ts';
import { meetingOf } from '../meeting/at-meeting.ts';
import type { PlainDate } from '../plain-date.ts';
import { refuse } from '../refusal.ts';
import { assertSameNames } from '../year-end/in-open-years.ts';
import type { PartnershipCreated } from './partnership.ts';
import type { PrioritiesBody } from './priorities.ts';
import { governanceOf } from './terms-in-force.ts';
import type { TermsBody } from './terms-of-reference.ts';

/** Starts a partnership's journal. Its quorum becomes its first terms of reference. */
export const createPartnership = (facts: PartnershipCreated): Decide =>
  function* (view, { today }) {
    yield [record('partnership', onlyOne)];
    if (view.get('partnership', onlyOne) !== undefined) {
      refuse({ code: 'already-exists', subject: 'partnership', id: facts.id });
    }
    return { type: 'partnership-created', facts, effectiveOn: today, postings: [] };
  };

/**
 * Sets the terms of reference that are in force from a date until the next. They can't be changed for dates on or before
 * a meeting that relied on them.
 */
export const setTerms = (effectiveFrom: PlainDate, body: TermsBody, expected: Expected): Decide =>
  function* (view) {
    yield [record('partnership', onlyOne), record('terms', effectiveFrom), record('governance', onlyOne)];
    const { responsibleAuthorities } = view.partnership();
    assertRevision(view.get('terms', effectiveFrom), expected);
    const { termsReliedOn: reliedOn } = governanceOf(view);
    if (reliedOn !== undefined && effectiveFrom <= reliedOn) {
      refuse({ code: 'terms-relied-on', effectiveFrom, reliedOn });
    }
    const [quorum, authorities] = [body.quorum, responsibleAuthorities.length];
    if (quorum > authorities) refuse({ code: 'quorum-out-of-reach', quorum, authorities });
    return { type: 'terms-set', facts: { ...body, effectiveFrom }, effectiveOn: effectiveFrom, postings: [] };
  };

/** Sets the priorities of a year. The meeting that adopted them, where named, must be one of the partnership's. */
export const setPriorities = (financialYear: FinancialYear, body: PrioritiesBody, expected: Expected): Decide =>
  function* (view, { today }) {
    const { adoptedAtMeetingId: meetingId } = body;
    const meeting = meetingId === undefined ? [] : [record('meeting', meetingId)];
    yield [record('partnership', onlyOne), record('priorities', financialYear), ...meeting];
    view.partnership();
    assertRevisionGiven(view.get('priorities', financialYear), expected);
    if (meetingId !== undefined) meetingOf(view, meetingId);
    assertRevision(view.get('priorities', financialYear), expected);
    const effectiveOn = nearestDayIn(financialYear, today);
    return { type: 'priorities-set', facts: { ...body, financialYear }, effectiveOn, postings: [] };
  };

/** Names a funder: a new one, or one whose name changes while its id stays. */
export const nameFunder = (id: string, body: FunderBody, expected: Expected): Decide =>
  function* (view, { today }) {
    yield [record('partnership', onlyOne), record('funder', id)];
    view.partnership();
    const before = view.get('funder', id);
    assertRevision(before, expected);
    if (before !== undefined) assertSameNames(view, before, body);
    return { type: 'funder-named', facts: { ...body, id }, effectiveOn: today, postings: [] };
  };
