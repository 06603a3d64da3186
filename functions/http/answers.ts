import { z } from 'zod';
import { Expenditure } from '../../domain/expenditure/expenditure.ts';
import { FinancialYear } from '../../domain/financial-year.ts';
import { Fund } from '../../domain/fund/fund.ts';
import { OpeningBalanceRecorded } from '../../domain/fund/opening-balance.ts';
import { OpeningReceiptRecorded, OpeningRepaymentRecorded } from '../../domain/fund/opening-settlement.ts';
import { SharedFund } from '../../domain/fund/shared-fund.ts';
import { Funder } from '../../domain/funder/funder.ts';
import { Grant } from '../../domain/grant/grant.ts';
import { Receipt } from '../../domain/grant/receipt.ts';
import { RepaymentRecorded, RepaymentRefunded } from '../../domain/grant/repayment.ts';
import { TopSlice } from '../../domain/grant/top-slice.ts';
import { Variation } from '../../domain/grant/variation.ts';
import { entryTypes } from '../../domain/ledger/facts.ts';
import { Posting } from '../../domain/ledger/posting.ts';
import { MoneyText } from '../../domain/money-schema.ts';
import { Partnership } from '../../domain/partnership/partnership.ts';
import { Priorities } from '../../domain/partnership/priorities.ts';
import { TermsOfReference } from '../../domain/partnership/terms-of-reference.ts';
import { PlainDate } from '../../domain/plain-date.ts';
import { Person, Prose, ServiceId } from '../../domain/text.ts';
import { effect, entered, FundBalance } from './effects.ts';

export const FundAnswer = Fund.extend(FundBalance.shape);
export const PartnershipAnswer = Partnership.omit({ fundIds: true, closedYears: true });
export const TermsAnswer = TermsOfReference.omit({ revision: true });
export const PrioritiesAnswer = Priorities.omit({ revision: true });
export const FunderAnswer = Funder.omit({ revision: true });

const grantEffect = {
  ...effect,
  grant: z.strictObject({
    grantId: ServiceId,
    netAmount: MoneyText,
    receivedAmount: MoneyText,
    outstandingAmount: MoneyText,
  }),
};

export const OpeningBalanceAnswer = OpeningBalanceRecorded.extend({ effectiveOn: PlainDate, ...entered, ...effect });

export const OpeningReceiptAnswer = OpeningReceiptRecorded.extend({ ...entered, ...effect });
export const OpeningRepaymentAnswer = OpeningRepaymentRecorded.extend({ ...entered, ...effect });

export const ConditionAnswer = z.strictObject({
  number: z.int(),
  text: Prose,
  metOn: PlainDate.nullable(),
});

export const GrantAnswer = Grant.omit({ laterTopSliceCount: true, lastVariation: true }).extend({
  conditions: z.array(ConditionAnswer),
  outstandingAmount: MoneyText,
  /** Stated total less gross amount as agreed, where they differ. */
  statedTotalDifference: MoneyText.exactOptional(),
});
export const AgreedGrantAnswer = GrantAnswer.extend({ ...entered, ...effect });

export const ReceiptAnswer = Receipt;
export const RecordedReceiptAnswer = Receipt.extend(grantEffect);
export const TopSliceAnswer = TopSlice;
export const NotifiedTopSliceAnswer = TopSlice.extend(grantEffect);
export const VariationAnswer = Variation;
export const RecordedVariationAnswer = Variation.extend(grantEffect);
export const FulfilmentAnswer = ConditionAnswer.extend({ grantId: ServiceId, ...entered });
export const RepaymentAnswer = RepaymentRecorded.extend({ ...entered, ...effect });
export const RepaymentRefundAnswer = RepaymentRefunded.extend({ ...entered, ...effect });
export const ExpenditureAnswer = Expenditure;
export const RecordedExpenditureAnswer = Expenditure.extend(effect);
export const SharedFundAnswer = SharedFund;
export const NotedSharedFundAnswer = SharedFund.extend(entered);

/** A journal entry as it is stored, and beside it, not hashed, what reversed it. */
export const EntryAnswer = z.strictObject({
  id: ServiceId,
  sequence: z.int(),
  type: z.enum([...entryTypes]),
  financialYear: FinancialYear,
  effectiveOn: PlainDate,
  recordedAt: z.iso.datetime(),
  recordedBy: Person,
  facts: z.record(z.string(), z.unknown()),
  postings: z.array(Posting),
  reverses: z.int().exactOptional(),
  previousHash: z.string(),
  hash: z.string(),
  reversedBy: z.int().exactOptional(),
});
