import { matchBankLines } from '../../../domain/bank/match-bank-lines.ts';
import type { MatchedLine } from '../../../domain/bank/matched-line.ts';
import { Money } from '../../../domain/money.ts';
import { firstValue, type Values, valuesOf } from '../form/values.ts';
import { type PageAnswer, redirect, view } from '../http/page-answer.ts';
import { page, type Visit } from '../page/page.ts';
import { money } from '../page/text.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { type BankImport, type ImportedLine, keepImport, readImport } from './bank-import.ts';
import { bankLinesPath, bankPath, bankRecordingPath } from './bank-paths.ts';
import { choiceIn, chosenFor, lineInWords, lineQuestion, questionOf } from './line-questions.ts';
import { readBankLedger } from './read-bank-ledger.ts';

const path = '/partnerships/{partnershipId}/bank/lines';
type Here = Visit<typeof path>;

/** What each line of the file is taken for; a person says what is recorded. */
export const chooseLinesPage = page({
  path,
  access: ['finance-officer'],
  get: async (visit) => {
    const { partnershipId } = visit.parameters;
    const kept = await readImport(visit, partnershipId);
    if (kept === undefined) return redirect(bankPath(partnershipId));
    if (kept.status === 'recording') return redirect(bankRecordingPath(partnershipId));
    const matched = await matchedLines(visit, kept);
    return linesView(visit, kept, matched, valuesOf(matched.flatMap(chosenFor)));
  },
  post: async (visit) => {
    const { partnershipId } = visit.parameters;
    const kept = await readImport(visit, partnershipId);
    if (kept?.status !== 'preview') return redirect(bankRecordingPath(partnershipId));
    const values = valuesOf(visit.request.form.fields);
    const matched = await matchedLines(visit, kept);
    if (firstValue(values, importField) !== kept.id) return anotherFile(visit);
    const lines = kept.lines.map((imported) => withChoice(imported, values, matched));
    if (lines.every(({ choice }) => choice === undefined)) return linesView(visit, kept, matched, values, true);
    await keepImport(visit, { ...kept, lines, status: 'recording' });
    return redirect(bankRecordingPath(partnershipId));
  },
});

const importField = 'import';

/** Only what the line can be recorded as. */
function withChoice(imported: ImportedLine, values: Values, matched: readonly MatchedLine[]): ImportedLine {
  const choice = choiceIn(firstValue(values, questionOf(imported)));
  const offered = matched.find(({ line }) => line.number === imported.line.number)?.candidates ?? [];
  const isOffered = offered.some(({ kind, id }) => kind === choice?.kind && id === choice.id);
  return choice !== undefined && isOffered ? { ...imported, choice } : imported;
}

const anotherFile = ({ parameters }: Here): PageAnswer =>
  view({
    status: 409,
    title: 'Another file is under way',
    blocks: [
      paragraph('This page was of a file that you have since replaced by another one. Nothing was recorded.'),
      actions({ href: bankLinesPath(parameters.partnershipId), text: 'See the lines of the other file' }),
    ],
  });

async function matchedLines({ api, parameters }: Here, { lines }: BankImport): Promise<MatchedLine[]> {
  const own = lines.map(({ line }) => line);
  return matchBankLines(own, await readBankLedger(api, parameters.partnershipId, own));
}

function linesView(
  { parameters }: Here,
  { id, fileName }: BankImport,
  matched: readonly MatchedLine[],
  values: Values,
  isNothing = false,
): PageAnswer {
  const open = matched.filter(({ proposal }) => proposal !== 'already-recorded');
  const [first] = open;
  return view({
    status: isNothing ? 422 : 200,
    title: 'What each line is recorded as',
    caption: fileName,
    back: { href: bankPath(parameters.partnershipId), text: 'Choose another file' },
    blocks: [
      sums(matched, open),
      ...recordedAlready(matched),
      {
        kind: 'form',
        fields: open.map(lineQuestion),
        carried: [[importField, id]],
        values,
        errors: new Map(
          isNothing && first !== undefined
            ? [[questionOf(first), 'Choose for at least one line what it is recorded as']]
            : [],
        ),
        buttons: open.length === 0 ? [] : [{ text: 'Record what is chosen' }],
      },
    ],
  });
}

const sums = (matched: readonly MatchedLine[], open: readonly MatchedLine[]): Block => ({
  kind: 'figures',
  items: [
    { label: 'Lines in the file', value: String(matched.length) },
    { label: 'Recorded already', value: String(matched.length - open.length) },
    { label: 'Money in', value: money(sumOf(matched, 'in')) },
    { label: 'Money out', value: money(sumOf(matched, 'out')) },
  ],
});

const sumOf = (matched: readonly MatchedLine[], direction: 'in' | 'out'): Money =>
  Money.sum(matched.filter(({ line }) => line.direction === direction).map(({ line }) => line.amount));

function recordedAlready(matched: readonly MatchedLine[]): Block[] {
  const skipped = matched.filter(({ proposal }) => proposal === 'already-recorded');
  if (skipped.length === 0) return [];
  const items = skipped.map((one) => `${lineInWords(one)}. ${one.alreadyRecorded?.reason ?? ''}`);
  return [
    {
      kind: 'details',
      summary: `Skipped, because they are recorded already: ${skipped.length}`,
      blocks: [{ kind: 'list', items }],
    },
  ];
}
