import { earliestDate, type PlainDate } from '../../../domain/plain-date.ts';
import { longDate } from '../../../domain/prose-dates.ts';
import { operations } from '../../operations.ts';
import type { AnswerOf } from '../api/api.ts';
import type { Visit } from '../page/page.ts';
import { amountOf } from '../page/records.ts';
import { date, link, name, type Span, type Text, tag } from '../page/text.ts';
import { actions, type Block, heading, type Row } from '../page/view.ts';
import { termsPath } from './settings-paths.ts';

export type Terms = AnswerOf<'getTermsOfReference'>;

type Here = Pick<Visit<'/partnerships/{partnershipId}/settings'>, 'parameters' | 'may' | 'today'>;

/** The terms of reference, the latest first; each in force until the next. */
export function termsBlocks({ parameters: { partnershipId }, may, today }: Here, terms: readonly Terms[]): Block[] {
  const isChangeable = may(operations.putTermsOfReference.access);
  const inForce = inForceOn(terms, today);
  const change = ({ effectiveFrom }: Terms): Text =>
    link(termsPath(partnershipId, effectiveFrom), 'Change', `the terms from ${longDate(effectiveFrom)}`);
  const add = { href: termsPath(partnershipId, 'new'), text: 'Set new terms of reference' };
  const isNoted = terms.some(({ note }) => note !== undefined);
  return [
    heading('Terms of reference', 'terms-of-reference'),
    {
      kind: 'table',
      caption: 'Terms of reference, the latest first',
      isCaptionHidden: true,
      empty: 'No terms of reference are set.',
      columns: [
        ...columns,
        ...(isNoted ? [{ label: 'Note' }] : []),
        ...(isChangeable ? [{ label: 'What to do' }] : []),
      ],
      rows: terms
        .toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom))
        .map((one) => [
          ...termsRow(one, standing(one, inForce, today)),
          ...(isNoted ? [one.note === undefined ? '' : name(one.note)] : []),
          ...(isChangeable ? [change(one)] : []),
        ]),
    },
    actions(...(isChangeable ? [add] : [])),
  ];
}

const columns = [
  { label: 'In force from' },
  { label: 'Quorum', isNumeric: true },
  { label: 'Chair and vice-chair' },
  { label: 'Chair’s action up to', isNumeric: true },
  { label: 'Ratified within' },
  { label: 'Awards beyond the balance' },
];

const termsRow = (terms: Terms, status: readonly Span[]): Row => [
  [terms.effectiveFrom === earliestDate ? 'The beginning' : date(terms.effectiveFrom), ...status],
  String(terms.quorum),
  officersText(terms),
  terms.chairsActionLimit === undefined ? 'Not allowed' : amountOf(terms.chairsActionLimit, terms),
  terms.ratificationDays === undefined ? 'The next meeting' : `${terms.ratificationDays} days`,
  terms.overCommitmentPercent === undefined ? 'Not allowed' : `Up to ${terms.overCommitmentPercent}%`,
];

const officersText = ({ chair, viceChair }: Terms): Text => [
  chair === undefined ? 'No chair' : name(chair.name),
  '; ',
  viceChair === undefined ? 'no vice-chair' : name(viceChair.name),
];

/** The latest that has begun; before all, the first. */
export function inForceOn(terms: readonly Terms[], on: PlainDate): Terms | undefined {
  const inOrder = terms.toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  return inOrder.findLast(({ effectiveFrom }) => effectiveFrom <= on) ?? inOrder[0];
}

function standing(terms: Terms, inForce: Terms | undefined, today: PlainDate): Span[] {
  if (terms === inForce) return [' ', tag('In force', 'green')];
  return terms.effectiveFrom > today ? [' ', tag('To come', 'blue')] : [];
}
