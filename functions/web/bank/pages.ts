export const bankPages = {};
