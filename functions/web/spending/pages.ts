export const spendingPages = {};
