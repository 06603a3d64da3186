import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OperationName, operations } from '../../functions/operations.ts';
import { type Api, type Call, type Reply, startTables, type TestTables } from '../api.ts';
import { did, terms } from '../award-calls.ts';
import { partnershipCalls } from '../partnership.ts';
import { checkedApiOver } from './checked-api.ts';
import { headSequence } from './stored.ts';
import { posting, quiet } from './year-closed-routes.ts';
import { type BusyWorld, busyWorld, callOf, closeCarryingAll, closedYear } from './year-closed-world.ts';

/** These have tests of their own: the year's own operations, and what changes a line of its statement now and then. */
const others: readonly OperationName[] = ['closeYear', 'openMeeting', 'putFunder', 'putTermsOfReference'];
const postingNames = Object.keys(posting) as (keyof typeof posting)[];
const quietNames = Object.keys(quiet) as (keyof typeof quiet)[];

const said = ({ status, body }: Reply): unknown[] => [status, body.code, body.financialYear];
const refused = [409, 'year-closed', closedYear];

describe('in a closed year', () => {
  let tables: TestTables;
  let api: Api;
  let world: BusyWorld;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    world = await busyWorld(api, 'maldon');
  }, 60_000);
  afterAll(() => tables.stop());

  const hash = async (): Promise<string> => (await did(world.calls.statement())).statementHash;
  const noted = (call: Call): Call => ({ ...call, body: { ...(call.body as object), note: 'A note.' } });

  /** The reply, also of a dry run, and that nothing was recorded. */
  async function refusal(call: Call): Promise<unknown[]> {
    const before = await headSequence(tables, 'maldon');
    const reply = await api.call(call);
    const dry = call.method === 'POST' ? await api.call({ ...call, path: `${call.path}?dryRun=true` }) : reply;
    expect(dry.text).toBe(reply.text);
    expect(await headSequence(tables, 'maldon')).toBe(before);
    return said(reply);
  }

  it('every operation that says so is tried here', () => {
    const declared = (Object.keys(operations) as OperationName[]).filter((name) =>
      operations[name].problems.some((code) => code === 'year-closed'),
    );

    expect(declared.toSorted()).toEqual([...postingNames, ...quietNames, ...others].toSorted());
  });

  it.each(postingNames)('%s is refused', async (name) => {
    expect(await refusal(callOf(world, posting[name](world, world.closed)))).toEqual(refused);
  });

  it.each(quietNames)('%s is refused with a note, which the year’s statement would print', async (name) => {
    expect(await refusal(callOf(world, noted(quiet[name](world))))).toEqual(refused);
  });

  it('a meeting is not opened at which chair’s action falls due', async () => {
    const { group, attended } = world;
    const call = callOf(world, { ...group.coordinator, path: `/meetings/${attended}/opening`, body: {} });

    expect(await refusal(call)).toEqual(refused);
  });

  it('terms of reference are set where none relied on others, and noted only in a year that is open', async () => {
    const calls = partnershipCalls(api, 'dengie');
    await did(calls.create());
    await closeCarryingAll(calls, closedYear);
    const put = (body: object) =>
      calls.as({
        method: 'PUT',
        path: '/terms-of-reference/2018-03-31',
        body: { ...terms, ...body },
        groups: ['platform:administrator'],
      });

    expect(said(await put({ note: 'A note.' }))).toEqual(refused);
    expect((await put({})).status).toBe(201);
  });

  it('a funder that it prints gets no other name', async () => {
    const path = '/funders/essex-pcc';
    const { headers } = await world.calls.get(path);
    const rename = { method: 'PUT', path, headers: { 'if-match': headers['etag'] ?? '' } } as const;
    const named = (names: object[]): Call => callOf(world, { ...rename, body: { names } });

    expect(said(await api.call(named([{ name: 'Another' }])))).toEqual([409, 'year-closed', '2016-17']);

    const { body } = await world.calls.get(path);
    const [{ name }] = body.names;
    const later = [
      { name, until: '2018-03-31' },
      { name: 'Another', from: '2018-04-01' },
    ];
    const before = await hash();
    expect((await api.call(named(later))).status).toBe(200);
    expect(await hash()).toBe(before);
  });

  it('what is refused says which year, and what can be done', async () => {
    const { body } = await api.call(callOf(world, posting.recordExpenditure(world, world.closed)));

    expect(body).toEqual({
      type: '/problems/year-closed',
      title: 'The year is closed',
      status: 409,
      detail:
        '2017/18 is closed, so nothing can be posted to it or to a year before it. Record it in an open year, or ask the chief finance officer to open 2017/18 again.',
      code: 'year-closed',
      financialYear: closedYear,
    });
  });

  it.each(quietNames)('%s is recorded without a note, and changes nothing in its statement', async (name) => {
    const before = await hash();

    const { status } = await api.call(callOf(world, quiet[name](world)));

    expect([200, 201]).toContain(status);
    expect(await hash()).toBe(before);
  });

  it.each(postingNames)('%s is accepted in the next year, and changes nothing in its statement', async (name) => {
    const before = await hash();

    const { status } = await api.call(callOf(world, posting[name](world, world.open)));

    expect(status).toBe(201);
    expect(await hash()).toBe(before);
  });

  it('nothing of it all is anything that verification finds', async () => {
    const { body } = await world.calls.verify();

    expect(body).toMatchObject({ chainValid: true, balancesMatch: true, trialBalance: '0.00', discrepancies: [] });
  });
});
