import { decideAward } from '../../../domain/award/decide-award.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { openFund, recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { recordRepayment } from '../../../domain/grant/record-repayment.ts';
import {
  act,
  approve,
  chair,
  decisionBody,
  nameOfficers,
  openMeetingOf,
  pay,
  propose,
  scheduleOn,
  submit,
  vary,
} from '../../award-builders.ts';
import {
  agree,
  essexPcc,
  expenditureBody,
  fundBody,
  ledgerWith,
  openingBalanceBody,
  receiptBody,
  repaymentBody,
} from '../../builders.ts';
import { carried, close, closeCarryingAll, reopen, returned } from '../../year-end-builders.ts';
import type { TestLedger } from '../test-ledger.ts';

/** A day of the year that is closed, and one of the next, in which anything can be posted. */
export const closedDay = '2018-03-20';
export const openDay = '2018-05-20';
export const closedYear = '2017-18';

type Sitting = {
  readonly day: string;
  readonly year: string;
  readonly meetingId: string;
  /** On the meeting's agenda: a proposal, and another amount for an award. */
  readonly proposal: string;
  readonly variation: string;
};

/**
 * A ledger in which everything can be done on either day: money returned and repaid of 2016/17, a fund that joined with
 * debts, awards in every state, an open meeting on each day; and then 2017/18 is closed.
 */
export function busyLedger() {
  const ledger = ledgerWith(fundBody(), fundBody({ id: 'joined', name: 'Joined' }));
  const owed = [{ funder: essexPcc, amount: '200.00' }];
  const opening = { effectiveOn: '2016-04-01', receivables: owed, repayables: owed };
  ledger.run(recordOpeningBalance('joined', openingBalanceBody(opening)));
  const returnedOf = returnedGrants(ledger);
  const core = agree(ledger, { grossAmount: '10000.00', conditions: ['A plan by September.', 'A report.'] });
  const receipt = ledger.run(recordReceipt(core, receiptBody({ amount: '300.00' })));
  const spending = ledger.run(recordExpenditure(expenditureBody({ spentOn: '2018-02-01' })));
  nameOfficers(ledger);
  const earlier = openMeetingOf(ledger);
  const approved = (): string => {
    const awardId = submit(ledger, earlier);
    approve(ledger, awardId, earlier);
    return awardId;
  };
  const unpaid = approved();
  const paid = approved();
  const payment = pay(ledger, paid);
  const unclear = submit(ledger, earlier);
  ledger.run(decideAward(unclear, decisionBody(earlier)), chair);
  const sittings = [closedDay, openDay].map((day): Sitting => {
    const meetingId = openMeetingOf(ledger, { heldOn: day });
    const varied = approved();
    vary(ledger, varied, meetingId);
    const year = day === closedDay ? closedYear : '2018-19';
    return { day, year, meetingId, proposal: submit(ledger, meetingId), variation: varied };
  });
  const acted = act(ledger, { decidedOn: '2018-01-10' });
  const draft = propose(ledger);
  const scheduled = scheduleOn(ledger, closedDay);
  const world = { ledger, core, ...returnedOf, receipt, spending, payment, unpaid, paid, unclear, acted, draft };
  closeCarryingAll(ledger, closedYear);
  ledger.run(openFund(fundBody({ id: 'new', name: 'New' })));
  const [closed, open] = sittings as [Sitting, Sitting];
  return { ...world, earlier, scheduled, closed, open };
}
export type BusyLedger = ReturnType<typeof busyLedger>;

/** Of one grant of 2016/17 money is to be repaid; of the other too much was repaid before the year was opened again. */
function returnedGrants(ledger: TestLedger): { repayable: string; overpaid: string } {
  const ofYear = { financialYear: '2016-17', agreedOn: '2016-05-03' };
  const [repayable, overpaid] = [agree(ledger, ofYear), agree(ledger, ofYear)];
  const closing = (amount: string) =>
    close(
      ledger,
      '2016-17',
      returned(repayable, '1000.00'),
      returned(overpaid, amount),
      carried('2500.00', { fundId: 'joined' }),
    );
  closing('1000.00');
  ledger.run(recordRepayment(overpaid, repaymentBody({ amount: '1000.00', paidOn: '2017-05-02' })));
  reopen(ledger, '2016-17');
  ledger.run(recordExpenditure(expenditureBody({ amount: '500.00', spentOn: '2017-02-01', grantId: overpaid })));
  closing('500.00');
  return { repayable, overpaid };
}
