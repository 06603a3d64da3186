import type { Api, Call } from '../api.ts';
import { awardCalls, did } from '../award-calls.ts';
import { partnershipCalls } from '../partnership.ts';
import { awardFund, orAny } from './valid-award-calls.ts';

/** For every operation that publishes, a way to make a valid call. */
export function validPublicationCalls(api: Api, id: string) {
  const calls = partnershipCalls(api, id);
  const by = awardCalls(calls, id);
  const get = (path: string) => async (): Promise<Call> => ({ path: calls.base + path });
  const approved = async (): Promise<string> => {
    const meetingId = await by.openMeeting();
    const awardId = await by.proposeTo(meetingId, { fundId: awardFund });
    await did(by.decide(awardId, meetingId));
    return awardId;
  };
  return {
    getOpenData: async () => {
      await orAny(approved());
      return { path: `${calls.base}/open-data/360giving.json` };
    },
    getTransparencyList: get('/open-data/transparency.csv?financialYear=2017-18'),
    getMemberUpdate: get('/reports/member-update?from=2017-04-01&to=2018-03-31'),
  };
}
