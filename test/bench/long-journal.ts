import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { v7 } from 'uuid';
import { recordExpenditure } from '../../domain/expenditure/record-expenditure.ts';
import { openFund } from '../../domain/fund/open-fund.ts';
import { agreeGrant } from '../../domain/grant/agree-grant.ts';
import { recordReceipt } from '../../domain/grant/record-receipt.ts';
import type { Decide } from '../../domain/ledger/decision.ts';
import { headOf, type JournalEntry, seal } from '../../domain/ledger/journal-entry.ts';
import { LedgerState } from '../../domain/ledger/ledger-state.ts';
import { project } from '../../domain/ledger/projection.ts';
import { type RecordType, recordSchemas } from '../../domain/ledger/records.ts';
import { Money } from '../../domain/money.ts';
import { createPartnership } from '../../domain/partnership/set-up.ts';
import { digest } from '../../functions/store/digest.ts';
import { entryItem, headItem, type Item, recordItem } from '../../functions/store/items.ts';
import type { TableNames } from '../../infra/local/create-tables.ts';
import { approveAwards } from './approved-awards.ts';
import { type BenchAwards, prepareAwards } from './bench-awards.ts';

const penny = Money.parse('0.01');

/**
 * Fills empty tables with a partnership's journal of many entries, made by the domain's own commands, in bulk: a
 * benchmark can't wait for a hundred thousand transactions. Five funds, ten years, three grants a year; at its end, and
 * beyond that length, what awards are measured on, and as many approved awards as are asked for.
 */
export async function fillJournal(
  client: DynamoDBDocumentClient,
  names: TableNames,
  partnershipId: string,
  length: number,
  approved = 0,
): Promise<{ readonly grantIds: readonly string[]; readonly awards: BenchAwards }> {
  const state = new LedgerState('complete');
  const journal: Item[] = [];
  const act = (decide: Decide, by = { subject: 'bench' }): JournalEntry => {
    const decision = decide(state, { today: '2026-04-01', by, newId: () => v7() });
    let step = decision.next();
    while (!step.done) step = decision.next();
    const entry = seal(step.value, state.head, { id: v7(), now: '2026-04-01T09:00:00.000Z', by }, digest);
    state.apply(project(entry, state));
    state.head = headOf(entry);
    journal.push(entryItem(partnershipId, entry));
    return entry;
  };
  act(createPartnership(partnershipBody(partnershipId)));
  const funds = ['one', 'two', 'three', 'four', 'five'];
  for (const id of funds) act(openFund({ id, name: `Fund ${id}`, restriction: 'unrestricted', nature: 'revenue' }));
  for (let grant = 0; grant < 30; grant += 1) act(agreeGrant(grantBody(grant, funds[grant % funds.length] ?? '')));
  const grants = [...state.all('grant').values()];
  while (journal.length < length) {
    const place = journal.length;
    const grant = grants[place % grants.length];
    if (grant === undefined) break;
    const on = `${grant.financialYear.slice(0, 4)}-${String(5 + (place % 8)).padStart(2, '0')}-15`;
    const reference = `R${place}`;
    if (place % 3 > 0) act(recordReceipt(grant.id, { amount: penny, receivedOn: on, bankReference: reference }));
    else act(recordExpenditure(spending(grant.fundId, on, reference)));
  }
  const awards = prepareAwards(act);
  approveAwards(act, awards, approved);
  await putAll(client, names.journal, journal);
  await putAll(client, names.records, recordItems(partnershipId, state));
  return { grantIds: grants.map(({ id }) => id), awards };
}

const partnershipBody = (id: string) => ({
  id,
  name: 'A partnership with a long history',
  hostAuthority: { id: 'council', name: 'Council' },
  responsibleAuthorities: [{ id: 'council', name: 'Council' }],
  quorum: 1,
});

const grantBody = (place: number, fundId: string) => {
  const year = 2016 + (place % 10);
  return {
    kind: 'core-allocation' as const,
    title: `Core funding ${place}`,
    funder: { id: 'commissioner', name: 'Commissioner' },
    fundId,
    financialYear: `${year}-${String(year + 1).slice(2)}`,
    grossAmount: Money.parse('100000.00'),
    reference: `CORE-${place}`,
    agreedOn: `${year}-04-03`,
  };
};

const spending = (fundId: string, spentOn: string, paymentReference: string) => ({
  fundId,
  category: 'partnership-posts',
  description: 'Ongoing revenue costs of partnership posts',
  amount: penny,
  spentOn,
  paymentReference,
  authorityReference: 'Budget',
});

function recordItems(partnershipId: string, state: LedgerState): Item[] {
  const types = Object.keys(recordSchemas) as RecordType[];
  const items = types.flatMap((type) =>
    [...state.all(type)].map(([id, value]) => recordItem(partnershipId, { type, id, value } as never)),
  );
  return state.head === undefined ? items : [headItem(partnershipId, state.head), ...items];
}

async function putAll(client: DynamoDBDocumentClient, table: string, items: readonly Item[]): Promise<void> {
  for (let from = 0; from < items.length; from += 25) {
    const requests = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
  }
}
