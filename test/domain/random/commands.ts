import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { noteSharedFund, recordOpeningBalance } from '../../../domain/fund/open-fund.ts';
import { OpeningReceiptBody, OpeningRepaymentBody } from '../../../domain/fund/opening-settlement.ts';
import { recordOpeningReceipt, recordOpeningRepayment } from '../../../domain/fund/settle-opening.ts';
import { agreeGrant } from '../../../domain/grant/agree-grant.ts';
import { meetCondition, notifyTopSlice, varyGrant } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { recordRepayment } from '../../../domain/grant/record-repayment.ts';
import type { Decide } from '../../../domain/ledger/decision.ts';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import {
  essexPcc,
  expenditureBody,
  fulfilmentBody,
  fundBody,
  grantBody,
  openingBalanceBody,
  receiptBody,
  repaymentBody,
  reversalBody,
  sharedFundBody,
  topSliceBody,
  variationBody,
} from '../../builders.ts';
import { today } from '../test-ledger.ts';

type Cash = { readonly amount: string; readonly on: string };
type Received = Cash & { readonly bankReference: string; readonly bankTotal: string | undefined };
type OfGrant = { readonly grantId: string };
type OfFund = { readonly fundId: string };

/** Something that somebody asks for, allowed or not, as a request would say it. */
export type Command =
  | (OfFund & {
      readonly act: 'agree';
      readonly gross: string;
      readonly topSlice: string | undefined;
      readonly year: string;
      readonly on: string;
      readonly nature: 'revenue' | 'capital' | undefined;
      readonly instalmentCount: number;
      readonly conditionCount: number;
    })
  | (OfGrant & Received & { readonly act: 'receive' })
  | (OfGrant & Cash & { readonly act: 'top-slice' })
  | (OfGrant & { readonly act: 'vary'; readonly gross: string; readonly on: string; readonly instalments: boolean })
  | (OfGrant & { readonly act: 'meet-condition'; readonly number: number; readonly on: string })
  | (OfFund & Cash & { readonly act: 'spend'; readonly grantId: string | undefined; readonly hasPurpose: boolean })
  | (OfFund & {
      readonly act: 'open';
      readonly bank: string;
      readonly owed: string | undefined;
      readonly owing: string | undefined;
      readonly on: string;
    })
  | (OfFund & Received & { readonly act: 'receive-owed' })
  | (OfFund & Cash & { readonly act: 'repay-owing' })
  | (OfGrant & Cash & { readonly act: 'repay' })
  | { readonly act: 'note-shared-fund'; readonly year: string }
  | { readonly act: 'reverse'; readonly sequence: number; readonly on: string };

export const funds = [
  fundBody({ id: 'general', name: 'General' }),
  fundBody({ id: 'pilot', name: 'Pilot', restriction: 'restricted', purpose: 'Road safety' }),
  fundBody({ id: 'building', name: 'Building', nature: 'capital' }),
] as const;

const limits = { today };
const given = <Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [One in Name]?: string };
const owedBy = (amount: string | undefined) => (amount === undefined ? [] : [{ funder: essexPcc, amount }]);
const cash = ({ amount, bankReference, bankTotal, on }: Received) => ({
  amount,
  bankReference,
  receivedOn: on,
  ...given('bankTotal', bankTotal),
});

export function decided(command: Command): Decide {
  const note = 'Random.';
  switch (command.act) {
    case 'agree':
      return agreeGrant(agreement(command));
    case 'receive':
      return recordReceipt(command.grantId, receiptBody(cash(command)));
    case 'top-slice':
      return notifyTopSlice(command.grantId, topSliceBody({ amount: command.amount, notifiedOn: command.on, note }));
    case 'vary': {
      const instalments = { count: 3, firstDueOn: command.on, everyMonths: 2 };
      const terms = { grossAmount: command.gross, ...(command.instalments ? { instalments } : {}) };
      return varyGrant(command.grantId, variationBody({ ...terms, effectiveOn: command.on }));
    }
    case 'meet-condition':
      return meetCondition(command.grantId, command.number, fulfilmentBody({ metOn: command.on }));
    case 'spend': {
      const { fundId, amount, on, grantId, hasPurpose } = command;
      const optional = { ...given('grantId', grantId), ...(hasPurpose ? { purposeStatement: 'It serves.' } : {}) };
      return recordExpenditure(expenditureBody({ fundId, amount, spentOn: on, note, ...optional }));
    }
    case 'open': {
      const { bank, owed, owing, on } = command;
      const body = { bank, effectiveOn: on, receivables: owedBy(owed), repayables: owedBy(owing) };
      return recordOpeningBalance(command.fundId, openingBalanceBody(body));
    }
    case 'receive-owed':
      return recordOpeningReceipt(
        command.fundId,
        OpeningReceiptBody(limits).parse({ ...cash(command), funder: essexPcc.id }),
      );
    case 'repay-owing': {
      const body = { amount: command.amount, paidOn: command.on, funder: essexPcc.id, paymentReference: 'P' };
      return recordOpeningRepayment(command.fundId, OpeningRepaymentBody(limits).parse(body));
    }
    case 'repay':
      return recordRepayment(command.grantId, repaymentBody({ amount: command.amount, paidOn: command.on }));
    case 'note-shared-fund':
      return noteSharedFund(sharedFundBody({ financialYears: [command.year] }));
    case 'reverse':
      return reverseEntry(command.sequence, reversalBody({ effectiveOn: command.on }));
  }
}

function agreement(command: Command & { act: 'agree' }): ReturnType<typeof grantBody> {
  const { fundId, gross, topSlice, year, on, nature, instalmentCount, conditionCount } = command;
  const instalments = { count: instalmentCount, firstDueOn: on, everyMonths: 3 };
  return grantBody({
    fundId,
    grossAmount: gross,
    financialYear: year,
    agreedOn: on,
    conditions: Array.from({ length: conditionCount }, (_, place) => `Condition ${place + 1}.`),
    ...(topSlice === undefined ? {} : { topSlices: [{ purpose: 'dhr', amount: topSlice }] }),
    ...(nature === undefined ? {} : { nature }),
    ...(instalmentCount === 0 ? {} : { instalments }),
  });
}
