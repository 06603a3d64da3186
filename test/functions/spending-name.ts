/** Of the operations that serve grants, those that `spending.test.ts` tests. */
export type SpendingName = 'recordExpenditure' | 'listExpenditure' | 'noteSharedFund' | 'listSharedFunds';
