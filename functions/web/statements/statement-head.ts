import { startOf } from '../../../domain/financial-year.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { illustrativeHint } from '../page/illustrative.ts';
import { entryPath } from '../page/paths.ts';
import { date, link, moment, name, type Text } from '../page/text.ts';
import type { Block, SummaryRow } from '../page/view.ts';
import { statementPath } from './paths.ts';
import { statusTag } from './status-tag.ts';

/** What the statement is: of when, how final, on which basis, and who answers for it. */
export function statementHead(statement: YearEndStatement): Block[] {
  const { partnershipId, partnership, financialYear, status, asOf, knownAt, generatedAt, basis, notes } = statement;
  const known = link(entryPath(partnershipId, knownAt), `Entry ${knownAt} of the journal`);
  const rows: SummaryRow[] = [
    { label: 'Status', value: [statusTag(status), ' ', standing(statement)].flat() },
    { label: 'Period', value: [date(startOf(financialYear)), ' to ', date(asOf)] },
    { label: 'Known at', value: [known, ', recorded on ', moment(generatedAt)] },
    { label: 'Money held by', value: name(partnership.hostAuthority) },
    { label: 'Basis', value: basis },
    ...signatureRows(statement),
  ];
  return [{ kind: 'summary', rows }, ...illustrativeHint(notes)];
}

/** Nobody must take for final what is not: of a certified year, only the version itself is what was signed. */
function standing({ partnershipId, financialYear, status, version, integrity }: YearEndStatement): Text {
  if (status === 'open') return 'The year is open, so these figures can still change.';
  if (status === 'closed') return 'The year is closed, and its statement is not certified yet.';
  if (integrity.certification !== undefined) return `This is version ${version}, exactly as it was signed.`;
  const signed = `${statementPath(partnershipId, financialYear)}?version=${version}`;
  return ['This is not the signed document: that is ', link(signed, `version ${version}`), '.'];
}

function signatureRows({ integrity: { certification } }: YearEndStatement): SummaryRow[] {
  if (certification === undefined) return [];
  const { name: signed, role, certifiedOn, note } = certification;
  return [
    { label: 'Certified by', value: [name(signed), ', ', name(role), ', on ', date(certifiedOn)] },
    ...(note === undefined ? [] : [{ label: 'Note on certification', value: name(note) }]),
  ];
}
