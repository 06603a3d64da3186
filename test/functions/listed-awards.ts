import { awardCalls, did } from '../award-calls.ts';
import type { Ledger } from './refusals.ts';

const priorities = { items: ['road-safety', 'rural-crime'].map((id) => ({ id, name: id })) };

/**
 * Five meetings, and six awards: two drafts, one that waits, one approved and to be varied, one deferred, one withdrawn.
 * Answers the meeting that sits: it approved one, deferred another, and has a third still before it.
 */
export async function makeAwards(calls: Pick<Ledger, 'as'>, fundIds: readonly [string, string]): Promise<string> {
  const by = awardCalls(calls);
  const [fundId, otherFund] = fundIds;
  await did(calls.as({ method: 'PUT', path: '/years/2017-18/priorities', body: priorities, ...by.coordinator }));
  const [meetingId, later] = [await by.openMeeting(), await by.schedule({ heldOn: '2017-11-03' })];
  for (const heldOn of ['2017-12-01', '2018-01-12', '2018-02-02']) await by.schedule({ heldOn });
  const [one, two] = [['road-safety'], ['road-safety', 'rural-crime']];

  await by.propose({ fundId, priorities: two });
  await by.propose({ fundId: otherFund, priorities: one });
  const approved = await by.proposeTo(meetingId, { fundId, priorities: one });
  await did(by.decide(approved, meetingId));
  await did(by.vary(approved, later));
  await by.proposeTo(meetingId, { fundId });
  const deferred = await by.proposeTo(meetingId, { fundId });
  const deferral = { outcome: 'deferred', amountApproved: undefined, deferredTo: later };
  await did(by.decide(deferred, meetingId, deferral));
  const withdrawn = await by.propose({ fundId: otherFund });
  await did(by.withdraw(withdrawn));
  return meetingId;
}
