import { financialYearOf } from '../../../domain/financial-year.ts';
import type { Money } from '../../../domain/money.ts';
import { addDays } from '../../../domain/plain-date.ts';
import type { AnswerOf } from '../api/api.ts';
import { instalmentStandings } from '../grants/instalment-standing.ts';
import type { Visit } from '../page/page.ts';

type Statement = AnswerOf<'getStatement'>;
type Item<List extends { items: readonly unknown[] }> = List['items'][number];
type Awards = Item<AnswerOf<'listAwards'>>[];
type Grant = Item<AnswerOf<'listGrants'>>;

/** Money that a funder still owes: the next instalment, or all of it where there are none. */
type ExpectedReceipt = {
  readonly grant: Grant;
  readonly amount: Money;
  readonly dueOn?: string;
  readonly isLate: boolean;
};

export type WhatWaits = {
  readonly submitted: Awards;
  readonly drafts: Awards;
  readonly toRatify: Awards;
  /** Approved, and paid in part or not at all, in whichever year. */
  readonly unpaid: Awards;
  readonly meetings: Item<AnswerOf<'listMeetings'>>[];
  readonly receipts: readonly ExpectedReceipt[];
  readonly checklist: AnswerOf<'getClosingChecklist'>['items'];
  /** As the books stand now, where another year is shown than today's. */
  readonly current?: Statement;
};

type Here = Visit<'/partnerships/{partnershipId}/years/{financialYear}'>;

/** Reads what could wait for this person, and nothing that can't. */
export async function readWaits(visit: Here): Promise<WhatWaits> {
  const { api, may, parameters } = visit;
  const { partnershipId } = parameters;
  const [prepares, decides] = [may(['coordinator']), may(['chair'])];
  const [awards, meetings, money] = await Promise.all([
    readAwards(visit),
    prepares || decides ? api.all('listMeetings', { partnershipId }) : [],
    may(['finance-officer']) ? readMoney(visit) : { receipts: [], checklist: [] },
  ]);
  return { ...awards, meetings, ...money };
}

/** Awards as they are now, of whichever year: an old one may be paid today, and then it waits no more. */
async function readAwards({ api, may, parameters: { partnershipId } }: Here) {
  const [decides, pays] = [may(['chair']), may(['finance-officer'])];
  const of = (status: string, isAsked: boolean) =>
    isAsked ? api.all('listAwards', { partnershipId }, { status }) : Promise.resolve([]);
  const [submitted, drafts, approved, closed] = await Promise.all([
    of('submitted', decides),
    of('draft', may(['coordinator'])),
    of('approved', decides || pays),
    of('closed', decides),
  ]);
  return {
    submitted,
    drafts,
    toRatify: [...approved, ...closed].filter(({ ratification }) => ratification?.status === 'awaited'),
    unpaid: approved.filter(({ committedAmount }) => committedAmount.isPositive()),
  };
}

async function readMoney({ api, parameters, today }: Here) {
  const { partnershipId, financialYear } = parameters;
  const now = financialYearOf(today);
  const [grants, { items: checklist }, current] = await Promise.all([
    api.all('listGrants', { partnershipId }),
    api.read('getClosingChecklist', parameters),
    now === financialYear ? undefined : api.read('getStatement', { partnershipId, financialYear: now }),
  ]);
  const receipts = grants.flatMap((grant) => expected(grant, today));
  return { receipts, checklist, ...(current !== undefined && { current }) };
}

/** Instalments are due for a month before their day. */
const daysAhead = 30;

function expected(grant: Grant, today: string): ExpectedReceipt[] {
  if (grant.reversedOn !== undefined || grant.outstandingAmount.isZero()) return [];
  if (grant.instalments.length === 0) return [{ grant, amount: grant.outstandingAmount, isLate: false }];
  return instalmentStandings(grant, today)
    .filter(({ standing, dueOn }) => standing === 'late' || (standing === 'due' && dueOn <= addDays(today, daysAhead)))
    .map(({ amount, received, dueOn, standing }) => ({
      grant,
      amount: amount.minus(received),
      dueOn,
      isLate: standing === 'late',
    }));
}
