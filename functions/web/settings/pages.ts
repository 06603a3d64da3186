import { createPartnershipPage } from './create-partnership.ts';
import { funderPage } from './funder.ts';
import { addFunderPage, changeFunderPage } from './funder-forms.ts';
import { funderListPage } from './funder-list.ts';
import { prioritiesPage } from './priorities.ts';
import { setPrioritiesPage } from './set-priorities.ts';
import { settingsPage } from './settings-page.ts';
import { addTermsPage, changeTermsPage } from './terms-forms.ts';

export const settingsPages = {
  createPartnership: createPartnershipPage,
  settings: settingsPage,
  addTerms: addTermsPage,
  changeTerms: changeTermsPage,
  priorities: prioritiesPage,
  setPriorities: setPrioritiesPage,
  funders: funderListPage,
  addFunder: addFunderPage,
  funder: funderPage,
  changeFunder: changeFunderPage,
};
