import { grantPage } from './grant.ts';
import { grantListPage } from './grant-list.ts';
import { grantReturnsPage } from './grant-returns.ts';
import { meetConditionPage } from './meet-condition.ts';
import { noteSharedFundPage } from './note-shared-fund.ts';
import { notifyTopSlicePage } from './notify-top-slice.ts';
import { recordGrantPage } from './record-grant.ts';
import { recordReceiptPage } from './record-receipt.ts';
import { recordRepaymentPage } from './record-repayment.ts';
import { refundRepaymentPage } from './refund-repayment.ts';
import { sharedFundsPage } from './shared-funds.ts';
import { varyGrantPage } from './vary-grant.ts';

export const grantPages = {
  grants: grantListPage,
  recordGrant: recordGrantPage,
  grant: grantPage,
  recordReceipt: recordReceiptPage,
  notifyTopSlice: notifyTopSlicePage,
  varyGrant: varyGrantPage,
  meetCondition: meetConditionPage,
  grantReturns: grantReturnsPage,
  recordRepayment: recordRepaymentPage,
  refundRepayment: refundRepaymentPage,
  sharedFunds: sharedFundsPage,
  noteSharedFund: noteSharedFundPage,
};
