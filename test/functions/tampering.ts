import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { canonicalText } from '../../functions/store/digest.ts';
import type { TableName } from '../../functions/store/tables.ts';
import { startTables } from '../api.ts';
import { checkedApiOver } from './checked-api.ts';
import { freshLedger, type Ledger } from './refusals.ts';
import { type StoredItem, storedItems } from './stored.ts';
import { fillBriefly } from './varied-ledger.ts';
import { leavesOf, type Path } from './wrong-values.ts';

/** How many entries the ledger has. */
export const entryCount = 20;

export type Report = {
  readonly entries?: number;
  readonly chainValid?: boolean;
  readonly balancesMatch?: boolean;
  readonly discrepancies: readonly { readonly code?: string; readonly sequence?: number; readonly record?: string }[];
};

export const clean = {
  entries: entryCount,
  chainValid: true,
  balancesMatch: true,
  trialBalance: '0.00',
  discrepancies: [],
};

export const namesEntry = ({ chainValid, discrepancies }: Report, sequence: number, code?: string): boolean =>
  chainValid === false &&
  discrepancies.some((one) => one.sequence === sequence && (code === undefined || one.code === code));

export const namesRecord = ({ balancesMatch, discrepancies }: Report, { type, id }: StoredItem): boolean =>
  balancesMatch === false && discrepancies.some(({ record }) => record === `${type}/${id}`);

export const withEntry = (item: StoredItem, entry: unknown): StoredItem => ({ ...item, entry: canonicalText(entry) });
export const withRecord = (item: StoredItem, value: unknown): StoredItem => ({ ...item, value: canonicalText(value) });

/** Where in a value something can be altered. */
export const alterations = (value: unknown): Path[] =>
  leavesOf(value).flatMap(({ path, value: leaf }) =>
    ['string', 'number', 'boolean'].includes(typeof leaf) ? [path] : [],
  );

/** Another character of the same sort in the middle of a text; another number; the opposite. */
export function altered(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  const text = String(value);
  const at = Math.floor(text.length / 2);
  const found = text.slice(at, at + 1);
  const other = /\d/.test(found) ? (Number(found) + 1) % 10 : found === 'a' ? 'b' : 'a';
  return text.slice(0, at) + other + text.slice(at + 1);
}

export const leafAt = (value: unknown, path: Path): unknown =>
  path.reduce((found, part) => (found as Record<string | number, unknown>)[part], value);

/** A ledger in tables of its own, whose stored items can be tampered with past the service. */
export async function tamperedLedger(fill: (ledger: Ledger) => Promise<void> = fillBriefly) {
  const tables = await startTables();
  const ledger = await freshLedger(checkedApiOver(tables));
  await fill(ledger);
  const own = ({ pk }: StoredItem): boolean => pk === `P#${ledger.id}` || pk.startsWith(`P#${ledger.id}#R#`);
  const entries = await storedItems(tables, 'journal');
  const stored = (await storedItems(tables, 'records')).filter(own);
  const head = stored.find(({ sk }) => sk === 'HEAD') ?? {};
  const records = stored.filter((item) => item !== head);

  const put = (table: TableName, Item: StoredItem) =>
    tables.client.send(new PutCommand({ TableName: tables.names[table], Item }));
  const remove = (table: TableName, { pk, sk }: StoredItem) =>
    tables.client.send(new DeleteCommand({ TableName: tables.names[table], Key: { pk, sk } }));
  const report = async (): Promise<Report> => {
    const { status, body } = await ledger.verify();
    return status === 200 ? body : { discrepancies: [body] };
  };

  /** What verification says with these items put in place of others; the others are put back. */
  async function whileStored(table: TableName, items: readonly StoredItem[]): Promise<Report> {
    for (const item of items) await put(table, item);
    const found = await report();
    for (const item of items) {
      const original = [...entries, ...stored].find(({ pk, sk }) => pk === item['pk'] && sk === item['sk']);
      await (original === undefined ? remove(table, item) : put(table, original));
    }
    return found;
  }

  const entryOf = (sequence: number): StoredItem => entries[sequence - 1] ?? {};
  return { stop: tables.stop, entries, records, head, entryOf, put, remove, report, whileStored };
}
