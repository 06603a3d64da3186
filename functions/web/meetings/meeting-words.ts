import { longDate } from '../../../domain/prose-dates.ts';
import { type TagColour, tag } from '../page/text.ts';
import type { ListedMeeting } from './meeting-records.ts';

const statuses = {
  scheduled: { text: 'To come', colour: 'blue' },
  open: { text: 'Open', colour: 'green' },
  closed: { text: 'Closed', colour: 'grey' },
} as const satisfies Record<ListedMeeting['status'], { readonly text: string; readonly colour: TagColour }>;

export const statusTag = ({ status }: Pick<ListedMeeting, 'status'>) =>
  tag(statuses[status].text, statuses[status].colour);

/** Meetings are told apart by their days: titles are often the same. */
export const meetingTitle = ({ title, heldOn }: Pick<ListedMeeting, 'title' | 'heldOn'>): string =>
  `${title}, ${longDate(heldOn)}`;
