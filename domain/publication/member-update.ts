import { longDate } from '../prose-dates.ts';
import { awardsInPeriod } from './awards-in-period.ts';
import { directSpending } from './direct-spending.ts';
import { fundingAgreed } from './funding-agreed.ts';
import { fundingReceived } from './funding-received.ts';
import { financialPosition } from './funds-in-period.ts';
import { grantsInPeriod } from './grants-in-period.ts';
import { basisOfReport, mattersToNote } from './matters-to-note.ts';
import { NoteMarks } from './note-marks.ts';
import { paragraph, type Report, type Section } from './report.ts';
import type { ReportPeriod, Writing } from './report-period.ts';
import { oneLine } from './words.ts';

/**
 * The funding section of a report to the committee that scrutinises the partnership. It takes nothing from where people's
 * names and logins are recorded: officers appear by role, recipients that may be persons without their names, expenditure
 * by category. Titles, purposes, conditions and what notes say to be illustrative are printed as they were written, and
 * are free of personal data only if whoever wrote them kept them so.
 */
export function memberUpdate(period: ReportPeriod): Report {
  const writing = { ...period, marks: new NoteMarks() };
  const [grants, awards] = [grantsInPeriod(period), awardsInPeriod(period)];
  return {
    title: `${oneLine(period.view.partnership().name)}: funding update`,
    subtitle: `Report to members of the scrutiny committee for the period from ${spanOf(period)}`,
    // In this order, since notes are numbered as they come up.
    sections: [
      purpose(writing),
      fundingReceived(writing, grants),
      fundingAgreed(writing, awards),
      directSpending(writing, grants),
      financialPosition(writing),
      mattersToNote(writing),
      basisOfReport(writing),
    ],
  };
}

const spanOf = ({ from, to }: ReportPeriod): string => `${longDate(from)} to ${longDate(to)}`;

function purpose(writing: Writing): Section {
  const { name, hostAuthority } = writing.view.partnership();
  return {
    heading: 'Purpose and recommendation',
    blocks: [
      paragraph(
        `This section reports the funding received, agreed and spent by ${oneLine(name)} from ${spanOf(writing)}. The money is held by ${oneLine(hostAuthority.name)}.`,
      ),
      paragraph(
        'Members are asked to note the funding received and agreed, and the financial position of the partnership.',
      ),
    ],
  };
}
