import type { RunningPages } from '../../functions/web/running-pages.ts';
import { makeAwards } from './awards.ts';
import { callsOf } from './calls.ts';
import { openFunds, spendAndNote } from './funds.ts';
import { agreeGrants } from './grants.ts';
import { startJobs } from './jobs.ts';
import { closeMeetings, holdMeetings } from './meetings.ts';
import { livePastYears } from './past-years.ts';
import { hostileId } from './people.ts';
import { setUp } from './set-up.ts';

const financialYear = '2017-18';

/** A partnership in which everything is called something hostile, made through the API, as people would. */
export async function makeWorld(running: RunningPages) {
  const calls = callsOf(running);
  await setUp(calls, financialYear);
  await openFunds(calls);
  const past = await livePastYears(calls);
  const { receiptSequence, ...grants } = await agreeGrants(calls, financialYear);
  const spendingSequence = await spendAndNote(calls, financialYear);
  const meetings = await holdMeetings(calls);
  const awards = await makeAwards(calls, meetings);
  await closeMeetings(calls, meetings);
  const jobs = await startJobs(financialYear);
  const sequences = { created: 1, receipt: receiptSequence, spending: spendingSequence };
  return { partnershipId: hostileId, financialYear, grants: { ...grants, ...past }, meetings, awards, jobs, sequences };
}

/** Where the pages of every kind are found. */
export type World = Awaited<ReturnType<typeof makeWorld>>;
