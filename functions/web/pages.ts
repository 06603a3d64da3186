import { auditPages } from './audit/pages.ts';
import { awardPages } from './awards/pages.ts';
import { bankPages } from './bank/pages.ts';
import { fundPages } from './funds/pages.ts';
import { grantPages } from './grants/pages.ts';
import { homePages } from './home/home.ts';
import { meetingPages } from './meetings/pages.ts';
import { overviewPages } from './overview/pages.ts';
import type { Page, PublicPage } from './page/page.ts';
import { signInPages } from './session/sign-in.ts';
import { signOutPages } from './session/sign-out.ts';
import { settingsPages } from './settings/pages.ts';
import { spendingPages } from './spending/pages.ts';
import { statementPages } from './statements/pages.ts';
import { yearEndPages } from './year-end/pages.ts';

/** Every page. Routes and the tests that try every page in every state are made from this list. */
export const pages = {
  ...homePages,
  ...signInPages,
  ...signOutPages,
  ...overviewPages,
  ...grantPages,
  ...bankPages,
  ...awardPages,
  ...meetingPages,
  ...spendingPages,
  ...fundPages,
  ...statementPages,
  ...yearEndPages,
  ...auditPages,
  ...settingsPages,
} satisfies Record<string, Page | PublicPage>;

export type PageName = keyof typeof pages;
