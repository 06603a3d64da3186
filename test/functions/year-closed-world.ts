import type { Api, Call, Reply } from '../api.ts';
import { type AwardCalls, attendance, awardCalls, did } from '../award-calls.ts';
import { partnershipCalls } from '../partnership.ts';

export const closedYear = '2017-18';
export const closedDay = '2018-03-20';
export const openDay = '2018-05-20';

type Calls = ReturnType<typeof partnershipCalls>;

/** A meeting that sits on a day, with a proposal before it and another amount for an award. */
type Sitting = {
  readonly day: string;
  readonly year: string;
  readonly meetingId: string;
  readonly proposal: string;
  readonly variation: string;
};

const owed = [{ funder: { id: 'essex-pcc', name: 'Commissioner' }, amount: '200.00' }];
const opening = { effectiveOn: '2016-04-01', reference: 'TB', bank: '2500.00', receivables: owed, repayables: owed };

/** Carries forward all that a year's statement says is there. */
export async function closeCarryingAll({ statement, post }: Calls, year: string): Promise<Reply['body']> {
  const { funds } = await did(statement('', year));
  const disposals = funds
    .filter(({ closingBalance }: { closingBalance: string }) => Number(closingBalance) > 0)
    .map(({ fundId, closingBalance: amount }: { fundId: string; closingBalance: string }) => {
      return { fundId, treatment: 'carry-forward', amount, approvalReference: 'PFCC-1' };
    });
  return did(post(`/years/${year}/closing`, { disposals }));
}

/** A partnership in which everything can be done on either day, of which 2017/18 is closed. */
export async function busyWorld(api: Api, id: string) {
  const calls = partnershipCalls(api, id);
  const group = awardCalls(calls, id);
  await did(calls.create());
  for (const fundId of ['partnership-fund', 'joined', 'new']) await did(calls.openFund(fundId));
  await did(calls.post('/funds/joined/opening-balance', opening));
  const returnedOf = await returnedGrants(calls, id);
  const conditions = ['A plan.'];
  const { id: core } = await did(calls.agree({ grossAmount: '10000.00', topSlices: [], conditions }));
  const receipt = await did(calls.receive(core));
  await group.setTerms({ ratificationDays: undefined }, '2016-04-01');
  const earlier = await group.openMeeting();
  const approved = async (): Promise<string> => {
    const awardId = await group.proposeTo(earlier);
    await did(group.decide(awardId, earlier));
    return awardId;
  };
  const [unpaid, closable, paid] = [await approved(), await approved(), await approved()];
  await did(group.pay(paid));
  const sitting = async (day: string, year: string): Promise<Sitting> => {
    const meetingId = await group.openMeeting({ heldOn: day });
    const variation = await approved();
    await did(group.vary(variation, meetingId));
    return { day, year, meetingId, proposal: await group.proposeTo(meetingId), variation };
  };
  const [closed, open] = [await sitting(closedDay, closedYear), await sitting(openDay, '2018-19')];
  const rest = { ...returnedOf, core, receipt: receipt.sequence, earlier, unpaid, closable, paid };
  const late = await lateThings(group);
  await closeCarryingAll(calls, closedYear);
  return { calls, group, ...rest, ...late, closed, open };
}
export type BusyWorld = Awaited<ReturnType<typeof busyWorld>>;

/** Chair's action that waits, a draft, and meetings to come. */
async function lateThings(group: AwardCalls) {
  const acted = await group.propose();
  await did(group.act(acted, { decidedOn: '2018-01-10' }));
  const bare = await group.schedule({ heldOn: closedDay });
  const attended = await group.schedule({ heldOn: '2018-02-15' });
  await did(group.attend(attended, attendance));
  const over = await group.openMeeting({ heldOn: '2017-12-01' });
  await did(group.close(over));
  return { acted, bare, attended, over, draft: await group.propose(), other: await group.propose() };
}

/** Of one grant money is to be repaid; of the other too much was, before its year was opened again. */
async function returnedGrants(calls: Calls, id: string): Promise<{ repayable: string; overpaid: string }> {
  const ofYear = { financialYear: '2016-17', agreedOn: '2016-05-03', grossAmount: '1000.00', topSlices: [] };
  const [{ id: repayable }, { id: overpaid }] = [await did(calls.agree(ofYear)), await did(calls.agree(ofYear))];
  const returned = (grantId: string, amount: string) => {
    return { fundId: 'partnership-fund', treatment: 'return', grantId, amount };
  };
  const joined = { fundId: 'joined', treatment: 'carry-forward', amount: '2500.00' };
  const close = (amount: string) => {
    const disposals = [returned(repayable, '1000.00'), returned(overpaid, amount), joined];
    return did(calls.post('/years/2016-17/closing', { disposals }));
  };
  await close('1000.00');
  const repayment = { amount: '1000.00', paidOn: '2017-05-02', paymentReference: 'REPAY-1' };
  await did(calls.post(`/grants/${overpaid}/repayments`, repayment));
  const groups = [`${id}:chief-finance-officer`];
  await did(calls.post('/years/2016-17/reopening', { reason: 'A forgotten invoice.' }, { groups }));
  await did(calls.spend({ amount: '500.00', spentOn: '2017-02-01', grantId: overpaid }));
  await close('500.00');
  return { repayable, overpaid };
}

/** A call of the world's partnership, by whoever makes such calls. */
export const callOf = ({ calls, group }: BusyWorld, call: Call): Call => ({
  ...group.officer,
  method: 'POST',
  ...call,
  path: `${calls.base}${call.path}`,
});
