import type { z } from 'zod';
import { ExpenditureBody } from '../domain/expenditure/expenditure.ts';
import { FundBody } from '../domain/fund/fund.ts';
import { openFund } from '../domain/fund/open-fund.ts';
import { OpeningBalanceBody } from '../domain/fund/opening-balance.ts';
import { SharedFundBody } from '../domain/fund/shared-fund.ts';
import { agreeGrant } from '../domain/grant/agree-grant.ts';
import { FulfilmentBody } from '../domain/grant/condition.ts';
import { GrantBody } from '../domain/grant/grant.ts';
import { ReceiptBody } from '../domain/grant/receipt.ts';
import { RepaymentBody, RepaymentRefundBody } from '../domain/grant/repayment.ts';
import { TopSliceBody } from '../domain/grant/top-slice.ts';
import { VariationBody } from '../domain/grant/variation.ts';
import type { JournalEntry } from '../domain/ledger/journal-entry.ts';
import { ReversalBody, reverseEntry } from '../domain/ledger/reverse-entry.ts';
import { PartnershipBody } from '../domain/partnership/partnership.ts';
import { createPartnership } from '../domain/partnership/set-up.ts';
import { idOf, TestLedger, today } from './domain/test-ledger.ts';

export const limits = { today };

type Fields<Schema extends z.ZodType> = Partial<z.input<Schema>>;
type Body<Schema extends (given: typeof limits) => z.ZodType> = (
  fields?: Fields<ReturnType<Schema>>,
) => z.output<ReturnType<Schema>>;

/** Builds a body as a request would carry it: defaults, then what a test says, parsed by the domain's own schema. */
export const bodyOf =
  <Schema extends (given: typeof limits) => z.ZodType>(schema: Schema, defaults: object): Body<Schema> =>
  (fields = {}) =>
    schema(limits).parse({ ...defaults, ...(fields as object) }) as z.output<ReturnType<Schema>>;

export const essexPcc = { id: 'essex-pcc', name: 'Office of the Police and Crime Commissioner for Essex' };

export const partnershipBody = bodyOf(() => PartnershipBody, {
  id: 'maldon',
  name: 'Maldon Community Safety Partnership',
  hostAuthority: { id: 'maldon-district-council', name: 'Maldon District Council', organisationId: 'GB-LAE-MAL' },
  responsibleAuthorities: [
    { id: 'maldon-district-council', name: 'Maldon District Council' },
    { id: 'essex-county-council', name: 'Essex County Council' },
    { id: 'essex-police', name: 'Essex Police' },
  ],
  quorum: 3,
});
const fundDefaults = {
  id: 'partnership-fund',
  name: 'Partnership fund',
  restriction: 'unrestricted',
  nature: 'revenue',
};
export const fundBody = bodyOf(() => FundBody, fundDefaults);
const truCam = { id: 'tru-cam', name: 'Tru-Cam pilot', restriction: 'restricted', purpose: 'Speed enforcement' };
export const restrictedFundBody = bodyOf(() => FundBody, { ...fundDefaults, ...truCam });
export const openingBalanceBody = bodyOf(OpeningBalanceBody, {
  effectiveOn: '2016-04-01',
  reference: 'TB-2016',
  bank: '2500.00',
});
export const grantBody = bodyOf(GrantBody, {
  kind: 'core-allocation',
  title: 'Core funding 2017/18',
  funder: essexPcc,
  fundId: 'partnership-fund',
  financialYear: '2017-18',
  grossAmount: '1000.00',
  reference: 'CORE-2017-18',
  agreedOn: '2017-04-03',
});
export const receiptBody = bodyOf(ReceiptBody, { amount: '100.00', receivedOn: '2017-05-02', bankReference: 'EPCC-1' });
export const topSliceBody = bodyOf(TopSliceBody, {
  purpose: 'dhr',
  amount: '120.00',
  notifiedOn: '2017-09-01',
  reference: 'PCC-DHR-1',
});
const variationDefaults = { effectiveOn: '2017-10-02', reference: 'VAR-1', reason: 'The funder wrote.' };
export const variationBody = bodyOf(VariationBody, variationDefaults);
export const fulfilmentBody = bodyOf(FulfilmentBody, { metOn: '2017-09-29', evidence: 'Plan sent to the funder.' });
export const repaymentBody = bodyOf(RepaymentBody, {
  amount: '50.00',
  paidOn: '2018-05-15',
  paymentReference: 'PAY-1',
});
const refundDefaults = { amount: '50.00', receivedOn: '2018-06-01', bankReference: 'BACK-1' };
export const repaymentRefundBody = bodyOf(RepaymentRefundBody, refundDefaults);
export const expenditureBody = bodyOf(ExpenditureBody, {
  fundId: 'partnership-fund',
  category: 'partnership-posts',
  description: 'Ongoing revenue costs of partnership posts',
  amount: '50.00',
  spentOn: '2018-03-29',
  paymentReference: 'JNL-1',
  authorityReference: '2017/18 budget',
});
export const sharedFundBody = bodyOf(SharedFundBody, {
  title: 'Gangs and organised crime',
  funder: essexPcc,
  totalAmount: '200000.00',
  financialYears: ['2016-17', '2017-18'],
  areaCount: 6,
  areas: [{ name: 'Chelmsford' }],
  heldBy: essexPcc.name,
});
export const reversalBody = bodyOf(ReversalBody, { reason: 'Entered by mistake.', effectiveOn: today });

/** A partnership with its funds: the partnership fund where none are named. */
export function ledgerWith(...funds: readonly ReturnType<typeof fundBody>[]): TestLedger {
  const ledger = new TestLedger();
  ledger.run(createPartnership(partnershipBody()));
  for (const fund of funds.length > 0 ? funds : [fundBody()]) ledger.run(openFund(fund));
  return ledger;
}

/** Records a grant: its id. */
export const agree = (ledger: TestLedger, fields: Parameters<typeof grantBody>[0] = {}): string =>
  idOf(ledger.run(agreeGrant(grantBody(fields))));

/** Records a reversal. */
export const reverse = (ledger: TestLedger, { sequence }: JournalEntry, effectiveOn = today): JournalEntry =>
  ledger.run(reverseEntry(sequence, reversalBody({ effectiveOn })));
