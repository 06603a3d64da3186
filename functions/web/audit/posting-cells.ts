import { debited, type Posting } from '../../../domain/ledger/posting.ts';
import { Money } from '../../../domain/money.ts';
import { money, name, type Span } from '../page/text.ts';
import { type RecordNames, recordLink } from './record-names.ts';

export const sides = [
  { label: 'Debit', isNumeric: true },
  { label: 'Credit', isNumeric: true },
] as const;

export const fundSpan = ({ fundId: id }: Posting, names: RecordNames): Span => recordLink({ kind: 'fund', id }, names);

/** The award and the grant, and what else the posting says of what it is for. */
export function purposeSpans({ awardId, grantId, funderId, purpose, category }: Posting, names: RecordNames): Span[] {
  const parts = [
    ...(awardId === undefined ? [] : [recordLink({ kind: 'award', id: awardId }, names)]),
    ...(grantId === undefined ? [] : [recordLink({ kind: 'grant', id: grantId }, names)]),
    ...(funderId === undefined || grantId !== undefined ? [] : [recordLink({ kind: 'funder', id: funderId }, names)]),
    ...[purpose, category].flatMap((text) => (text === undefined ? [] : [name(text)])),
  ];
  return parts.flatMap((span, place) => (place === 0 ? [span] : [', ', span]));
}

export const sideCells = (posting: Posting, isIllustrative: boolean): [Span, Span] =>
  'debit' in posting ? [money(posting.debit, isIllustrative), ''] : ['', money(posting.credit, isIllustrative)];

export function sideTotals(postings: readonly Posting[]): { readonly debits: Money; readonly credits: Money } {
  const all = postings.map(debited);
  return {
    debits: Money.sum(all.filter((amount) => amount.isPositive())),
    credits: Money.sum(all.filter((amount) => amount.isNegative())).negated(),
  };
}

export function totalCells(postings: readonly Posting[]): [Span, Span] {
  const { debits, credits } = sideTotals(postings);
  return [money(debits), money(credits)];
}
