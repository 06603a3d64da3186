import { auditLandingPage } from './audit-landing.ts';
import { entryPage } from './entry-page.ts';
import { auditEventsPage } from './events.ts';
import { journalListPage } from './journal-list.ts';
import { reverseEntryPage } from './reverse-entry.ts';
import { verificationPage, verificationRunPage } from './verification.ts';

export const auditPages = {
  journal: journalListPage,
  journalEntry: entryPage,
  reverseEntry: reverseEntryPage,
  audit: auditLandingPage,
  verification: verificationPage,
  verificationRun: verificationRunPage,
  auditEvents: auditEventsPage,
};
