import { awardCalls, did } from '../award-calls.ts';
import { recordAwardsOfEveryKind } from './awards-of-every-kind.ts';
import { randomFrom } from './chance.ts';
import { completeBodies } from './complete-bodies.ts';
import type { Ledger } from './refusals.ts';

/** Records something of every kind, in several funds and years, and takes some of it back. */
export async function fillWithEverything(ledger: Ledger): Promise<void> {
  await fillWithMoney(ledger);
  await recordAwardsOfEveryKind(ledger);
}

async function fillWithMoney(ledger: Ledger): Promise<void> {
  const { to, as, openFund, agree, receive, spend, post } = ledger;
  const put = (path: string, body: object) => did(as({ ...to('PUT', path, body), path }));
  const reverse = (sequence: number, effectiveOn = '2018-02-01') =>
    did(post(`/journal/${sequence}/reversal`, { ...completeBodies.reverseEntry, effectiveOn }));
  const adoptedAtMeetingId = await awardCalls(ledger, ledger.id).schedule({ heldOn: '2017-03-03' });

  await put('/terms-of-reference/2016-04-01', completeBodies.putTermsOfReference);
  await put('/years/2017-18/priorities', { ...completeBodies.putPriorities, adoptedAtMeetingId });
  await put('/funders/essex-pcc', completeBodies.putFunder);
  await did(openFund('a-joined-fund', { restriction: 'restricted', purpose: 'Speed enforcement.', note: 'A note.' }));
  const joined = '/funds/a-joined-fund/opening-balance';
  await did(post(joined, completeBodies.recordOpeningBalance));
  await did(post(`${joined}/receipts`, completeBodies.recordOpeningReceipt));
  await did(post(`${joined}/repayments`, completeBodies.recordOpeningRepayment));

  const grant = await did(agree({ ...completeBodies.agreeGrant, fundId: 'partnership-fund', instalments: undefined }));
  const next = await did(agree({ financialYear: '2018-19', agreedOn: '2018-03-01', reference: 'CORE-2018-19' }));
  await did(receive(grant.id, { amount: '6263.50' }));
  const wrong = await did(receive(grant.id, { amount: '1.00', receivedOn: '2017-06-01' }));
  await did(receive(next.id, { amount: '5000.00', receivedOn: '2018-03-15' }));
  await did(post(`/grants/${grant.id}/top-slices`, completeBodies.notifyTopSlice));
  await did(post(`/grants/${grant.id}/variations`, completeBodies.varyGrant));
  const extension = { effectiveOn: '2017-08-01', reference: 'R', reason: 'An extension.', underspend: 'return' };
  const varied = await did(post(`/grants/${grant.id}/variations`, extension));
  const met = await did(post(`/grants/${grant.id}/conditions/1/fulfilment`, completeBodies.meetCondition));
  await did(spend({ grantId: grant.id, amount: '1000.00' }));
  const spent = await did(spend({ amount: '20.00', note: 'A note.' }));
  await did(
    spend({ fundId: 'a-joined-fund', amount: '70.00', purposeStatement: 'It serves it.', spentOn: '2016-12-01' }),
  );
  const shared = await did(post('/shared-funds', completeBodies.noteSharedFund));
  for (const { sequence } of [wrong, varied, met, spent, shared]) await reverse(sequence);
}

/** Records a little of most kinds: twenty entries with those of a fresh ledger. */
export async function fillBriefly(ledger: Ledger): Promise<void> {
  const { agree, receive, spend, post } = ledger;
  const group = awardCalls(ledger, ledger.id);
  await did(post('/funds/partnership-fund/opening-balance', completeBodies.recordOpeningBalance));
  await did(post('/funds/partnership-fund/opening-balance/receipts', completeBodies.recordOpeningReceipt));
  const grant = await did(agree({ ...completeBodies.agreeGrant, fundId: 'partnership-fund' }));
  await did(receive(grant.id, { bankTotal: '100.00' }));
  await did(post(`/grants/${grant.id}/top-slices`, completeBodies.notifyTopSlice));
  await did(post(`/grants/${grant.id}/variations`, completeBodies.varyGrant));
  await did(post(`/grants/${grant.id}/conditions/1/fulfilment`, completeBodies.meetCondition));
  const spent = await did(spend({ grantId: grant.id }));
  await did(post('/shared-funds', completeBodies.noteSharedFund));
  const meetingId = await group.openMeeting();
  const awardId = await group.proposeTo(meetingId, { grantId: grant.id });
  await did(group.declare(meetingId, { awardId, subject: 'a-trustee' }));
  await did(group.decide(awardId, meetingId));
  await did(group.pay(awardId));
  await did(post(`/journal/${spent.sequence}/reversal`, completeBodies.reverseEntry));
}

/** Does this many things in any order of dates; what is refused is refused. */
export async function doAtRandom(ledger: Ledger, count: number, seed: number): Promise<void> {
  const { random, below, one, date } = randomFrom(seed);
  const amount = (): string => `${below(500)}.${String(1 + below(99)).padStart(2, '0')}`;
  const year = (): string => one(['2015-16', '2016-17', '2017-18', '2018-19']);
  const funds = ['partnership-fund', `z-fund-${seed}`, `a-fund-${seed}`];
  for (const fundId of funds.slice(1)) await did(ledger.openFund(fundId, { note: 'A fund.' }));
  const opening = { ...completeBodies.recordOpeningBalance, effectiveOn: '2015-01-15', bank: amount() };
  await did(ledger.post(`/funds/${funds[1]}/opening-balance`, opening));
  const grants = [await did(ledger.agree())];
  const grantId = (): string => one(grants).id;
  const dated = { reference: 'R', reason: 'A reason.' };
  const acts = [
    async () => {
      const topSlices = random() < 0.5 ? [] : [{ purpose: one(['dhr', 'audit']), amount: '3.50' }];
      const funder = { id: one(['z-funder', 'a-funder', 'essex-pcc']), name: 'A funder' };
      const more = {
        financialYear: year(),
        agreedOn: date(),
        fundId: one(funds),
        funder,
        topSlices,
        statedTotal: '900.00',
      };
      grants.push(
        await did(
          ledger.agree({ ...more, grossAmount: `${500 + below(500)}.25`, conditions: ['Report.'], note: 'A grant.' }),
        ),
      );
    },
    () => ledger.receive(grantId(), { amount: amount(), receivedOn: date() }),
    () => ledger.receive(grantId(), { amount: amount(), receivedOn: date() }),
    () =>
      ledger.spend({
        fundId: one(funds),
        amount: amount(),
        spentOn: date(),
        category: one(['posts', 'cctv', 'audit']),
      }),
    () => ledger.spend({ fundId: one(funds), amount: amount(), spentOn: date(), note: one(['A note.', 'Another.']) }),
    () =>
      ledger.post(`/grants/${grantId()}/top-slices`, {
        purpose: 'dhr',
        amount: '1.25',
        notifiedOn: date(),
        reference: 'R',
      }),
    () =>
      ledger.post(`/grants/${grantId()}/variations`, {
        ...dated,
        effectiveOn: date(),
        grossAmount: `${400 + below(900)}.00`,
      }),
    () => ledger.post(`/grants/${grantId()}/conditions/1/fulfilment`, { metOn: date(), evidence: 'A letter.' }),
    () =>
      ledger.post('/shared-funds', {
        ...completeBodies.noteSharedFund,
        financialYears: [year()],
        title: `Shared ${below(9)}`,
      }),
    () => ledger.post(`/journal/${1 + below(20)}/reversal`, { reason: 'A mistake.', effectiveOn: date() }),
    () => ledger.post(`/journal/${1 + below(60)}/reversal`, { reason: 'A mistake.', effectiveOn: date() }),
  ];
  for (let done = 0; done < count; done += 1) await one(acts)();
}
