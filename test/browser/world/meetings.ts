import { hostile, hostileProse } from '../hostile.ts';
import type { Calls } from './calls.ts';
import { loginOf } from './people.ts';

const attendance = {
  presiding: { subject: loginOf('chair'), name: hostile.image },
  present: [
    { authorityId: 'council', name: hostile.longWord },
    { authorityId: 'police', name: hostile.rightToLeft, subject: loginOf('viceChair') },
    { authorityId: 'fire', name: hostile.script },
  ],
  note: hostileProse,
};

/** Meetings of every standing. */
export async function holdMeetings({ post, put }: Calls) {
  const schedule = async (heldOn: string): Promise<string> => {
    const body = { title: hostile.longWord, heldOn, venue: hostile.script, note: hostileProse };
    return (await post('coordinator', '/meetings', body)).id;
  };
  const attended = async (heldOn: string): Promise<string> => {
    const meeting = await schedule(heldOn);
    await put('coordinator', `/meetings/${meeting}/attendance`, attendance);
    return meeting;
  };
  const opened = async (heldOn: string): Promise<string> => {
    const meeting = await attended(heldOn);
    await post('coordinator', `/meetings/${meeting}/opening`, { note: hostileProse });
    return meeting;
  };
  return {
    /** To be closed once it has decided. */
    first: await opened('2017-06-09'),
    confirmed: await opened('2017-07-07'),
    open: await opened('2017-10-06'),
    later: await opened('2017-11-03'),
    attended: await attended('2018-01-12'),
    scheduled: await schedule('2018-02-16'),
  };
}

export type Meetings = Awaited<ReturnType<typeof holdMeetings>>;

/** Closes those that are over. */
export async function closeMeetings({ post }: Calls, { first, confirmed, open }: Meetings): Promise<void> {
  for (const meeting of [first, confirmed]) {
    await post('coordinator', `/meetings/${meeting}/closing`, { note: hostileProse });
  }
  const body = { confirmedAtMeetingId: open, note: hostileProse };
  await post('coordinator', `/meetings/${confirmed}/minutes-confirmation`, body);
}
