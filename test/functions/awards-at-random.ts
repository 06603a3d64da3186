import type { Reply } from '../api.ts';
import { awardCalls, did } from '../award-calls.ts';
import { randomFrom } from './chance.ts';
import type { Ledger } from './refusals.ts';

type Chance = ReturnType<typeof randomFrom>;
type Act = () => Promise<Reply>;

const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

/** Grants of three years, terms that may allow over-commitment, meetings: what the rest happens to. */
async function setUp(ledger: Ledger, { one, date, chance }: Chance) {
  const group = awardCalls(ledger, ledger.id);
  const percent = chance(0.5) ? { overCommitmentPercent: 20 } : {};
  await group.setTerms({ quorum: 1, chairsActionLimit: '900', ...percent }, '2014-04-01');
  for (const financialYear of ['2015-16', '2016-17', '2018-19']) {
    await did(ledger.agree({ financialYear, grossAmount: '3000', topSlices: [] }));
  }
  const { body } = await ledger.get('/grants');
  const grants: string[] = body.items.map(({ id }: { id: string }) => id);
  const meetings: string[] = [];
  const meet = async (): Promise<Reply> => {
    const meetingId = await group.openMeeting({ heldOn: date() });
    meetings.push(meetingId);
    return group.meeting(meetingId);
  };
  for (let count = 0; count < 3; count += 1) await meet();
  return { group, grants, meet, meeting: () => one(meetings) };
}
type Stage = Awaited<ReturnType<typeof setUp>>;

/** Proposals, and what meetings and the chair make of them. */
function decisionsOn({ group, grants, meet, meeting }: Stage, { one, date, chance }: Chance, amount: () => string) {
  /** The awards, each with the meeting to which it was sent. */
  const agenda = new Map<string, string>();
  const approved: string[] = [];
  const award = (): string => one([...agenda.keys()]);
  const propose = async (): Promise<string> => {
    const more = { ...(chance(0.3) ? { grantId: one(grants) } : {}), ...(chance(0.3) ? { note: 'An award.' } : {}) };
    const awardId = await group.propose({ ...more, amountRequested: chance(0.8) ? '600.00' : undefined });
    agenda.set(awardId, meeting());
    return awardId;
  };
  const submit = (awardId: string): Promise<Reply> => group.submit(awardId, agenda.get(awardId) ?? meeting());
  const approve = async (awardId: string, reply: Promise<Reply>): Promise<Reply> => {
    if ((await reply).body.status === 'approved') approved.push(awardId);
    return reply;
  };
  const decide = (outcome: string) => (): Promise<Reply> => {
    const awardId = one([...agenda.keys()].slice(-6));
    const meetingId = (chance(0.9) ? agenda.get(awardId) : undefined) ?? meeting();
    const isUnconfirmed = outcome !== 'approved' || chance(0.2);
    const more = { outcome, amountApproved: isUnconfirmed ? undefined : amount() };
    return approve(awardId, group.decide(awardId, meetingId, more, chance(0.9) ? group.chair : group.viceChair));
  };
  const act = async (): Promise<Reply> => {
    const awardId = await propose();
    return approve(awardId, group.act(awardId, { amountApproved: amount(), decidedOn: date() }));
  };
  const ratify = (outcome: string) => () => group.ratify(meeting(), one(approved), { outcome });
  const vary = (): Promise<Reply> => {
    const [awardId, meetingId] = [one(approved), meeting()];
    agenda.set(awardId, meetingId);
    return group.vary(awardId, meetingId, { amountRequested: amount() });
  };
  const subject = (): string => one(['chair', 'vice-chair', 'a-clerk', 'another-clerk', 'a-third-clerk']);
  const acts: Act[] = [
    ...many(4, async () => submit(await propose())),
    ...many(2, act),
    meet,
    () => (chance(0.2) ? group.close(meeting()) : submit(award())),
    ...[...many(8, 'approved'), 'rejected', 'deferred'].map(decide),
    ...many(3, vary),
    () => (chance(0.3) ? group.withdraw(award()) : submit(award())),
    () => group.declare(meeting(), { awardId: award(), subject: subject() }),
    ...['ratified', 'ratified', 'refused'].map(ratify),
  ];
  return { acts, approved, first: async () => submit(await propose()) };
}

/** Payments, refunds, closures, and what takes them back. */
function moneyOf({ group }: Stage, ledger: Ledger, { one, date, below }: Chance, approved: readonly string[]): Act[] {
  const amount = (): string => `${1 + below(150)}.${10 + below(90)}`;
  const reverse = async (): Promise<Reply> => {
    const { body } = await ledger.get(`/journal?type=${one(['award-paid', 'award-refunded'])}&limit=100`);
    const { sequence = 1 }: { sequence?: number } = body.items.length === 0 ? {} : one(body.items);
    return ledger.post(`/journal/${sequence}/reversal`, { reason: 'A mistake.', effectiveOn: date() });
  };
  const refund = (): Promise<Reply> => {
    const bankReference = `BACK-${ledger.id}-${below(1_000_000)}`;
    return group.refund(one(approved), { amount: amount(), receivedOn: date(), bankReference });
  };
  return [
    ...many(10, () => group.pay(one(approved), { amount: amount(), paidOn: date() })),
    ...many(6, refund),
    ...many(2, () => group.closeAward(one(approved), { closedOn: date() })),
    ...many(4, reverse),
    () => ledger.spend({ amount: amount(), spentOn: date() }),
  ];
}

/** Does this many things to awards, in any order of dates; what is refused is refused. */
export async function doAwardsAtRandom(
  ledger: Ledger,
  count: number,
  seed: number,
  afterEach: () => Promise<void> = async () => {},
): Promise<void> {
  const random = randomFrom(seed);
  const stage = await setUp(ledger, random);
  const amount = (): string => `${1 + random.below(600)}.${10 + random.below(90)}`;
  const { acts, approved, first } = decisionsOn(stage, random, amount);
  await first();
  for (let done = 0; done < count; done += 1) {
    const possible = approved.length === 0 ? acts.slice(0, 16) : [...acts, ...moneyOf(stage, ledger, random, approved)];
    const { status, text } = await random.one(possible)();
    if (status >= 500) throw new Error(text);
    await afterEach();
  }
}
