import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { agendaBlocks } from './agenda.ts';
import { besideAgenda } from './beside-agenda.ts';
import { meetingActions } from './meeting-actions.ts';
import { meetingNotice } from './meeting-notice.ts';
import { readMeeting } from './meeting-records.ts';
import { meetingTop, whoIsThere } from './meeting-top.ts';
import { meetingTitle } from './meeting-words.ts';

/** The page that a meeting is run from, on a projector or a tablet. */
export const meetingPage = page({
  path: '/partnerships/{partnershipId}/meetings/{meetingId}',
  access: 'member',
  get: async (visit) => {
    const { partnershipId } = visit.parameters;
    const [notice, records] = await Promise.all([meetingNotice(visit), readMeeting(visit.api, visit.parameters)]);
    return view({
      title: meetingTitle(records.meeting),
      back: { href: `${partnershipPath(partnershipId)}/meetings`, text: 'Meetings' },
      blocks: [
        ...notice,
        ...meetingTop(records),
        ...meetingActions(visit, records),
        ...whoIsThere(records),
        ...agendaBlocks(visit, records),
        ...besideAgenda(visit, records),
      ],
    });
  },
});
