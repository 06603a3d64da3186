import { expect, it } from 'vitest';
import type { Refusal } from '../../domain/refusal.ts';
import { problems } from '../../functions/http/problem.ts';
import { type OperationName, operations } from '../../functions/operations.ts';
import type { Api, Call, TestTables } from '../api.ts';
import { partnershipCalls } from '../partnership.ts';
import { headSequence } from './stored.ts';

type Method = 'GET' | 'POST' | 'PUT';

/** A partnership of its own for one test, with a fund; and calls that may do everything in it. */
export type Ledger = ReturnType<typeof partnershipCalls> & {
  readonly id: string;
  readonly to: (method: Method, path: string, body?: object, more?: Partial<Call>) => Call;
};

let partnerships = 0;

export async function freshLedger(api: Api): Promise<Ledger> {
  partnerships += 1;
  const id = `fresh-${partnerships}`;
  const calls = partnershipCalls(api, id);
  const made = [await calls.create(), await calls.openFund()];
  if (made.some(({ status }) => status !== 201)) throw new Error('no partnership was made');
  return { ...calls, id, to: callsTo(id) };
}

const callsTo =
  (id: string): Ledger['to'] =>
  (method, path, body, more = {}) => ({
    method,
    path: `/v1/partnerships/${id}${path}`,
    ...(body === undefined ? {} : { body }),
    groups: [`${id}:finance-officer`, `${id}:coordinator`, 'platform:administrator'],
    subject: 'officer',
    ...more,
  });

/** Calls to a partnership that is not there, by who is covered all the same. */
export const nowhere = callsTo('nowhere');

/** Makes what is needed, and says which call is then refused. */
type Scenario = (ledger: Ledger) => Call | Promise<Call>;
type Unreachable = { readonly because: string };
export type Refusals<Name extends OperationName> = Readonly<
  Record<Name, { readonly [Code in Refusal['code']]?: Scenario | Unreachable }>
>;

/** The fund opens on 1 June 2018, and the call comes before that. */
export const beforeOpening =
  (scenario: Scenario, fundId = 'late'): Scenario =>
  async (ledger) => {
    await ledger.openFund(fundId);
    const owed = [{ funder: { id: 'essex-pcc', name: 'Commissioner' }, amount: '5.00' }];
    const opening = {
      effectiveOn: '2018-06-01',
      reference: 'Books',
      bank: '10.00',
      receivables: owed,
      repayables: owed,
    };
    await ledger.post(`/funds/${fundId}/opening-balance`, opening);
    return scenario(ledger);
  };

export const unreachable = (because: string): Unreachable => ({ because });

/** A test for each refusal that an operation declares: its status, its words, and that nothing was changed. */
export function testRefusals<Name extends OperationName>(
  refusals: Refusals<Name>,
  around: () => { readonly api: Api; readonly tables: TestTables },
): void {
  const names = Object.keys(refusals) as Name[];
  const cases = names.flatMap((name) =>
    Object.entries(refusals[name]).flatMap(([code, scenario]) =>
      typeof scenario === 'function' ? [{ name, code: code as Refusal['code'], scenario }] : [],
    ),
  );

  // What posts to a closed year is tried in one place, for every operation that can: year-closed.test.ts.
  const ofTheirOwn = (codes: readonly string[]): string[] =>
    [...new Set(codes)].filter((code) => code !== 'year-closed').toSorted();

  it.each(names)('%s has a test for every refusal that it declares', (name) => {
    expect(ofTheirOwn(Object.keys(refusals[name]))).toEqual(ofTheirOwn(operations[name].problems));
  });

  it.each(cases)('$name is refused: $code', async ({ code, scenario }) => {
    const { api, tables } = around();
    const ledger = await freshLedger(api);
    const call = await scenario(ledger);
    const before = await headSequence(tables, ledger.id);

    const reply = await api.call(call);
    const dry = call.method === 'POST' ? await api.call({ ...call, path: `${call.path}?dryRun=true` }) : reply;

    expect([reply.status, reply.body.code]).toEqual([problems[code].status, code]);
    expect(reply.body.title).toBe(problems[code].title);
    expect(reply.body.detail).not.toMatch(/undefined|null|NaN|\[object/);
    expect(dry.text).toBe(reply.text);
    expect(await headSequence(tables, ledger.id)).toBe(before);
  });
}
