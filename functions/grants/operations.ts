import { z } from 'zod';
import { ExpenditureBody } from '../../domain/expenditure/expenditure.ts';
import { FinancialYear } from '../../domain/financial-year.ts';
import { SharedFundBody } from '../../domain/fund/shared-fund.ts';
import { FulfilmentBody } from '../../domain/grant/condition.ts';
import { GrantBody } from '../../domain/grant/grant.ts';
import { ReceiptBody } from '../../domain/grant/receipt.ts';
import { RepaymentBody, RepaymentRefundBody } from '../../domain/grant/repayment.ts';
import { TopSliceBody } from '../../domain/grant/top-slice.ts';
import { VariationBody } from '../../domain/grant/variation.ts';
import {
  AgreedGrantAnswer,
  ExpenditureAnswer,
  FulfilmentAnswer,
  GrantAnswer,
  NotedSharedFundAnswer,
  NotifiedTopSliceAnswer,
  ReceiptAnswer,
  RecordedExpenditureAnswer,
  RecordedReceiptAnswer,
  RecordedVariationAnswer,
  RepaymentAnswer,
  RepaymentRefundAnswer,
  SharedFundAnswer,
  TopSliceAnswer,
  VariationAnswer,
} from '../http/answers.ts';
import { get, noQuery, pageOf, pageQuery, post } from '../http/operation.ts';
import { InPartnership, OfCondition, OfGrant } from '../http/parameters.ts';

const base = '/v1/partnerships/{partnershipId}';
const ofGrant = {
  area: 'grants',
  access: 'member',
  parameters: OfGrant,
  query: () => z.strictObject(pageQuery),
} as const;
const inPartnership = { ...ofGrant, parameters: InPartnership };
const changesGrant = { area: 'grants', access: ['finance-officer'], parameters: OfGrant } as const;
const records = { ...changesGrant, parameters: InPartnership };

export const grantOperations = {
  agreeGrant: post({
    ...records,
    path: `${base}/grants`,
    summary: 'Record a grant that a funder has agreed',
    body: GrantBody,
    answer: AgreedGrantAnswer,
    problems: [
      'not-found',
      'nature-mismatch',
      'period-mismatch',
      'top-slice-exceeds-outstanding',
      'instalments-do-not-sum',
      'date-out-of-order',
      'year-closed',
    ],
  }),
  listGrants: get({
    ...inPartnership,
    path: `${base}/grants`,
    summary: 'The grants, of a financial year where one is given',
    query: () => z.strictObject({ ...pageQuery, financialYear: FinancialYear.exactOptional() }),
    answer: pageOf(GrantAnswer),
  }),
  getGrant: get({
    ...ofGrant,
    path: `${base}/grants/{grantId}`,
    summary: 'A grant as it stands',
    query: noQuery,
    answer: GrantAnswer,
  }),
  recordReceipt: post({
    ...changesGrant,
    path: `${base}/grants/{grantId}/receipts`,
    summary: 'Record cash from the funder',
    body: ReceiptBody,
    answer: RecordedReceiptAnswer,
    problems: [
      'not-found',
      'already-reversed',
      'receipt-exceeds-outstanding',
      'duplicate-bank-reference',
      'date-out-of-order',
      'year-closed',
    ],
  }),
  listReceipts: get({
    ...ofGrant,
    path: `${base}/grants/{grantId}/receipts`,
    summary: 'The receipts of a grant',
    answer: pageOf(ReceiptAnswer),
  }),
  notifyTopSlice: post({
    ...changesGrant,
    path: `${base}/grants/{grantId}/top-slices`,
    summary: 'Record a top-slice that the funder notified after agreeing the grant',
    body: TopSliceBody,
    answer: NotifiedTopSliceAnswer,
    problems: [
      'not-found',
      'already-reversed',
      'top-slice-exceeds-outstanding',
      'too-many-names',
      'date-out-of-order',
      'year-closed',
    ],
  }),
  listTopSlices: get({
    ...ofGrant,
    path: `${base}/grants/{grantId}/top-slices`,
    summary: 'The top-slices of a grant, agreed with it and later ones',
    answer: pageOf(TopSliceAnswer),
  }),
  varyGrant: post({
    ...changesGrant,
    path: `${base}/grants/{grantId}/variations`,
    summary: 'Record new terms of a grant',
    body: VariationBody,
    answer: RecordedVariationAnswer,
    problems: [
      'not-found',
      'already-reversed',
      'variation-below-received',
      'instalments-do-not-sum',
      'period-mismatch',
      'date-out-of-order',
      'year-closed',
    ],
  }),
  listVariations: get({
    ...ofGrant,
    path: `${base}/grants/{grantId}/variations`,
    summary: 'The variations of a grant',
    answer: pageOf(VariationAnswer),
  }),
  meetCondition: post({
    ...changesGrant,
    parameters: OfCondition,
    path: `${base}/grants/{grantId}/conditions/{condition}/fulfilment`,
    summary: 'Record that a condition of a grant was met; conditions are numbered from 1',
    body: FulfilmentBody,
    answer: FulfilmentAnswer,
    problems: ['not-found', 'already-reversed', 'already-exists', 'year-closed'],
  }),
  recordRepayment: post({
    ...changesGrant,
    path: `${base}/grants/{grantId}/repayments`,
    summary: 'Record money paid back to the funder',
    body: RepaymentBody,
    answer: RepaymentAnswer,
    problems: ['not-found', 'already-reversed', 'repayment-exceeds-owed', 'year-closed'],
  }),
  recordRepaymentRefund: post({
    ...changesGrant,
    path: `${base}/grants/{grantId}/repayment-refunds`,
    summary: 'Record money back from the funder, where too much was repaid',
    body: RepaymentRefundBody,
    answer: RepaymentRefundAnswer,
    problems: ['not-found', 'already-reversed', 'repayment-exceeds-owed', 'duplicate-bank-reference', 'year-closed'],
  }),
  recordExpenditure: post({
    ...records,
    path: `${base}/expenditure`,
    summary: 'Record direct expenditure: spending that is no award',
    body: ExpenditureBody,
    answer: RecordedExpenditureAnswer,
    problems: [
      'not-found',
      'already-reversed',
      'insufficient-funds',
      'purpose-required',
      'too-many-names',
      'date-out-of-order',
      'year-closed',
    ],
  }),
  listExpenditure: get({
    ...inPartnership,
    path: `${base}/expenditure`,
    summary: 'Direct expenditure',
    answer: pageOf(ExpenditureAnswer),
  }),
  noteSharedFund: post({
    ...records,
    path: `${base}/shared-funds`,
    summary: 'Note a fund held elsewhere, shared by areas or years',
    body: SharedFundBody,
    answer: NotedSharedFundAnswer,
    problems: ['not-found', 'year-closed'],
  }),
  listSharedFunds: get({
    ...inPartnership,
    path: `${base}/shared-funds`,
    summary: 'Funds held elsewhere, shared by areas or years',
    answer: pageOf(SharedFundAnswer),
  }),
};
