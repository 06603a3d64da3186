import { awardListPage } from './award-list.ts';
import { awardPage } from './award-page.ts';
import { chairsActionPage } from './chairs-action.ts';
import { closeAwardPage } from './close-award.ts';
import { payAwardPage } from './pay-award.ts';
import { proposeAwardPage } from './propose-award.ts';
import { refundAwardPage } from './refund-award.ts';
import { submitAwardPage } from './submit-award.ts';
import { varyAwardPage } from './vary-award.ts';
import { withdrawAwardPage } from './withdraw-award.ts';

export const awardPages = {
  awards: awardListPage,
  proposeAward: proposeAwardPage,
  award: awardPage,
  submitAward: submitAwardPage,
  withdrawAward: withdrawAwardPage,
  varyAward: varyAwardPage,
  takeChairsAction: chairsActionPage,
  payAward: payAwardPage,
  refundAward: refundAwardPage,
  closeAward: closeAwardPage,
};
