import { randomUUID } from 'node:crypto';
import type { BankFile } from '../../../domain/bank/bank-file.ts';
import { readBankFile } from '../../bank/read-bank-file.ts';
import type { Field } from '../form/field.ts';
import { type PageAnswer, redirect, view } from '../http/page-answer.ts';
import type { FormFile } from '../http/page-request.ts';
import { page, type Visit } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { link } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { anyImport, type BankImport, isHalfDone, keepImport } from './bank-import.ts';
import { bankLinesPath, bankRecordingPath } from './bank-paths.ts';

const path = '/partnerships/{partnershipId}/bank';
type Here = Visit<typeof path>;

/** A file of the bank account is chosen, and read whole or not at all. */
export const chooseFilePage = page({
  path,
  access: ['finance-officer'],
  get: async (visit) => chooseView(visit, await anyImport(visit)),
  post: async (visit) => {
    const underWay = await anyImport(visit);
    if (underWay !== undefined && isHalfDone(underWay)) return chooseView(visit, underWay);
    const file = visit.request.form.files.get('file');
    if (file === undefined || file.bytes.byteLength === 0) return chooseView(visit, undefined, ['Choose a file']);
    const read = readBankFile(file.bytes, { today: visit.today });
    const problems = problemsOf(read);
    if (read.status === 'refused' || problems.length > 0) return chooseView(visit, undefined, problems);
    await keepImport(visit, importOf(visit.parameters.partnershipId, file, read.lines));
    return redirect(bankLinesPath(visit.parameters.partnershipId));
  },
});

function problemsOf(read: BankFile): string[] {
  if (read.status === 'refused') return read.problems.map(({ detail }) => detail);
  return read.lines.length === 0 ? ['There are no transactions in this file.'] : [];
}

const importOf = (
  partnershipId: string,
  { name }: FormFile,
  lines: Extract<BankFile, { status: 'read' }>['lines'],
): BankImport => ({
  id: randomUUID(),
  partnershipId,
  fileName: name.slice(0, 200),
  status: 'preview',
  lines: lines.map((line) => ({ line, key: randomUUID() })),
});

const mostProblems = 10;

function chooseView(
  { parameters }: Here,
  underWay: BankImport | undefined,
  problems: readonly string[] = [],
): PageAnswer {
  const { partnershipId } = parameters;
  return view({
    status: problems.length > 0 ? 422 : 200,
    title: 'Import a bank file',
    back: { href: `${partnershipPath(partnershipId)}/grants`, text: 'Grants' },
    blocks: [
      ...(underWay === undefined ? [] : [goOn(underWay)]),
      ...(underWay !== undefined && isHalfDone(underWay) ? [] : chooseBlocks(problems)),
    ],
  });
}

function chooseBlocks([first, ...others]: readonly string[]): Block[] {
  const more: Block[] = [paragraph('Also:'), { kind: 'list', items: others.slice(0, mostProblems) }];
  return [
    paragraph(
      'Download the transactions of the bank account as CSV, and choose the file here. Nothing is recorded before you have seen what each line is taken for.',
    ),
    {
      kind: 'form',
      fields: [fileField],
      values: new Map(),
      errors: new Map(first === undefined ? [] : [[fileField.name, first]]),
      buttons: [{ text: 'Read the file' }],
    },
    ...(others.length > 0 ? more : []),
  ];
}

const fileField: Field = {
  kind: 'file',
  name: 'file',
  label: 'Bank file',
  hint: 'CSV, at most 256 KiB and 1,000 transactions.',
  accept: '.csv,text/csv',
};

/** A file that is only being looked at gives way to another; one that is half recorded is finished first. */
const goOn = (underWay: BankImport): Block => {
  const { partnershipId, fileName, status } = underWay;
  const href = status === 'preview' ? bankLinesPath(partnershipId) : bankRecordingPath(partnershipId);
  const after = isHalfDone(underWay)
    ? ' first: some of its lines are recorded, and some are not.'
    : ', or choose another one instead.';
  return { kind: 'inset', text: ['A file is under way: ', link(href, `go on with ${fileName}`), after] };
};
