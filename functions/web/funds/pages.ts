export const fundPages = {};
