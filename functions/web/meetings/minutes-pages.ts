import { view } from '../http/page-answer.ts';
import { type Minutes, minutesOf } from '../minutes/minutes.ts';
import { minutesPdf } from '../minutes/minutes-pdf.ts';
import { minutesText } from '../minutes/minutes-text.ts';
import { page, type Visit } from '../page/page.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { backToMeeting, pathOfMeeting } from './meeting-paths.ts';
import { type MeetingRecords, readMeeting } from './meeting-records.ts';
import { meetingTitle } from './meeting-words.ts';

const folder = '/partnerships/{partnershipId}/meetings/{meetingId}';
type AtMinutes = Visit<`${typeof folder}/minutes${string}`>;

/** The minutes as the journal has them, to paste into a document of one's own. */
export const minutesPage = page({
  path: `${folder}/minutes`,
  access: 'member',
  get: async (visit) => {
    const records = await readMeeting(visit.api, visit.parameters);
    const { meeting } = records;
    const path = `${pathOfMeeting(visit.parameters)}/minutes`;
    const soFar: Block = { kind: 'inset', text: 'The meeting is not closed: these are the minutes so far.' };
    return view({
      title: 'Minutes',
      caption: meetingTitle(meeting),
      back: backToMeeting(visit),
      blocks: [
        ...(meeting.status === 'closed' ? [] : [soFar]),
        paragraph('Select the text and copy it, or take the minutes as a file.'),
        actions(
          { href: `${path}.pdf`, text: 'Download as PDF' },
          { href: `${path}.txt`, text: 'Download as text', look: 'secondary' },
        ),
        { kind: 'preformatted', label: 'The minutes', text: minutesText(minutesIn(records)) },
      ],
    });
  },
});

export const minutesTextPage = page({
  path: `${folder}/minutes.txt`,
  access: 'member',
  get: async (visit) => {
    const minutes = await readMinutes(visit);
    const contentType = 'text/plain; charset=utf-8';
    return { kind: 'file', contentType, body: minutesText(minutes), fileName: fileName(minutes, 'txt') };
  },
});

export const minutesPdfPage = page({
  path: `${folder}/minutes.pdf`,
  access: 'member',
  get: async (visit) => {
    const minutes = await readMinutes(visit);
    const contentType = 'application/pdf';
    return { kind: 'file', contentType, body: await minutesPdf(minutes), fileName: fileName(minutes, 'pdf') };
  },
});

const readMinutes = async ({ api, parameters }: AtMinutes): Promise<Minutes> =>
  minutesIn(await readMeeting(api, parameters));

const minutesIn = ({ meeting, awards, partnershipName, names }: MeetingRecords): Minutes =>
  minutesOf(meeting, awards, partnershipName, names);

const fileName = ({ heldOn }: Minutes, ending: string): string => `minutes-${heldOn}.${ending}`;
