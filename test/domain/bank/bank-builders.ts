import type {
  BankLedger,
  ExpectedReceipt,
  OwedRepayment,
  PayableAward,
  RecordedPayment,
  RecordedReceipt,
} from '../../../domain/bank/bank-ledger.ts';
import type { BankLine } from '../../../domain/bank/bank-line.ts';
import { matchBankLines } from '../../../domain/bank/match-bank-lines.ts';
import type { MatchedLine } from '../../../domain/bank/matched-line.ts';
import { Money } from '../../../domain/money.ts';

export const money = (text: string): Money => Money.parse(text);

export const bankLine = (fields: Partial<BankLine> = {}): BankLine => ({
  number: 2,
  date: '2017-07-05',
  direction: 'in',
  amount: money('3131.75'),
  reference: 'BGC 0417',
  description: 'BACS CREDIT',
  ...fields,
});

export const paidOut = (fields: Partial<BankLine> = {}): BankLine =>
  bankLine({ direction: 'out', amount: money('500'), reference: 'BACS 12', description: 'BACS PAYMENT', ...fields });

/** The core funding of 2017/18, in quarters. */
export const expectedReceipt = (fields: Partial<ExpectedReceipt> = {}): ExpectedReceipt => ({
  grantId: 'core',
  title: 'Core funding 2017/18',
  reference: 'CORE-2017-18',
  funderName: 'Police, Fire and Crime Commissioner for Essex',
  outstandingAmount: money('12527'),
  instalments: ['2017-04-03', '2017-07-03', '2017-10-03', '2018-01-03'].map((dueOn) => ({
    dueOn,
    unreceived: money('3131.75'),
  })),
  ...fields,
});

export const payableAward = (fields: Partial<PayableAward> = {}): PayableAward => ({
  awardId: 'youth',
  title: 'Youth outreach',
  recipientName: 'Maldon Youth Trust',
  committedAmount: money('500'),
  paidAmount: Money.zero,
  refundedAmount: Money.zero,
  ...fields,
});

export const owedRepayment = (fields: Partial<OwedRepayment> = {}): OwedRepayment => ({
  grantId: 'tru-cam',
  title: 'Tru-Cam pilot',
  reference: 'CDSF-9',
  funderName: 'Home Office',
  owedAmount: money('1200'),
  ...fields,
});

export const recordedReceipt = (fields: Partial<RecordedReceipt> = {}): RecordedReceipt => ({
  bankReference: 'bgc 0417 ',
  amount: money('3131.75'),
  receivedOn: '2017-07-05',
  ...fields,
});

export const recordedPayment = (fields: Partial<RecordedPayment> = {}): RecordedPayment => ({
  to: 'Maldon Youth Trust',
  amount: money('500'),
  paidOn: '2017-07-05',
  paymentReference: 'BACS 12',
  ...fields,
});

export const bankLedger = (fields: Partial<BankLedger> = {}): BankLedger => ({
  expectedReceipts: [],
  awards: [],
  owedRepayments: [],
  recordedReceipts: [],
  recordedPayments: [],
  ...fields,
});

/** What becomes of one line. */
export function matchedLine(line: BankLine, ledger: Partial<BankLedger>): MatchedLine {
  const [matched] = matchBankLines([line], bankLedger(ledger));
  if (matched === undefined) throw new Error('the line was lost');
  return matched;
}

export const reasonsOf = ({ candidates }: MatchedLine): string[] => candidates.map(({ reason }) => reason);
