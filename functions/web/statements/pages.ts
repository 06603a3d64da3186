export const statementPages = {};
