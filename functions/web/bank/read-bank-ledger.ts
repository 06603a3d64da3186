import type { BankLedger } from '../../../domain/bank/bank-ledger.ts';
import type { BankLine } from '../../../domain/bank/bank-line.ts';
import { expectedReceipts } from '../../../domain/bank/expected-receipt.ts';
import { financialYearOf } from '../../../domain/financial-year.ts';
import { ReversibleFact } from '../../../domain/ledger/facts.ts';
import { debited } from '../../../domain/ledger/posting.ts';
import { Money } from '../../../domain/money.ts';
import type { AnswerOf, Api } from '../api/api.ts';

type Entry = AnswerOf<'listEntries'>['items'][number];
type Grants = AnswerOf<'listGrants'>['items'];
type Awards = AnswerOf<'listAwards'>['items'];

/** What the lines of a file may be, or may be already: what is expected, and what went through the bank in their years. */
export async function readBankLedger(api: Api, partnershipId: string, lines: readonly BankLine[]): Promise<BankLedger> {
  const years = [...new Set(lines.map(({ date }) => financialYearOf(date)))];
  const [grants, awards, owed, ...bank] = await Promise.all([
    api.all('listGrants', { partnershipId }),
    api.all('listAwards', { partnershipId }),
    api.all('listEntries', { partnershipId }, { account: 'repayable-to-funder' }),
    ...years.map((financialYear) => api.all('listEntries', { partnershipId }, { account: 'bank', financialYear })),
  ]);
  return {
    expectedReceipts: grants.flatMap(expectedReceipts),
    awards: awards.map(payable),
    owedRepayments: owedRepayments(owed, grants),
    ...recorded(bank.flat(), grants, awards),
  };
}

const payable = ({ id, title, recipient, committedAmount, paidAmount, refundedAmount }: Awards[number]) => ({
  awardId: id,
  title,
  recipientName: recipient.name,
  committedAmount,
  paidAmount,
  refundedAmount,
});

function owedRepayments(entries: readonly Entry[], grants: Grants): BankLedger['owedRepayments'] {
  const postings = entries
    .flatMap((entry) => entry.postings)
    .filter(({ account }) => account === 'repayable-to-funder');
  return grants.flatMap(({ id: grantId, title, reference, funder }) => {
    const own = postings.filter((posting) => posting.grantId === grantId).map(debited);
    const owedAmount = Money.sum(own).negated();
    return owedAmount.isPositive() ? [{ grantId, title, reference, funderName: funder.name, owedAmount }] : [];
  });
}

function recorded(entries: readonly Entry[], grants: Grants, awards: Awards) {
  const grantNames = new Map(grants.map(({ id, funder }) => [id, funder.name]));
  const awardNames = new Map(awards.map(({ id, recipient }) => [id, recipient.name]));
  const facts = entries
    .filter(({ reversedBy }) => reversedBy === undefined)
    .flatMap(({ type, facts: own }) => ReversibleFact.safeParse({ type, facts: own }).data ?? []);
  const receipts: BankLedger['recordedReceipts'][number][] = [];
  const payments: BankLedger['recordedPayments'][number][] = [];
  for (const fact of facts) {
    if (fact.type === 'receipt-recorded' || fact.type === 'award-refunded' || fact.type === 'repayment-refunded') {
      receipts.push(fact.facts);
    } else if (fact.type === 'award-paid') {
      payments.push({ ...fact.facts, to: awardNames.get(fact.facts.awardId) ?? '' });
    } else if (fact.type === 'repayment-recorded') {
      payments.push({ ...fact.facts, to: grantNames.get(fact.facts.grantId) ?? '' });
    } else if (fact.type === 'expenditure-recorded') {
      payments.push({ ...fact.facts, paidOn: fact.facts.spentOn, to: fact.facts.description });
    }
  }
  return { recordedReceipts: receipts, recordedPayments: payments };
}
