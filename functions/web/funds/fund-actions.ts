import { operations } from '../../operations.ts';
import type { Visit } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { type Action, actions, type Block } from '../page/view.ts';
import { openingPath } from './fund-paths.ts';
import type { WholeFund } from './read-fund.ts';

/** What this person can do with the fund as it stands. */
export function fundActions({ partnershipId, fund, grants, opening }: WholeFund, may: Visit['may']): Block {
  const path = openingPath({ partnershipId, fundId: fund.id });
  const look = 'secondary' as const;
  const spend: Action = {
    href: `${partnershipPath(partnershipId)}/expenditure/new?fundId=${fund.id}`,
    text: 'Record spending',
  };
  const open: Action = { href: path, text: 'Record the opening balance', look };
  const receive: Action = { href: `${path}/receipts/new`, text: 'Record money owed from before', look };
  const repay: Action = { href: `${path}/repayments/new`, text: 'Record a repayment owed from before', look };
  return actions(
    ...(fund.uncommitted.isPositive() && may(operations.recordExpenditure.access) ? [spend] : []),
    ...(canOpen({ fund, grants }) && may(operations.recordOpeningBalance.access) ? [open] : []),
    ...(opening?.outstanding.isPositive() && may(operations.recordOpeningReceipt.access) ? [receive] : []),
    ...(opening && canRepay(opening) && may(operations.recordOpeningRepayment.access) ? [repay] : []),
  );
}

/** An opening balance comes before a fund's other entries; one that was reversed is entered afresh. */
function canOpen({ fund: { openingBalance, balance, committed }, grants }: Pick<WholeFund, 'fund' | 'grants'>) {
  if (openingBalance !== undefined) return openingBalance.reversedOn !== undefined;
  return balance.isZero() && committed.isZero() && grants.every(({ reversedOn }) => reversedOn !== undefined);
}

const canRepay = ({ repayables, repayable }: NonNullable<WholeFund['opening']>): boolean =>
  repayables.length > 0 && repayable.isPositive();
