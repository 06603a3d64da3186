export const awardPages = {};
