import { certifyYearPage } from './certify-year.ts';
import { checklistPage } from './checklist.ts';
import { closeYearPage } from './close-year.ts';
import { reopenYearPage } from './reopen-year.ts';

export const yearEndPages = {
  closingChecklist: checklistPage,
  closeYear: closeYearPage,
  certifyYear: certifyYearPage,
  reopenYear: reopenYearPage,
};
