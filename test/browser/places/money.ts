import type { bankPages } from '../../../functions/web/bank/pages.ts';
import type { fundPages } from '../../../functions/web/funds/pages.ts';
import type { grantPages } from '../../../functions/web/grants/pages.ts';
import type { spendingPages } from '../../../functions/web/spending/pages.ts';
import type { World } from '../world/world.ts';
import { atFund, atGrant, here, type PlacesOf } from './place.ts';

const unmet = (world: World) => ({ ...atGrant('grant')(world), condition: '1' });

type Money = typeof grantPages & typeof fundPages & typeof spendingPages & typeof bankPages;

/** Grants, funds, spending and the bank. */
export const money = {
  grants: [
    { as: 'officer', at: here },
    { as: 'auditor', at: here, query: '?financialYear=2017-18', is: 'of a year' },
  ],
  recordGrant: [{ as: 'officer', at: here }],
  grant: [
    { as: 'officer', at: atGrant('grant') },
    { as: 'officer', at: atGrant('grant'), query: '?recorded=21', is: 'recorded just now' },
    { as: 'auditor', at: atGrant('grantInParts'), is: 'in instalments' },
  ],
  recordReceipt: [{ as: 'officer', at: atGrant('grant') }],
  notifyTopSlice: [{ as: 'officer', at: atGrant('grant') }],
  varyGrant: [{ as: 'officer', at: atGrant('grantInParts') }],
  meetCondition: [{ as: 'officer', at: unmet }],
  grantReturns: [
    { as: 'officer', at: atGrant('overpaid') },
    { as: 'officer', at: atGrant('repayable'), is: 'still owed' },
    { as: 'auditor', at: atGrant('grant'), is: 'without any' },
  ],
  recordRepayment: [{ as: 'officer', at: atGrant('repayable') }],
  refundRepayment: [{ as: 'officer', at: atGrant('overpaid') }],
  sharedFunds: [{ as: 'officer', at: here }],
  noteSharedFund: [{ as: 'officer', at: here }],
  funds: [{ as: 'officer', at: here }],
  openFund: [{ as: 'officer', at: here }],
  fund: [
    { as: 'officer', at: atFund('fund') },
    { as: 'auditor', at: atFund('new-fund'), query: '?done=fund-opened', is: 'opened just now' },
  ],
  recordOpeningBalance: [{ as: 'officer', at: atFund('new-fund') }],
  recordOpeningReceipt: [{ as: 'officer', at: atFund('fund') }],
  recordOpeningRepayment: [{ as: 'officer', at: atFund('fund') }],
  expenditure: [{ as: 'officer', at: here }],
  recordExpenditure: [{ as: 'officer', at: here }],
  bankFile: [
    { as: 'officer', at: here },
    { as: 'officerWithFile', at: here, is: 'with one under way' },
  ],
  bankLines: [{ as: 'officerWithFile', at: here, isNeverEmpty: 'a file is chosen first' }],
  bankRecording: [{ as: 'officerWhoRecorded', at: here, isNeverEmpty: 'lines are chosen first' }],
} as const satisfies PlacesOf<keyof Money>;
