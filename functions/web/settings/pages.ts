export const settingsPages = {};
