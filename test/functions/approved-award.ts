import { type AwardCalls, did } from '../award-calls.ts';

/** An award of £400 that a meeting approved on 6 October 2017, and the meeting, which stays open. */
export async function approvedAward(
  group: AwardCalls,
): Promise<{ readonly awardId: string; readonly meetingId: string }> {
  const meetingId = await group.openMeeting();
  const awardId = await group.proposeTo(meetingId);
  await did(group.decide(awardId, meetingId));
  return { awardId, meetingId };
}
