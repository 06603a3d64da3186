import type { Api } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';
import type { Choice, ImportedLine } from './bank-import.ts';

/** Records a line as what was chosen for it. A refusal is kept with the line; what passes is thrown, to be tried again. */
export async function recordLine(api: Api, partnershipId: string, imported: ImportedLine): Promise<ImportedLine> {
  const { choice } = imported;
  if (choice === undefined) return imported;
  try {
    const { sequence } = await send(api, partnershipId, choice, imported);
    return { ...imported, outcome: { status: 'recorded', sequence } };
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.isPassing || error.status === 401) throw error;
    const detail = [error.detail, ...error.errors.map((one) => one.detail)].join(' ');
    return { ...imported, outcome: { status: 'refused', detail } };
  }
}

function send(api: Api, partnershipId: string, { kind, id }: Choice, { line, key }: ImportedLine) {
  const amount = line.amount.text;
  const cameIn = { amount, receivedOn: line.date, bankReference: line.reference };
  const wentOut = { amount, paidOn: line.date, paymentReference: line.reference };
  switch (kind) {
    case 'receipt':
      return api.send('recordReceipt', { parameters: { partnershipId, grantId: id }, body: cameIn, key });
    case 'refund':
      return api.send('refundAward', { parameters: { partnershipId, awardId: id }, body: cameIn, key });
    case 'payment':
      return api.send('payAward', { parameters: { partnershipId, awardId: id }, body: wentOut, key });
    case 'repayment':
      return api.send('recordRepayment', { parameters: { partnershipId, grantId: id }, body: wentOut, key });
  }
}
