import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { code, data, date, type Field, integer, list, money, type Section, text, year } from './section.ts';

type Statement = YearEndStatement;
const certified = ({ integrity }: Statement) => integrity.certification;

/** Whose statement this is, of when, and who answers for it; most of it stands in a document's heading and certificate. */
export const statementSection = (statement: Statement): Section =>
  list({ id: 'statement', title: 'About this statement' }, about, statement);

const about: readonly Field<Statement>[] = [
  text('partnershipId', 'Partnership id', (s) => s.partnershipId, data),
  text('partnership', 'Partnership', (s) => s.partnership.name, data),
  text('hostAuthority', 'Money held by', (s) => s.partnership.hostAuthority),
  year('financialYear', 'Financial year', (s) => s.financialYear, data),
  date('asOf', 'Up to', (s) => s.asOf, data),
  code('status', 'Status', (s) => s.status, data),
  integer('version', 'Version', (s) => s.version, data),
  text('certifiedBy', 'Certified by', (s) => certified(s)?.name, data),
  text('certifiedAs', 'Role', (s) => certified(s)?.role, data),
  date('certifiedOn', 'Certified on', (s) => certified(s)?.certifiedOn, data),
  text('certificationNote', 'Note on certification', (s) => certified(s)?.note, data),
  text('basis', 'Basis', (s) => s.basis),
];

/** What ties the figures to the journal. */
export const proofSection = (statement: Statement): Section =>
  list(
    {
      id: 'proof',
      title: 'Proof',
      about:
        'The statement’s hash is SHA-256 over its figures; the journal’s is that of the last entry they rest on. Both can be recomputed without this service.',
    },
    proof,
    statement,
  );

const proof: readonly Field<Statement>[] = [
  text('statementHash', 'Statement hash', (s) => s.statementHash),
  integer('version', 'Version', (s) => s.version),
  date('asOf', 'Up to', (s) => s.asOf),
  integer('knownAt', 'Known at journal entry', (s) => s.knownAt),
  text('generatedAt', 'Recorded at', (s) => s.generatedAt),
  integer('journalSequence', 'Journal entries', (s) => s.integrity.sequence),
  text('journalHash', 'Journal hash', (s) => s.integrity.hash),
  money('trialBalance', 'Trial balance', (s) => s.integrity.trialBalance),
  text('basis', 'Basis', (s) => s.basis),
  date('keptUntil', 'Records kept until at least', (s) => earliestKept(s)),
];

/** Each fund's records have a day of their own; the first of them holds for all. */
const earliestKept = ({ funds }: Statement): string | undefined =>
  funds.map(({ keptUntil }) => keptUntil).toSorted()[0];
