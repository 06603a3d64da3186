import type { PlainDate } from '../../../domain/plain-date.ts';
import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { date, money, type Span } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { askedOf } from './award.ts';
import type { Terms } from './known-award.ts';
import { doneAtAward, loadAward, toAward } from './of-award.ts';

/** The chair approves between meetings; a meeting ratifies. */
export const chairsActionPage = formPage({
  path: '/partnerships/{partnershipId}/awards/{awardId}/chairs-action',
  operation: 'takeChairsAction',
  load: async (visit) => {
    const { partnershipId } = visit.parameters;
    const [award, terms] = await Promise.all([
      loadAward(visit),
      visit.api.all('listTermsOfReference', { partnershipId }),
    ]);
    return { award, terms: termsOn(terms, visit.today) };
  },
  title: 'Take chair’s action',
  caption: ({ award }) => award.title,
  steps: ({ award, terms }) => [
    {
      title: 'What you approve',
      blocks: [limitBlock(terms), paragraph('Asked: ', askedOf(award))],
      fields: [
        { kind: 'money', name: 'amountApproved', label: 'Amount that you approve' },
        { kind: 'prose', name: 'reason', label: 'Why it can’t wait for a meeting', rows: 3 },
        { kind: 'date', name: 'decidedOn', label: 'Date of your decision' },
        noteField,
      ],
    },
  ],
  effects: async ({ ratification }) => [
    paragraph(
      ...(ratification?.dueOn === undefined ? atNextMeeting : ['To be ratified by ', date(ratification.dueOn), '.']),
    ),
  ],
  questionOf: {
    'insufficient-funds': 'amountApproved',
    'approval-exceeds-request': 'amountApproved',
    'chairs-action-limit': 'amountApproved',
    'not-presiding': 'decidedOn',
    'date-out-of-order': 'decidedOn',
    'year-closed': 'decidedOn',
  },
  button: 'Take chair’s action',
  back: toAward,
  done: doneAtAward,
});

const atNextMeeting: readonly Span[] = ['To be ratified at the next meeting.'];

/** The terms of reference in force on a day: the last set for that day or earlier. */
const termsOn = (all: readonly Terms[], day: PlainDate): Terms | undefined =>
  all
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    .at(-1);

/** How far the chair may go, and what becomes of it. */
function limitBlock(terms: Terms | undefined): Block {
  if (terms?.chairsActionLimit === undefined) {
    return {
      kind: 'inset',
      text: 'The terms of reference in force set no limit for chair’s action, so none may be taken.',
    };
  }
  const { chairsActionLimit, effectiveFrom, ratificationDays } = terms;
  const within = ratificationDays === undefined ? 'at the next meeting' : `within ${ratificationDays} days`;
  return {
    kind: 'inset',
    text: [
      'The terms of reference in force since ',
      date(effectiveFrom),
      ' allow chair’s action up to ',
      money(chairsActionLimit),
      `. It is flagged until a meeting ratifies it, ${within}.`,
    ],
  };
}
