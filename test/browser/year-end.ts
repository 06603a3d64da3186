import type { Statement } from './api-answers.ts';
import type { ApiCalls } from './api-calls.ts';

/** Below the partnership. */
export const year = '/years/2016-17';

/** All that the pilot has left is carried forward. */
export async function closeYear({ act }: ApiCalls, amount: string): Promise<void> {
  const disposal = { fundId: 'tru-cam', treatment: 'carry-forward', amount, approvalReference: 'CDSF letter' };
  await act('finance-officer', `${year}/closing`, { disposals: [disposal] });
}

/** After the year was opened again: something was bought, so that a figure is another. */
export async function certifySecondVersion(api: ApiCalls): Promise<void> {
  await api.act('finance-officer', '/expenditure', battery);
  await closeYear(api, '6954.50');
  const { statementHash } = await api.read<Statement>(`${year}/statement`);
  const signed = { statementHash, name: 'A. Treasurer', role: 'Section 151 officer' };
  await api.act('chief-finance-officer', `${year}/certification`, signed);
}

const battery = {
  fundId: 'tru-cam',
  category: 'equipment',
  description: 'A battery',
  amount: '45.50',
  spentOn: '2017-03-30',
  paymentReference: 'JNL-0300',
  authorityReference: 'CDSF letter',
  purposeStatement: 'It keeps the camera running.',
};
