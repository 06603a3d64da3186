import { hostile, hostileProse, hostileReference } from '../hostile.ts';
import { atEntry, inYear, thisYear } from '../places/place.ts';
import { asked, type FormAnswers, note, on } from './form-answer.ts';

/** Of the end of a year, the journal and the settings. */
export const booksAnswers = {
  closeYear: {
    steps: [asked({ 'disposals.0.approvalReference': hostileReference, ...note })],
    refused: { answers: { 'disposals.0.amount': '1.00' } },
  },
  certifyYear: {
    steps: [asked({ name: hostile.longWord, role: hostile.script, ...note })],
    refused: { at: thisYear },
  },
  reopenYear: { steps: [asked({ reason: hostileProse, ...note })], refused: { at: inYear('2015-16') } },
  reverseEntry: { steps: [asked({ reason: hostileProse, ...note })], refused: { at: atEntry('created') } },
  createPartnership: {
    steps: [
      asked({
        name: hostile.script,
        id: 'another',
        'hostAuthority.name': hostile.longWord,
        'hostAuthority.id': 'host',
      }),
      asked({
        'responsibleAuthorities.0.name': hostile.rightToLeft,
        'responsibleAuthorities.0.id': 'first',
        quorum: '1',
        ...note,
      }),
    ],
    refused: { answers: { id: 'hostile' } },
  },
  addTerms: {
    steps: [asked({ ...on('effectiveFrom', '2019-04-01'), quorum: '2', 'chair.name': hostile.longWord, ...note })],
    refused: { answers: on('effectiveFrom', '2017-05-01'), isSent: true },
  },
  changeTerms: {
    steps: [asked({ quorum: '3', 'viceChair.name': hostile.script, ...note })],
    refused: { answers: { quorum: '4' }, isSent: true },
  },
  setPriorities: {
    steps: [asked({ 'items.0.name': hostile.image, 'items.0.id': 'one', ...note })],
    refused: { at: inYear('2016-17'), isSent: true },
  },
  addFunder: {
    steps: [asked({ 'names.0.name': hostile.longWord, id: 'new-funder', ...note })],
    // Seen by the form itself, so that nobody replaces a funder unawares.
    refused: { answers: { id: 'funder' }, isSent: true, status: 422 },
  },
  changeFunder: {
    steps: [asked({ 'names.1.name': hostile.emoji, ...note })],
    refused: { answers: { 'names.0.name': 'Else' }, isSent: true },
  },
  bankFile: {
    steps: [asked({})],
    refused: { never: 'nothing is recorded before each line was looked at' },
    goesOn: 'what each line is recorded as is a page of its own',
  },
  bankLines: {
    steps: [asked({})],
    refused: { never: 'each line says what became of it' },
    goesOn: 'what was chosen is recorded at once',
  },
  bankRecording: {
    steps: [],
    refused: { never: 'each line says what became of it' },
    goesOn: 'it asks nothing',
  },
} as const satisfies Readonly<Record<string, FormAnswers>>;
