import { financialYearOf, yearsBetween } from '../financial-year.ts';
import { londonDate } from '../plain-date.ts';
import { longDate, yearInProse } from '../prose-dates.ts';
import { basis } from '../statement/make-statement.ts';
import type { Year } from '../year-end/year.ts';
import { type Paragraph, paragraph, type Section } from './report.ts';
import type { Writing } from './report-period.ts';
import { oneLine } from './words.ts';

/** What a reader must know beside the figures. */
export const mattersToNote = ({ exceptions }: Writing): Section => ({
  heading: 'Matters for members’ attention',
  blocks:
    exceptions.length === 0
      ? [paragraph('There are no exceptions to report.')]
      : exceptions.map(({ detail }) => paragraph(oneLine(detail))),
});

/** On what the figures rest; written last, when every note has its number. */
export function basisOfReport(writing: Writing): Section {
  const { head, marks } = writing;
  const recordedOn = longDate(londonDate(head.recordedAt));
  return {
    heading: 'Basis of the figures',
    blocks: [
      paragraph(
        `Every figure is taken from the partnership’s ledger as it stood at entry ${head.sequence}, recorded on ${recordedOn}. ${basis}`,
      ),
      ...accountsOf(writing),
      ...(marks.texts.length === 0
        ? []
        : [
            paragraph(
              'Notes mark what is illustrative: recorded as an example and not as fact. The report of which a note speaks is the one from which the record was made.',
            ),
          ]),
      ...marks.texts.map((text, place) => paragraph(`Note ${place + 1}. ${text}`)),
    ],
  };
}

/** Whether the figures can still change. */
const accountsOf = ({ from, to, view }: Writing): Paragraph[] =>
  yearsBetween(financialYearOf(from), financialYearOf(to)).map((year) =>
    paragraph(`The accounts for ${yearInProse(year)} ${standingOf(view.all('year').get(year))}.`),
  );

function standingOf(
  { status, versions }: Pick<Year, 'status' | 'versions'> = { status: 'open', versions: [] },
): string {
  switch (status) {
    case 'open':
      return 'are open: their figures are provisional';
    case 'closed':
      return 'are closed and not yet certified';
    case 'certified':
      return `are certified (version ${versions.length})`;
  }
}
