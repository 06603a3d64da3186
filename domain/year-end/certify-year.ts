import { endOf, type FinancialYear } from '../financial-year.ts';
import { type Decide, entryAt, fundLedger, record } from '../ledger/decision.ts';
import { mirrored } from '../ledger/posting.ts';
import { onlyOne } from '../ledger/records.ts';
import { found, refuse } from '../refusal.ts';
import type { CertificationBody, ReopeningBody } from './year.ts';

/** The statement as it stands at the journal's head, and the document that is kept of it. */
export type Prepared = {
  readonly knownAt: number;
  readonly statementHash: string;
  readonly documentHash: string;
  readonly version: number;
};

/**
 * The chief finance officer signs the statement of a closed year, over the hash of what was read. Whoever closed the year
 * doesn't certify it.
 */
export const certifyYear = (year: FinancialYear, body: CertificationBody, prepared: Prepared): Decide =>
  function* (view, { by }) {
    yield [record('partnership', onlyOne), record('year', year)];
    view.partnership();
    const { status, closing, versions } = view.get('year', year) ?? { status: 'open', versions: [] };
    if (status === 'open' || closing === undefined) refuse({ code: 'year-not-closed', financialYear: year });
    if (status === 'certified') {
      refuse({ code: 'already-exists', subject: 'certified version of', id: `${year}, version ${versions.length}` });
    }
    if (closing.closedBy === by.subject) {
      refuse({ code: 'separation-of-duties', because: 'You closed this year, so somebody else certifies it.' });
    }
    if (body.statementHash !== prepared.statementHash) refuse({ code: 'stale-statement', financialYear: year });
    return {
      type: 'year-certified',
      facts: { ...body, ...prepared, financialYear: year },
      effectiveOn: endOf(year),
      postings: [],
    };
  };

/** Opens a closed year again, with a reason; what closing it posted is taken back. Certified versions stay. */
export const reopenYear = (year: FinancialYear, body: ReopeningBody): Decide =>
  function* (view) {
    yield [record('partnership', onlyOne), record('year', year)];
    const { closedYears } = view.partnership();
    const { closing } = view.get('year', year) ?? {};
    if (closing === undefined) return refuse({ code: 'year-not-closed', financialYear: year });
    const later = closedYears.find((one) => one > year);
    if (later !== undefined) refuse({ code: 'later-year-closed', financialYear: year, later });
    yield [entryAt(closing.sequence)];
    const closed = found(view.entry(closing.sequence), 'journal entry', String(closing.sequence));
    yield [...new Set(closed.postings.map(({ fundId }) => fundId))].map(fundLedger);
    return {
      type: 'year-reopened',
      facts: { ...body, financialYear: year },
      effectiveOn: endOf(year),
      postings: closed.postings.map((posting) => mirrored(posting, closed.effectiveOn, closed.effectiveOn)),
      reverses: closing.sequence,
    };
  };
