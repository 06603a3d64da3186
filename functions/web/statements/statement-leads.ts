import { illustrativePart } from '../../../domain/publication/illustrative.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { inWords } from '../../statements/formats/print.ts';
import type { Cell } from '../../statements/formats/section.ts';
import { entryPath } from '../page/paths.ts';
import { link, moment, type Text } from '../page/text.ts';
import type { Leads } from './cell-text.ts';
import { changeCell } from './change-cell.ts';
import { entryLinks } from './entry-links.ts';
import { addressOf, figureLinks, type Line } from './figure-links.ts';

/** Where the lines of a statement lead: to the entries, and to the fund, the grant, the award and the meeting. */
export function statementLeads(statement: YearEndStatement): Leads {
  const links = figureLinks(statement);
  const illustrative = illustrativeIds(statement);
  const { records } = statement.sources;
  const named = new Map([
    ['fund', { address: addressOf(records.fund), id: 'fundId' }],
    ['grant', { address: addressOf(records.grant), id: 'grantId' }],
    ['award', { address: addressOf(records.award), id: 'awardId' }],
    ['minute', { address: addressOf(records.meeting), id: 'meetingId' }],
  ]);
  return {
    figure: ({ id }, column, line) =>
      line === undefined ? links.ofFoot(id, column.id) : links.of(id, column.id, line),
    record: ({ id }, line) => {
      const record = named.get(id);
      return record === undefined || isNothing(line.get(record.id)) ? undefined : record.address(line);
    },
    isIllustrative: (line) => illustrative.has(String(ids.map((id) => line.get(id) ?? null).find((id) => id !== null))),
    own: (section, column, line, row) => ownCell(statement, `${section.id}.${column.id}`, line, row),
  };
}

const isNothing = (cell: Cell | undefined): boolean => cell === null || cell === undefined;

/** What a line can be of, the closest first: an award's grant is only where its money comes from. */
const ids = ['awardId', 'grantId', 'sharedFundId'];

function illustrativeIds({ grants, awards, sharedFunds }: YearEndStatement): ReadonlySet<string> {
  const lines = [
    ...grants.map(({ grantId, note }) => ({ id: grantId, note })),
    ...awards.map(({ awardId, note }) => ({ id: awardId, note })),
    ...sharedFunds.map(({ id, note }) => ({ id, note })),
  ];
  return new Set(lines.flatMap(({ id, note }) => (id !== null && illustrativePart(note) !== undefined ? [id] : [])));
}

/** What the rule that is broken is called, leading to the record that breaks it. */
function exceptionText({ sources: { records } }: YearEndStatement, line: Line): Text | undefined {
  const [kind] = (['award', 'grant', 'fund'] as const).filter((one) => !isNothing(line.get(`${one}Id`)));
  if (kind === undefined) return undefined;
  return link(addressOf(records[kind])(line), inWords(String(line.get('code'))), `of ${line.get(kind)}`);
}

/** What documents can only say in words, and a page as links. */
function ownCell(statement: YearEndStatement, place: string, line: Line, row: number): Text | undefined {
  const { partnershipId, notes, integrity, knownAt, generatedAt } = statement;
  switch (place) {
    case 'notes.entries':
      return entryLinks(partnershipId, notes.find(({ note }) => note === line.get('note'))?.entries ?? []);
    case 'exceptions.code':
      return exceptionText(statement, line);
    case 'proof.knownAt':
      return link(entryPath(partnershipId, knownAt), `Entry ${knownAt}`);
    case 'proof.generatedAt':
      return moment(generatedAt);
    default:
      return changeCell(partnershipId, place, integrity.changes?.[row]);
  }
}
