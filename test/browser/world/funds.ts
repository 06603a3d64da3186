import { hostile, hostileProse, hostileReference } from '../hostile.ts';
import type { Calls } from './calls.ts';

export const otherFunder = { id: 'other-funder', name: hostile.template };

/** One fund with a past, and one in which nothing has been recorded. */
export async function openFunds({ post }: Calls): Promise<void> {
  const fund = { name: hostile.longWord, restriction: 'restricted', nature: 'revenue' };
  await post('officer', '/funds', { id: 'fund', ...fund, purpose: hostileProse, note: hostileProse });
  await post('officer', '/funds', { ...fund, id: 'new-fund', name: hostile.image, restriction: 'unrestricted' });
  await post('officer', '/funds/fund/opening-balance', {
    effectiveOn: '2015-04-01',
    reference: hostileReference,
    bank: '500.00',
    receivables: [{ funder: otherFunder, amount: '60.00' }],
    repayables: [{ funder: otherFunder, amount: '40.00' }],
    note: hostileProse,
  });
}

/** What is neither a grant nor an award. */
export async function spendAndNote({ post }: Calls, year: string): Promise<number> {
  const { sequence } = await post('officer', '/expenditure', {
    fundId: 'fund',
    category: hostile.longWord.slice(0, 100),
    description: hostileProse,
    amount: '25.00',
    spentOn: '2017-09-30',
    paymentReference: hostileReference,
    authorityReference: hostileReference,
    purposeStatement: hostileProse,
    note: `Illustrative: ${hostileProse}`,
  });
  await post('officer', '/shared-funds', {
    title: hostile.longWord,
    funder: otherFunder,
    totalAmount: '200000.00',
    financialYears: [year, '2018-19'],
    areaCount: 6,
    areas: [{ name: hostile.longWord }, { name: hostile.script, amount: '5.00' }],
    heldBy: hostile.rightToLeft,
    source: hostile.image,
    note: hostileProse,
  });
  return sequence;
}
