import { expenditureListPage } from './expenditure-list.ts';
import { recordExpenditurePage } from './record-expenditure.ts';

export const spendingPages = {
  expenditure: expenditureListPage,
  recordExpenditure: recordExpenditurePage,
};
