export const yearEndPages = {};
