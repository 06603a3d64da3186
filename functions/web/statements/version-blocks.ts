import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { namesOf } from '../../statements/formats/names.ts';
import type { AnswerOf } from '../api/api.ts';
import { entryPath } from '../page/paths.ts';
import { code, date, link, name, type Text } from '../page/text.ts';
import { type Block, heading, type SummaryRow } from '../page/view.ts';
import { changeBlocks } from './change-blocks.ts';
import { downloadText } from './download-text.ts';
import { asking, statementPath } from './paths.ts';
import { formName } from './statement-forms.ts';

type Version = AnswerOf<'listStatements'>['items'][number];

/** A certified version: who signed what, its documents and their hashes, and what it changed. */
export function versionBlocks(
  version: Version,
  statement: YearEndStatement | undefined,
  before?: YearEndStatement,
): Block[] {
  if (statement === undefined) return [];
  return [
    heading(`Version ${version.version}`, `version-${version.version}`),
    { kind: 'summary', rows: rowsOf(version, statement) },
    ...changesOf(statement, before),
  ];
}

function rowsOf(version: Version, { partnershipId }: YearEndStatement): SummaryRow[] {
  const { version: number, financialYear, name: signed, role, certifiedOn, sequence, knownAt, note } = version;
  const asked = { version: String(number) };
  const statement = link(
    asking(statementPath(partnershipId, financialYear), asked),
    `Version ${number}, exactly as it was signed`,
  );
  const entry = (of: number): Text => link(entryPath(partnershipId, of), `Entry ${of}`);
  return [
    { label: 'Statement', value: statement },
    { label: 'Signed by', value: [name(signed), ', ', name(role), ', on ', date(certifiedOn)] },
    { label: 'Signed in the journal', value: entry(sequence) },
    { label: 'Figures known at', value: entry(knownAt) },
    ...(note === undefined ? [] : [{ label: 'Note', value: name(note) }]),
    { label: 'Download', value: downloadText(partnershipId, financialYear, asked) },
    { label: 'Statement hash', value: code(version.statementHash) },
    { label: 'Document hash (JSON)', value: code(version.documentHash) },
    ...hashesOf(version),
  ];
}

/** Of the other forms that were signed with it. */
const hashesOf = ({ documents, documentHash }: Version): SummaryRow[] =>
  documents
    .filter(({ hash }) => hash !== documentHash)
    .map(({ contentType, hash }) => ({ label: `Document hash (${formName(contentType)})`, value: code(hash) }));

/** A line that is gone is named by the version that had it. */
function changesOf(statement: YearEndStatement, before: YearEndStatement | undefined): Block[] {
  if (before === undefined) return [];
  const { funds, grants, awards, sharedFunds } = before;
  const names = namesOf({
    ...statement,
    funds: [...funds, ...statement.funds],
    grants: [...grants, ...statement.grants],
    awards: [...awards, ...statement.awards],
    sharedFunds: [...sharedFunds, ...statement.sharedFunds],
  });
  return changeBlocks(statement, names);
}
