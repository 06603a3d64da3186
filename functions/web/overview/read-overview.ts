import type { Money } from '../../../domain/money.ts';
import { addDays } from '../../../domain/plain-date.ts';
import type { AnswerOf } from '../api/api.ts';
import { instalmentStandings } from '../grants/instalment-standing.ts';
import type { Visit } from '../page/page.ts';

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
  readonly meetings: Item<AnswerOf<'listMeetings'>>[];
  readonly receipts: readonly ExpectedReceipt[];
  readonly checklist: AnswerOf<'getClosingChecklist'>['items'];
};

type Here = Visit<'/partnerships/{partnershipId}/years/{financialYear}'>;

/** Reads what could wait for this person, and nothing that can't. */
export async function readWaits({ api, parameters, may, today }: Here): Promise<WhatWaits> {
  const { partnershipId } = parameters;
  const [prepares, decides, pays] = [may(['coordinator']), may(['chair']), may(['finance-officer'])];
  const none = Promise.resolve([]);
  const [submitted, drafts, meetings, grants, checklist] = await Promise.all([
    decides ? api.all('listAwards', { partnershipId }, { status: 'submitted' }) : none,
    prepares ? api.all('listAwards', { partnershipId }, { status: 'draft' }) : none,
    prepares || decides ? api.all('listMeetings', { partnershipId }) : none,
    pays ? api.all('listGrants', { partnershipId }, { financialYear: parameters.financialYear }) : none,
    pays ? api.read('getClosingChecklist', parameters).then(({ items }) => items) : none,
  ]);
  return { submitted, drafts, meetings, receipts: grants.flatMap((grant) => expected(grant, today)), checklist };
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
