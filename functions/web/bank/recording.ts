import { ApiProblem } from '../api/api-problem.ts';
import { type PageAnswer, redirect, view } from '../http/page-answer.ts';
import { page, type Visit } from '../page/page.ts';
import { entryPath, partnershipPath } from '../page/paths.ts';
import { date, link, money, name, type Text, tag } from '../page/text.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { type BankImport, dropImport, type ImportedLine, isDone, keepImport, readImport } from './bank-import.ts';
import { bankPath, bankRecordingPath } from './bank-paths.ts';
import { recordLine } from './record-line.ts';

const path = '/partnerships/{partnershipId}/bank/recording';
type Here = Visit<typeof path>;

/** A few lines at a time: each request is short, and the page shows how far it is. */
const linesAtOnce = 10;

/** The chosen lines are recorded, one after the other; then what became of each. */
export const recordingPage = page({
  path,
  access: ['finance-officer'],
  get: async (visit) => {
    const kept = await readImport(visit, visit.parameters.partnershipId);
    if (kept?.status !== 'recording') return redirect(bankPath(visit.parameters.partnershipId));
    return recordingView(visit, kept);
  },
  post: async (visit) => {
    const { partnershipId } = visit.parameters;
    const kept = await readImport(visit, partnershipId);
    if (kept?.status !== 'recording') return redirect(bankPath(partnershipId));
    if (visit.request.form.fields.some(([field, value]) => field === 'go' && value === 'finish')) {
      await dropImport(visit);
      return redirect(`${partnershipPath(partnershipId)}/grants`);
    }
    return (await goOn(visit, kept)) ?? redirect(bankRecordingPath(partnershipId));
  },
});

/** What was recorded is kept after each line, so that nothing is lost where the next one has to wait. */
async function goOn(visit: Here, kept: BankImport): Promise<PageAnswer | undefined> {
  const lines = [...kept.lines];
  const waiting = lines.flatMap((imported, place) => (isDone(imported) ? [] : [place])).slice(0, linesAtOnce);
  for (const place of waiting) {
    const imported = lines[place];
    if (imported === undefined) continue;
    try {
      lines[place] = await recordLine(visit.api, visit.parameters.partnershipId, imported);
    } catch (error) {
      await keepImport(visit, { ...kept, lines });
      if (!(error instanceof ApiProblem) || !error.isPassing) throw error;
      return recordingView(visit, { ...kept, lines }, error.detail);
    }
  }
  await keepImport(visit, { ...kept, lines });
  return undefined;
}

function recordingView({ parameters }: Here, { fileName, lines }: BankImport, problem?: string): PageAnswer {
  const chosen = lines.filter(({ choice }) => choice !== undefined);
  const done = chosen.filter(isDone).length;
  const isOver = done === chosen.length;
  return view({
    status: problem === undefined ? 200 : 503,
    title: isOver ? 'The bank file is recorded' : 'Recording the bank file',
    caption: fileName,
    blocks: [
      { kind: 'progress', label: 'Lines recorded', done, total: chosen.length },
      ...(problem === undefined ? [] : [{ kind: 'warning' as const, text: `${problem} Nothing is recorded twice.` }]),
      ...(isOver ? whatBecame(parameters.partnershipId, lines) : [goOnForm(problem === undefined)]),
    ],
  });
}

/** With a script it goes on by itself; without, at each press. */
const goOnForm = (isAutomatic: boolean): Block => ({
  kind: 'form',
  fields: [],
  values: new Map(),
  isAutomatic,
  buttons: [{ text: 'Go on' }],
});

function whatBecame(partnershipId: string, lines: readonly ImportedLine[]): Block[] {
  const left = lines.filter(({ choice }) => choice === undefined);
  const byHand = `${partnershipPath(partnershipId)}/expenditure/new`;
  return [
    {
      kind: 'table',
      caption: 'What became of each line',
      empty: 'Nothing was chosen.',
      columns: [
        { label: 'Bank reference' },
        { label: 'Date' },
        { label: 'Amount', isNumeric: true },
        { label: 'Outcome' },
      ],
      rows: lines
        .filter(({ choice }) => choice !== undefined)
        .map(({ line, outcome }) => [
          name(line.reference),
          date(line.date),
          money(line.amount),
          outcomeText(partnershipId, outcome),
        ]),
    },
    ...(left.length === 0
      ? []
      : [
          paragraph(
            `${left.length} ${left.length === 1 ? 'line was' : 'lines were'} left alone. Record by hand what is missing, such as `,
            link(byHand, 'direct spending'),
            '.',
          ),
        ]),
    { kind: 'form', fields: [], values: new Map(), buttons: [{ text: 'Finish', go: 'finish' }] },
    actions({ href: bankPath(partnershipId), text: 'Import another file', look: 'secondary' }),
  ];
}

function outcomeText(partnershipId: string, outcome: ImportedLine['outcome']): Text {
  if (outcome === undefined) return 'Not recorded yet';
  if (outcome.status === 'refused') return [tag('Not recorded', 'red'), ` ${outcome.detail}`];
  return [tag('Recorded', 'green'), ' ', link(entryPath(partnershipId, outcome.sequence), `entry ${outcome.sequence}`)];
}
