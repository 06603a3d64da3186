import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { agree, expenditureBody, ledgerWith } from '../../builders.ts';
import type { TestLedger } from '../test-ledger.ts';

/** A grant of £1,000.00 for 2017/18 that wants its underspend back, of which £400.00 is spent. */
export function spentLedger(underspend: 'return' | 'carry-forward' = 'return'): {
  ledger: TestLedger;
  grantId: string;
} {
  const ledger = ledgerWith();
  const grantId = agree(ledger, { underspend });
  ledger.run(recordExpenditure(expenditureBody({ amount: '400.00', spentOn: '2018-03-01' })));
  return { ledger, grantId };
}
