import { fundPage } from './fund.ts';
import { fundListPage } from './fund-list.ts';
import { openFundPage } from './open-fund.ts';
import { recordOpeningBalancePage } from './record-opening-balance.ts';
import { recordOpeningReceiptPage } from './record-opening-receipt.ts';
import { recordOpeningRepaymentPage } from './record-opening-repayment.ts';

export const fundPages = {
  funds: fundListPage,
  openFund: openFundPage,
  fund: fundPage,
  recordOpeningBalance: recordOpeningBalancePage,
  recordOpeningReceipt: recordOpeningReceiptPage,
  recordOpeningRepayment: recordOpeningRepaymentPage,
};
