import { endOf, type FinancialYear } from '../financial-year.ts';
import { type Decide, entryAt, fundLedger, record } from '../ledger/decision.ts';
import { mirrored } from '../ledger/posting.ts';
import { entryNoteId, onlyOne } from '../ledger/records.ts';
import { closedYearsOf } from '../partnership/partnership.ts';
import { found, refuse } from '../refusal.ts';
import type { CertificationBody, ReopeningBody, YearCertified } from './year.ts';

/** The statement as it stands at an entry of the journal, and the documents that are kept of it. */
export type Prepared = Pick<
  YearCertified,
  'knownAt' | 'statementHash' | 'documentHash' | 'documents' | 'version' | 'certifiedOn'
>;

// Enough for anybody; each stands in the year's record.
const mostVersions = 100;

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
      refuse({ code: 'already-exists', subject: 'certified version', id: `${year}, version ${versions.length}` });
    }
    if (closing.closedBy === by.subject) {
      refuse({ code: 'separation-of-duties', because: 'You closed this year, so somebody else certifies it.' });
    }
    // What was prepared before the journal went on may no longer be what stands.
    if (body.statementHash !== prepared.statementHash || prepared.knownAt !== view.head?.sequence) {
      refuse({ code: 'stale-statement', financialYear: year });
    }
    if (versions.length >= mostVersions) {
      refuse({ code: 'too-many', what: `certified versions of ${year}`, most: mostVersions });
    }
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
    const closedYears = closedYearsOf(view.partnership());
    const { closing } = view.get('year', year) ?? {};
    if (closing === undefined) return refuse({ code: 'year-not-closed', financialYear: year });
    const later = closedYears.find((one) => one > year);
    if (later !== undefined) refuse({ code: 'later-year-closed', financialYear: year, later });
    yield [entryAt(closing.sequence)];
    const closed = found(view.entry(closing.sequence), 'journal entry', String(closing.sequence));
    const note = record('entryNote', entryNoteId(year, closing.sequence));
    yield [note, ...[...new Set(closed.postings.map(({ fundId }) => fundId))].map(fundLedger)];
    return {
      type: 'year-reopened',
      facts: { ...body, financialYear: year },
      effectiveOn: endOf(year),
      postings: closed.postings.map((posting) => mirrored(posting, closed.effectiveOn, closed.effectiveOn)),
      reverses: closing.sequence,
    };
  };
