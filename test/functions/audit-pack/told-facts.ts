import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { noteSharedFund, openFund } from '../../../domain/fund/open-fund.ts';
import { meetCondition } from '../../../domain/grant/change-grant.ts';
import { createPartnership } from '../../../domain/partnership/set-up.ts';
import { act, nameOfficers, openMeetingOf, pay, ratify } from '../../award-builders.ts';
import {
  agree,
  expenditureBody,
  fulfilmentBody,
  fundBody,
  partnershipBody,
  restrictedFundBody,
  reverse,
  sharedFundBody,
} from '../../builders.ts';
import { TestLedger } from '../../domain/test-ledger.ts';

const areas = [
  { name: 'Chelmsford', amount: '60.00' },
  { name: 'Maldon', amount: '30.00' },
];

/** A ledger that tells all that a statement says beside figures: what it must say, and what was taken back. */
export function ledgerThatTells(): TestLedger {
  const ledger = new TestLedger();
  ledger.run(createPartnership(partnershipBody({ note: 'Since 1998.' })));
  ledger.run(openFund(fundBody({ note: 'The main one.' })));
  ledger.run(openFund(restrictedFundBody({ retentionYears: 12 })));
  nameOfficers(ledger);
  const noted = { title: 'Noted by mistake', totalAmount: '100.00' };
  ledger.run(noteSharedFund(sharedFundBody({ ...noted, title: 'Shares stated', areas, areaCount: 2 })));
  ledger.run(noteSharedFund(sharedFundBody({ ...noted, title: 'Shares stated in part', areas, areaCount: 3 })));
  ledger.run(noteSharedFund(sharedFundBody({ ...noted, title: 'Of another year', financialYears: ['2018-19'] })));
  reverse(ledger, ledger.run(noteSharedFund(sharedFundBody(noted))), '2018-03-01');
  agree(ledger, { title: 'Pilot', fundId: 'tru-cam' });
  const terms = { conditions: ['A plan.', 'A report.', 'A visit.'], statedTotal: '1000.50' };
  const grantId = agree(ledger, { ...terms, note: 'As the letter says.' });
  ledger.run(meetCondition(grantId, 1, fulfilmentBody()));
  reverse(ledger, ledger.run(meetCondition(grantId, 2, fulfilmentBody())), '2018-02-01');
  ledger.run(meetCondition(grantId, 3, fulfilmentBody({ metOn: '2018-04-03' })));
  for (const note of ['As the letter says.', 'Twice.', 'Twice.']) spend(ledger, note);
  reverse(ledger, spend(ledger, 'Never paid.'), '2018-03-30');
  const awardId = act(ledger);
  pay(ledger, awardId, { paidOn: '2017-09-08' });
  ratify(ledger, awardId, openMeetingOf(ledger), { outcome: 'refused' });
  return ledger;
}

const spend = (ledger: TestLedger, note: string) =>
  ledger.run(recordExpenditure(expenditureBody({ paymentReference: `JNL-${ledger.entries.length}`, note })));
