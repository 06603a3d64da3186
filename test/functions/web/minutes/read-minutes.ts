import { operations } from '../../../../functions/operations.ts';
import { type Minutes, minutesOf } from '../../../../functions/web/minutes/minutes.ts';
import type { Reply } from '../../../api.ts';

type Get = (path: string) => Promise<Reply>;

/** The minutes of a meeting, from what the API answers. */
export async function readMinutes(get: Get, meetingId: string): Promise<Minutes> {
  const { getMeeting, getAward, getPartnership, listFunds, listMeetings } = operations;
  const meeting = getMeeting.answer.schema.parse((await get(`/meetings/${meetingId}`)).body);
  const ids = [...new Set(meeting.agenda.map(({ awardId }) => awardId))];
  const awards = await Promise.all(
    ids.map(async (id) => getAward.answer.schema.parse((await get(`/awards/${id}`)).body)),
  );
  const partnership = getPartnership.answer.schema.parse((await get('')).body);
  const priorities = await get('/years/2017-18/priorities');
  return minutesOf(meeting, awards, partnership.name, {
    authorities: partnership.responsibleAuthorities,
    funds: listFunds.answer.schema.parse((await get('/funds')).body).items,
    priorities: priorities.status === 404 ? [] : operations.getPriorities.answer.schema.parse(priorities.body).items,
    meetings: listMeetings.answer.schema.parse((await get('/meetings')).body).items,
  });
}
