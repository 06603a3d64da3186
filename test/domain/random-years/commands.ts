import { decideAward } from '../../../domain/award/decide-award.ts';
import { payAward } from '../../../domain/award/pay-award.ts';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { agreeGrant } from '../../../domain/grant/agree-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { recordRepayment, recordRepaymentRefund } from '../../../domain/grant/record-repayment.ts';
import type { Decide } from '../../../domain/ledger/decision.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import { reopenYear } from '../../../domain/year-end/certify-year.ts';
import { closeYear } from '../../../domain/year-end/close-year.ts';
import { decisionBody, paymentBody } from '../../award-builders.ts';
import {
  expenditureBody,
  grantBody,
  receiptBody,
  repaymentBody,
  repaymentRefundBody,
  reversalBody,
} from '../../builders.ts';
import { certification, closingBody, preparedOf } from '../../year-end-builders.ts';
import { given } from '../random-awards/people.ts';
import type { TestLedger } from '../test-ledger.ts';

type Cash = { readonly amount: string; readonly on: string };
type OfFund = { readonly fundId: string; readonly grantId: string | undefined };
type OfYear = { readonly year: string };

export type Underspend = 'return' | 'carry-forward' | undefined;

export type Disposal = {
  readonly fundId: string;
  readonly treatment: 'return' | 'carry-forward';
  readonly amount: string;
  readonly grantId?: string;
  readonly approvalReference?: string;
};

/** What somebody asks for, allowed or not. */
export type Command =
  | (OfYear & {
      readonly act: 'agree';
      readonly fundId: string;
      readonly gross: string;
      readonly topSlice: string | undefined;
      readonly on: string;
      readonly underspend: Underspend;
      readonly periodEnd: string | undefined;
      readonly title: string;
    })
  | (Cash & { readonly act: 'receive'; readonly grantId: string; readonly reference: string })
  | (OfFund & Cash & { readonly act: 'spend'; readonly category: string })
  /** Of an award that waits on the agenda of its year's meeting. */
  | (OfFund & Cash & { readonly act: 'approve'; readonly awardId: string; readonly meetingId: string })
  | (Cash & { readonly act: 'pay'; readonly awardId: string })
  | (Cash & { readonly act: 'repay'; readonly grantId: string })
  | (Cash & { readonly act: 'repay-back'; readonly grantId: string; readonly reference: string })
  | { readonly act: 'reverse'; readonly sequence: number; readonly on: string }
  | (OfYear & { readonly act: 'close'; readonly by: string; readonly disposals: readonly Disposal[] })
  | (OfYear & { readonly act: 'certify'; readonly by: string; readonly isStale: boolean })
  | (OfYear & { readonly act: 'reopen' });

export type CommandTo<Act extends Command['act']> = Extract<Command, { act: Act }>;

/** The domain's command for what is asked. */
export function decided(command: Command, ledger: TestLedger): Decide {
  switch (command.act) {
    case 'agree':
      return agreeGrant(agreement(command));
    case 'receive': {
      const { grantId, amount, on, reference } = command;
      return recordReceipt(grantId, receiptBody({ amount, receivedOn: on, bankReference: reference }));
    }
    case 'spend': {
      const { fundId, grantId, amount, on, category } = command;
      const purposeStatement = 'It serves.';
      const body = { fundId, amount, spentOn: on, category, purposeStatement, ...given('grantId', grantId) };
      return recordExpenditure(expenditureBody(body));
    }
    case 'approve':
      return decideAward(command.awardId, decisionBody(command.meetingId, { amountApproved: command.amount }));
    case 'pay':
      return payAward(command.awardId, paymentBody({ amount: command.amount, paidOn: command.on }));
    case 'repay':
      return recordRepayment(command.grantId, repaymentBody({ amount: command.amount, paidOn: command.on }));
    case 'repay-back': {
      const { grantId, amount, on, reference } = command;
      const body = repaymentRefundBody({ amount, receivedOn: on, bankReference: reference });
      return recordRepaymentRefund(grantId, body);
    }
    case 'reverse':
      return reverseEntry(command.sequence, reversalBody({ effectiveOn: command.on }));
    case 'close':
      return closeYear(command.year, closingBody({ disposals: [...command.disposals] }));
    case 'certify': {
      const prepared = preparedOf(ledger, command.year);
      const hash = command.isStale ? '0'.repeat(64) : prepared.statementHash;
      return certification(command.year, hash, prepared, { note: 'Random.' });
    }
    case 'reopen':
      return reopenYear(command.year, { reason: 'Something was forgotten.' });
  }
}

function agreement({ fundId, gross, topSlice, year, on, underspend, periodEnd, title }: CommandTo<'agree'>) {
  return grantBody({
    fundId,
    title,
    grossAmount: gross,
    financialYear: year,
    agreedOn: on,
    ...(topSlice === undefined ? {} : { topSlices: [{ purpose: 'dhr', amount: topSlice }] }),
    ...(underspend === undefined ? {} : { underspend }),
    ...(periodEnd === undefined ? {} : { fundingPeriod: { start: on, end: periodEnd } }),
  });
}
