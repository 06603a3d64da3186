import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { noteSharedFund } from '../../../domain/fund/open-fund.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { nameFunder } from '../../../domain/partnership/set-up.ts';
import {
  agree,
  expenditureBody,
  fundBody,
  ledgerWith,
  receiptBody,
  restrictedFundBody,
  sharedFundBody,
} from '../../builders.ts';
import type { TestLedger } from '../test-ledger.ts';

/** The funder, renamed on 1 October 2017. */
export const opcc = 'Office of the Police and Crime Commissioner for Essex';
export const pfcc = 'Police, Fire and Crime Commissioner for Essex';

export const illustrative = 'Illustrative: the report gives no receipts.';

/** The worked example without its awards, which are another module's. */
export function maldon(): { ledger: TestLedger; pilot: string; core: string } {
  const ledger = ledgerWith(fundBody(), restrictedFundBody());
  const names = [
    { name: opcc, until: '2017-09-30' },
    { name: pfcc, from: '2017-10-01' },
  ];
  ledger.run(nameFunder('essex-pcc', { names }, undefined));
  const pilot = agree(ledger, {
    kind: 'pilot',
    title: 'Tru-Cam pilot',
    fundId: 'tru-cam',
    financialYear: '2016-17',
    grossAmount: '7000.00',
    reference: 'CDSF',
    agreedOn: '2016-11-14',
    underspend: 'carry-forward',
  });
  ledger.run(recordReceipt(pilot, received('7000.00', '2016-12-09', 'EPCC-0001')));
  const core = agree(ledger, {
    grossAmount: '14235.00',
    topSlices: [{ purpose: 'dhr', description: 'Centralised domestic homicide review process', amount: '1708.00' }],
    underspend: 'return',
    instalments: { count: 2, firstDueOn: '2017-05-02', everyMonths: 6 },
  });
  ledger.run(recordReceipt(core, received('6263.50', '2017-05-02', 'EPCC-0002')));
  ledger.run(recordReceipt(core, received('6263.50', '2017-11-01', 'EPCC-0003')));
  ledger.run(noteSharedFund(sharedFundBody()));
  ledger.run(recordExpenditure(expenditureBody({ amount: '5000.00' })));
  return { ledger, pilot, core };
}

const received = (amount: string, receivedOn: string, bankReference: string) =>
  receiptBody({ amount, receivedOn, bankReference, note: illustrative });
