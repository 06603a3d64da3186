import type { Api, Call } from '../api.ts';
import { did } from '../award-calls.ts';
import { partnershipCalls } from '../partnership.ts';
import { type ChangingName, completeBodies } from './complete-bodies.ts';
import { anyId } from './valid-award-calls.ts';

/** A fund out of which much was returned to funders, long before anything else happened. */
const returnedFund = 'slug-returned';
const longAgo = '1998-99';
const owedTitle = 'Of which much is to be repaid';
const overpaidTitle = 'Of which too much was repaid';

const noHash = '0'.repeat(64);

const carried = {
  fundId: returnedFund,
  treatment: 'carry-forward',
  amount: '1.00',
  approvalReference: 'Reference 17',
} as const;
const returned = (grantId: string, amount: string) => ({
  fundId: returnedFund,
  treatment: 'return',
  amount,
  grantId,
});

/** For every operation on the end of a year, a way to make a valid call; who closes is nobody who certifies. */
export function validYearEndCalls(api: Api, id: string) {
  const calls = partnershipCalls(api, id);
  let count = 0;
  const post = (path: string, name: ChangingName, more: object = {}): Call => ({
    method: 'POST',
    path: calls.base + path,
    body: { ...completeBodies[name], ...more },
  });
  const ofGrant = async (wanted: string, what: string): Promise<string> => {
    const { body } = await calls.get(`/grants?financialYear=${longAgo}`);
    const grants: { id: string; title: string }[] = body.items ?? [];
    return `/grants/${grants.find(({ title }) => title === wanted)?.id ?? anyId}${what}`;
  };
  /** The first year that is open: nothing is posted in those that come before everything else. */
  const openYear = async (): Promise<string> => {
    for (let start = 1999; ; start += 1) {
      const year = `${start}-${String(start + 1).slice(2)}`;
      const { body } = await calls.statement('', year);
      if (!['closed', 'certified'].includes(body.status)) return year;
    }
  };
  const closing = async (year: string): Promise<Call> =>
    post(`/years/${year}/closing`, 'closeYear', { disposals: [carried] });
  const closedYear = async (): Promise<string> => {
    const year = await openYear();
    const { body, path } = await closing(year);
    await calls.post(path.replace(calls.base, ''), body);
    return year;
  };

  return {
    recordRepayment: async () => post(await ofGrant(owedTitle, '/repayments'), 'recordRepayment'),
    recordRepaymentRefund: async () => {
      count += 1;
      const bankReference = `Reference 7/${count}`;
      return post(await ofGrant(overpaidTitle, '/repayment-refunds'), 'recordRepaymentRefund', { bankReference });
    },
    listYears: async () => ({ path: `${calls.base}/years` }),
    getClosingChecklist: async () => ({ path: `${calls.base}/years/2017-18/closing-checklist` }),
    closeYear: async () => closing(await openYear()),
    certifyYear: async () => {
      const year = await closedYear();
      const { body } = await calls.statement('', year);
      return post(`/years/${year}/certification`, 'certifyYear', { statementHash: body.statementHash ?? noHash });
    },
    reopenYear: async () => post(`/years/${await closedYear()}/reopening`, 'reopenYear'),
  };
}

/** Makes what these calls rest on: a year closed, of whose returns one is to be repaid, and of one too much was. */
export async function setUpYearEnd(api: Api, id: string): Promise<void> {
  const calls = partnershipCalls(api, id);
  const agreed = async (title: string, grossAmount: string): Promise<string> => {
    const terms = { financialYear: longAgo, agreedOn: '1998-08-03', topSlices: [], underspend: 'return' };
    return (await did(calls.agree({ title, fundId: returnedFund, grossAmount, ...terms }))).id;
  };
  const close = (owed: string, overpaid: string, amount: string) => {
    const disposals = [returned(owed, '100000.00'), returned(overpaid, amount), carried];
    return did(calls.post(`/years/${longAgo}/closing`, { disposals }));
  };
  await did(calls.openFund(returnedFund));
  const [owed, overpaid] = [await agreed(owedTitle, '100001.00'), await agreed(overpaidTitle, '100000.00')];
  await close(owed, overpaid, '100000.00');
  const repayment = { amount: '100000.00', paidOn: '1999-05-04', paymentReference: 'Reference 18' };
  await did(calls.post(`/grants/${overpaid}/repayments`, repayment));
  const groups = [`${id}:chief-finance-officer`];
  await did(calls.post(`/years/${longAgo}/reopening`, { reason: 'A forgotten invoice.' }, { groups }));
  const spent = { fundId: returnedFund, grantId: overpaid, amount: '60000.00', spentOn: '1999-02-01' };
  await did(calls.spend(spent));
  await close(owed, overpaid, '40000.00');
}
