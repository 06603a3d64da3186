import { grantListPage } from './grant-list.ts';
import { recordReceiptPage } from './record-receipt.ts';

export const grantPages = {
  grants: grantListPage,
  recordReceipt: recordReceiptPage,
};
