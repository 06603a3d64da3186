export const overviewPages = {};
