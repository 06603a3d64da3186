import { takeChairsAction } from '../../../domain/award/chairs-action.ts';
import { decideAward } from '../../../domain/award/decide-award.ts';
import { closeAward, payAward, refundAward } from '../../../domain/award/pay-award.ts';
import { ratifyChairsAction } from '../../../domain/award/ratify-chairs-action.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { noteSharedFund, recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { OpeningReceiptBody, OpeningRepaymentBody } from '../../../domain/fund/opening-settlement.ts';
import { recordOpeningReceipt, recordOpeningRepayment } from '../../../domain/fund/settle-opening.ts';
import { agreeGrant } from '../../../domain/grant/agree-grant.ts';
import { meetCondition, notifyTopSlice, varyGrant } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { recordRepayment, recordRepaymentRefund } from '../../../domain/grant/record-repayment.ts';
import type { Decide } from '../../../domain/ledger/decision.ts';
import type { EntryType } from '../../../domain/ledger/facts.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import type { Person } from '../../../domain/text.ts';
import {
  chair,
  chairsActionBody,
  closureBody,
  decisionBody,
  paymentBody,
  ratificationBody,
  refundBody,
  viceChair,
} from '../../award-builders.ts';
import {
  bodyOf,
  essexPcc,
  expenditureBody,
  fulfilmentBody,
  grantBody,
  openingBalanceBody,
  receiptBody,
  repaymentBody,
  repaymentRefundBody,
  reversalBody,
  sharedFundBody,
  topSliceBody,
  variationBody,
} from '../../builders.ts';
import type { BusyLedger } from './busy-ledger.ts';

type Sitting = BusyLedger['open'];

/** A way to post something on a day, of an amount where it has one. */
export type Route = {
  readonly what: string;
  readonly type: EntryType;
  readonly make: (world: BusyLedger, sitting: Sitting, amount: string) => Decide;
  readonly by?: Person;
};

const openingReceiptBody = bodyOf(OpeningReceiptBody, { funder: essexPcc.id, bankReference: 'OPENING-1' });
const openingRepaymentBody = bodyOf(OpeningRepaymentBody, { funder: essexPcc.id, paymentReference: 'OPENING-1' });

const ofGrants: readonly Route[] = [
  {
    what: 'a grant agreed into the year',
    type: 'grant-agreed',
    make: (_, { day, year }, grossAmount) => agreeGrant(grantBody({ financialYear: year, agreedOn: day, grossAmount })),
  },
  {
    what: 'a grant of the year that was agreed before it',
    type: 'grant-agreed',
    make: (_, { year }, grossAmount) =>
      agreeGrant(grantBody({ financialYear: year, agreedOn: '2016-12-01', grossAmount })),
  },
  {
    what: 'a receipt',
    type: 'receipt-recorded',
    make: ({ core }, { day }, amount) =>
      recordReceipt(core, receiptBody({ amount, receivedOn: day, bankReference: 'NEW' })),
  },
  {
    what: 'a top-slice',
    type: 'top-slice-notified',
    make: ({ core }, { day }, amount) => notifyTopSlice(core, topSliceBody({ amount, notifiedOn: day })),
  },
  {
    what: 'an uplift of a grant',
    type: 'grant-varied',
    make: ({ core }, { day }) => varyGrant(core, variationBody({ grossAmount: '12000.00', effectiveOn: day })),
  },
  {
    what: 'a cut of a grant',
    type: 'grant-varied',
    make: ({ core }, { day }, amount) =>
      varyGrant(core, variationBody({ grossAmount: amount.length > 6 ? '0.01' : '9000.00', effectiveOn: day })),
  },
  {
    what: 'other terms of a grant, which move no money',
    type: 'grant-varied',
    make: ({ core }, { day }) => varyGrant(core, variationBody({ underspend: 'return', effectiveOn: day })),
  },
  {
    what: 'a condition met',
    type: 'condition-met',
    make: ({ core }, { day }) => meetCondition(core, 1, fulfilmentBody({ metOn: day })),
  },
  {
    what: 'a repayment to the funder',
    type: 'repayment-recorded',
    make: ({ repayable }, { day }, amount) => recordRepayment(repayable, repaymentBody({ amount, paidOn: day })),
  },
  {
    what: 'money back from the funder',
    type: 'repayment-refunded',
    make: ({ overpaid }, { day }, amount) =>
      recordRepaymentRefund(overpaid, repaymentRefundBody({ amount, receivedOn: day })),
  },
];

const ofFunds: readonly Route[] = [
  {
    what: 'direct expenditure',
    type: 'expenditure-recorded',
    make: (_, { day }, amount) => recordExpenditure(expenditureBody({ amount, spentOn: day })),
  },
  {
    what: 'an opening balance',
    type: 'opening-balance-recorded',
    make: (_, { day }, bank) => recordOpeningBalance('new', openingBalanceBody({ effectiveOn: day, bank })),
  },
  {
    what: 'a receipt of what was owed on joining',
    type: 'opening-receipt-recorded',
    make: (_, { day }, amount) => recordOpeningReceipt('joined', openingReceiptBody({ amount, receivedOn: day })),
  },
  {
    what: 'a repayment of what was owed on joining',
    type: 'opening-repayment-recorded',
    make: (_, { day }, amount) => recordOpeningRepayment('joined', openingRepaymentBody({ amount, paidOn: day })),
  },
  {
    what: 'a fund held elsewhere',
    type: 'shared-fund-noted',
    make: (_, { year }) => noteSharedFund(sharedFundBody({ financialYears: [year, '2019-20'] })),
  },
  ...(['receipt', 'spending', 'payment'] as const).map(
    (entry): Route => ({
      what: `the reversal of a ${entry}`,
      type: 'entry-reversed',
      make: (world, { day }) => reverseEntry(world[entry].sequence, reversalBody({ effectiveOn: day })),
    }),
  ),
];

const ofAwards: readonly Route[] = [
  ...(['approved', 'rejected', 'deferred'] as const).map(
    (outcome): Route => ({
      what: `a decision: ${outcome}`,
      type: 'award-decided',
      make: (_, { proposal, meetingId }, amountApproved) =>
        decideAward(
          proposal,
          decisionBody(meetingId, { outcome, ...(outcome === 'approved' ? { amountApproved } : {}) }),
        ),
      by: chair,
    }),
  ),
  {
    what: 'a decision without an amount',
    type: 'award-decided',
    make: (_, { proposal, meetingId }) => decideAward(proposal, decisionBody(meetingId)),
    by: chair,
  },
  {
    what: 'a decision about the amount',
    type: 'award-decided',
    make: ({ unclear }, { meetingId }, amountApproved) =>
      decideAward(unclear, decisionBody(meetingId, { amountApproved })),
    by: chair,
  },
  {
    what: 'a decision about another amount for an award',
    type: 'award-decided',
    make: (_, { variation, meetingId }, amountApproved) =>
      decideAward(variation, decisionBody(meetingId, { amountApproved })),
    by: chair,
  },
  {
    what: 'chair’s action',
    type: 'chairs-action-taken',
    make: ({ draft }, { day }, amountApproved) =>
      takeChairsAction(draft, chairsActionBody({ amountApproved, decidedOn: day })),
    by: chair,
  },
  ...(['ratified', 'refused'] as const).map(
    (outcome): Route => ({
      what: `ratification: ${outcome}`,
      type: 'chairs-action-ratified',
      make: ({ acted }, { meetingId }) => ratifyChairsAction(meetingId, ratificationBody({ awardId: acted, outcome })),
      by: viceChair,
    }),
  ),
  {
    what: 'a payment',
    type: 'award-paid',
    make: ({ unpaid }, { day }, amount) => payAward(unpaid, paymentBody({ amount, paidOn: day })),
  },
  {
    what: 'a refund',
    type: 'award-refunded',
    make: ({ paid }, { day }, amount) =>
      refundAward(paid, refundBody({ amount, receivedOn: day, bankReference: 'NEW' })),
  },
  {
    what: 'the closure of an award',
    type: 'award-closed',
    make: ({ unpaid }, { day }) => closeAward(unpaid, closureBody({ closedOn: day })),
  },
];

/** Every way in which anything can be posted, or in which a line of a statement can come to be another. */
export const routes: readonly Route[] = [...ofGrants, ...ofFunds, ...ofAwards];
