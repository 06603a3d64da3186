import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { reopenYear } from '../../../domain/year-end/certify-year.ts';
import { approve, nameOfficers, openMeetingOf, pay, refund, submit } from '../../award-builders.ts';
import { expenditureBody } from '../../builders.ts';
import { maldon } from '../../domain/statement/maldon.ts';
import type { TestLedger } from '../../domain/test-ledger.ts';
import { Archive, certify, chiefFinanceOfficer, close } from './certified.ts';

const fundId = 'partnership-fund';

/**
 * The worked example through both years: six awards paid, one of them refunded in part; 2016/17 certified, 2017/18
 * certified, opened again for a forgotten £45.50, and certified again.
 */
export function workedExample(): { ledger: TestLedger; archive: Archive } {
  const { ledger, core } = maldon();
  const archive = new Archive();
  nameOfficers(ledger);
  close(ledger, '2016-17');
  certify(ledger, '2016-17', archive);
  const meetingId = openMeetingOf(ledger);
  for (const place of [1, 2, 3, 4, 5, 6]) {
    const awardId = submit(ledger, meetingId, { title: `Initiative ${place}`, amountRequested: '1000.00' });
    approve(ledger, awardId, meetingId, { amountApproved: '1000.00' });
    pay(ledger, awardId, { amount: '1000.00', paymentReference: `BACS-${place}` });
    if (place === 6) refund(ledger, awardId, { amount: '30.00' });
  }
  close(ledger, '2017-18', [{ fundId, grantId: core, amount: '1557.00' }]);
  certify(ledger, '2017-18', archive);
  ledger.run(reopenYear('2017-18', { reason: 'A forgotten invoice.' }), chiefFinanceOfficer);
  ledger.run(recordExpenditure(expenditureBody({ amount: '45.50', spentOn: '2018-03-02', paymentReference: 'JNL-2' })));
  close(ledger, '2017-18', [{ fundId, grantId: core, amount: '1511.50' }]);
  certify(ledger, '2017-18', archive);
  return { ledger, archive };
}
