import type { Candidate } from '../../../domain/bank/candidate.ts';
import type { MatchedLine } from '../../../domain/bank/matched-line.ts';
import { longDate } from '../../../domain/prose-dates.ts';
import type { Field, Option } from '../form/field.ts';
import type { Choice } from './bank-import.ts';

/** The name of the question about a line. */
export const questionOf = ({ line }: Pick<MatchedLine, 'line'>): string => `line-${line.number}`;

export const valueOfChoice = ({ kind, id }: Pick<Candidate, 'kind' | 'id'>): string => `${kind}:${id}`;

export function choiceIn(value: string): Choice | undefined {
  const [kind = '', id = ''] = value.split(':');
  return kind === 'receipt' || kind === 'refund' || kind === 'payment' || kind === 'repayment'
    ? { kind, id }
    : undefined;
}

const kinds = { receipt: 'Receipt of', refund: 'Refund of', payment: 'Payment of', repayment: 'Repayment of' } as const;
export const wordsFor = ({ kind, title }: Pick<Candidate, 'kind' | 'title'>): string => `${kinds[kind]} “${title}”`;

/** What each line is to be recorded as: what is certain is chosen already, and nothing else is. */
export const lineQuestion = (matched: MatchedLine): Field => ({
  kind: 'choice',
  look: 'list',
  name: questionOf(matched),
  label: lineInWords(matched),
  hint: hintFor(matched),
  options: [{ value: '', text: 'Leave it' }, ...matched.candidates.map(optionFor)],
});

export const chosenFor = (matched: MatchedLine): [string, string][] => {
  const [first] = matched.candidates;
  return matched.proposal === 'suggested' && first !== undefined ? [[questionOf(matched), valueOfChoice(first)]] : [];
};

const optionFor = (candidate: Candidate): Option => ({ value: valueOfChoice(candidate), text: wordsFor(candidate) });

export const lineInWords = ({ line: { date, amount, direction, reference } }: Pick<MatchedLine, 'line'>): string =>
  `${longDate(date)}: ${amount.toSterling()} ${direction}, ${reference}`;

function hintFor({ proposal, candidates, alreadyRecorded, sameReference, line }: MatchedLine): string {
  const [first] = candidates;
  const said = {
    'already-recorded': '',
    suggested: first?.reason ?? '',
    ambiguous: 'Two records fit equally well: choose.',
    choose: first === undefined ? nothingFits[line.direction] : `Perhaps: ${first.reason}`,
  }[proposal];
  return [said, alreadyRecorded?.reason ?? '', sameReference?.reason ?? ''].filter((part) => part !== '').join(' ');
}

const nothingFits = {
  in: 'Nothing that is expected fits.',
  out: 'Nothing that is owed fits. If it was spent directly, record it by hand afterwards.',
} as const;
