import type { Api, Call } from '../api.ts';
import { type AwardCalls, awardCalls, did } from '../award-calls.ts';
import { freshLedger, type Ledger } from './refusals.ts';

/** An id that nothing has. */
export const anyId = '01932f1c-7a2b-7c3d-8e4f-0123456789ab';

/** A partnership with £12,527 in its fund, and a group with chair and vice-chair that may spend it. */
export type GroupLedger = Ledger & { readonly group: AwardCalls };

async function withGroup(ledger: Ledger): Promise<GroupLedger> {
  const group = awardCalls(ledger, ledger.id);
  await did(ledger.agree());
  await group.setTerms();
  return { ...ledger, group };
}

export const groupLedger = async (api: Api): Promise<GroupLedger> => withGroup(await freshLedger(api));

/** A refusal's scenario in such a partnership. */
export const inGroup =
  (scenario: (group: AwardCalls, ledger: Ledger) => Call | Promise<Call>) =>
  async (ledger: Ledger): Promise<Call> => {
    const { group } = await withGroup(ledger);
    return scenario(group, ledger);
  };

/** An award that was put on this many agendas, one after the other. */
export async function throughMeetings(group: AwardCalls, count: number): Promise<string> {
  const awardId = await group.propose();
  for (let done = 0; done < count; done += 1) await did(group.submit(awardId, await group.schedule()));
  return awardId;
}
