import { hostile, hostileProse, hostileReference } from '../hostile.ts';
import type { Calls } from './calls.ts';
import { agreeEarlier } from './grants.ts';

const year = '/years/2015-16';
const kept = { fundId: 'fund', treatment: 'carry-forward', approvalReference: hostileReference };

/**
 * 2015/16, certified twice, with a grant of which more was repaid than goes back in the end; and 2016/17, closed, with a
 * grant of which something still goes back.
 */
export async function livePastYears(calls: Calls) {
  const { post } = calls;
  const overpaid = await agreeEarlier(calls, '2015-16', '2015-05-01', '30.00');
  await post('officer', `${year}/closing`, {
    disposals: [
      { ...kept, amount: '520.00' },
      { fundId: 'fund', treatment: 'return', amount: '30.00', grantId: overpaid },
    ],
    note: hostileProse,
  });
  await certify(calls);
  const repaid = { amount: '30.00', paidOn: '2016-05-01', paymentReference: hostileReference, note: hostileProse };
  await post('officer', `/grants/${overpaid}/repayments`, repaid);
  await post('chief', `${year}/reopening`, { reason: hostileProse, note: hostileProse });
  await post('officer', `${year}/closing`, {
    disposals: [
      { ...kept, amount: '530.00' },
      { fundId: 'fund', treatment: 'return', amount: '20.00', grantId: overpaid },
    ],
  });
  await certify(calls);
  const repayable = await agreeEarlier(calls, '2016-17', '2016-05-02', '25.00');
  await post('officer', '/years/2016-17/closing', {
    disposals: [
      { ...kept, amount: '530.00' },
      { fundId: 'fund', treatment: 'return', amount: '25.00', grantId: repayable },
    ],
  });
  return { overpaid, repayable };
}

async function certify({ get, post }: Calls): Promise<void> {
  const { statementHash } = await get('chief', `${year}/statement`);
  await post('chief', `${year}/certification`, {
    statementHash,
    name: hostile.longWord,
    role: hostile.script,
    note: hostileProse,
  });
}
