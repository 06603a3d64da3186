export const auditPages = {};
