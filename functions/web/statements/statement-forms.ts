import type { StatementType } from '../../statements/formats/formats.ts';

/** What the forms of a statement are called, in the order in which they are offered. */
export const formNames = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'text/csv': 'CSV',
  'text/html': 'web page',
  'application/json': 'JSON',
} as const satisfies Record<StatementType, string>;

/** A form as people call it. */
export const formName = (contentType: string): string =>
  Object.entries(formNames).find(([type]) => type === contentType)?.[1] ?? contentType;
