import { hostile, hostileProse, hostileReference } from '../hostile.ts';
import type { Calls } from './calls.ts';

const agreement = {
  kind: 'core-allocation',
  title: hostile.script,
  funder: { id: 'funder', name: hostile.script },
  fundId: 'fund',
  underspend: 'return',
  reference: hostileReference,
};

/** A grant of an earlier year, of which something is to go back. */
export async function agreeEarlier({ post }: Calls, year: string, agreedOn: string, amount: string): Promise<string> {
  const { id } = await post('officer', '/grants', {
    ...agreement,
    title: hostile.template,
    financialYear: year,
    agreedOn,
    grossAmount: amount,
  });
  await post('officer', `/grants/${id}/receipts`, { amount, receivedOn: agreedOn, bankReference: `EARLIER ${year}` });
  return id;
}

/** A grant to which everything has happened that can, and one that is owed in instalments. */
export async function agreeGrants({ post }: Calls, year: string) {
  const grant = await post('officer', '/grants', {
    ...agreement,
    financialYear: year,
    agreedOn: '2017-04-03',
    grossAmount: '5000.00',
    topSlices: [{ purpose: hostile.image, description: hostile.longWord, amount: '250.00' }],
    conditions: [hostileProse, hostile.longWord],
    statedTotal: '5001.00',
    note: `Illustrative: ${hostileProse}`,
  });
  const receipt = await post('officer', `/grants/${grant.id}/receipts`, {
    amount: '3000.00',
    receivedOn: '2017-05-02',
    bankReference: hostileReference,
    note: hostileProse,
  });
  await change({ post }, `/grants/${grant.id}`);
  const inParts = await post('officer', '/grants', {
    ...agreement,
    title: hostile.longWord,
    financialYear: year,
    agreedOn: '2017-04-04',
    grossAmount: '900.00',
    instalments: { count: 3, firstDueOn: '2017-05-01', everyMonths: 3 },
  });
  return { grant: grant.id, grantInParts: inParts.id, receiptSequence: receipt.sequence };
}

async function change({ post }: Pick<Calls, 'post'>, grant: string): Promise<void> {
  await post('officer', `${grant}/top-slices`, {
    purpose: hostile.longWord.slice(0, 100),
    description: hostile.rightToLeft,
    amount: '10.00',
    notifiedOn: '2017-06-01',
    reference: hostileReference,
  });
  await post('officer', `${grant}/variations`, {
    grossAmount: '5100.00',
    effectiveOn: '2017-07-01',
    reference: hostileReference,
    reason: hostileProse,
    note: hostileProse,
  });
  await post('officer', `${grant}/conditions/2/fulfilment`, { metOn: '2017-08-01', evidence: hostileProse });
}
