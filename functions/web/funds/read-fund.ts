import { financialYearOf } from '../../../domain/financial-year.ts';
import { OpeningBalanceRecorded } from '../../../domain/fund/opening-balance.ts';
import { Money } from '../../../domain/money.ts';
import type { AnswerOf } from '../api/api.ts';
import type { Visit } from '../page/page.ts';

export type Fund = AnswerOf<'getFund'>;
type Grant = AnswerOf<'getGrant'>;

/** What a fund brought with it, and what of that funders still owe, or may still be owed. */
export type Opening = OpeningBalanceRecorded & {
  readonly effectiveOn: string;
  readonly sequence: number;
  readonly outstanding: Money;
  readonly repayable: Money;
};

export type WholeFund = {
  readonly partnershipId: string;
  readonly fund: Fund;
  readonly grants: readonly Grant[];
  readonly opening: Opening | undefined;
};

type Here = Pick<Visit<`/partnerships/{partnershipId}/funds/{fundId}${string}`>, 'api' | 'parameters' | 'today'>;

export async function readWholeFund(visit: Here): Promise<WholeFund> {
  const { api, parameters } = visit;
  const { partnershipId, fundId } = parameters;
  const [{ fund, opening }, grants] = await Promise.all([
    readFundAndOpening(visit),
    api.all('listGrants', { partnershipId }),
  ]);
  return { partnershipId, fund, opening, grants: grants.filter((grant) => grant.fundId === fundId) };
}

export async function readFundAndOpening(visit: Here): Promise<Pick<WholeFund, 'fund' | 'opening'>> {
  const fund = await visit.api.read('getFund', visit.parameters);
  return { fund, opening: await readOpening(visit, fund) };
}

/** The opening balance that stands, if one does: whose the money was stands in its entry. */
async function readOpening(
  { api, parameters: { partnershipId }, today }: Here,
  { id, openingBalance }: Fund,
): Promise<Opening | undefined> {
  if (openingBalance === undefined || openingBalance.reversedOn !== undefined) return undefined;
  const { sequence, effectiveOn } = openingBalance;
  const [entry, statement] = await Promise.all([
    api.read('getEntry', { partnershipId, sequence: String(sequence) }),
    api.read('getStatement', { partnershipId, financialYear: financialYearOf(today) }),
  ]);
  const brought = statement.grants.filter(({ fundId, grantId }) => fundId === id && grantId === null);
  return {
    ...OpeningBalanceRecorded.parse(entry.facts),
    effectiveOn,
    sequence,
    outstanding: Money.sum(brought.map(({ outstandingAmount }) => outstandingAmount)),
    repayable: statement.funds.find(({ fundId }) => fundId === id)?.repayable ?? Money.zero,
  };
}
