import '../quiet-log.ts';

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { auditOperations } from '../../../functions/audit/operations.ts';
import type { jobOperations } from '../../../functions/jobs/job-operations.ts';
import { verified } from '../../../functions/store/statement-reader.ts';
import { type Api, type Reply, startTables, type TestTables } from '../../api.ts';
import { checkedApiOver } from '../checked-api.ts';
import { pretendLong } from '../jobs/job-tables.ts';
import { freshLedger, type Ledger, nowhere, type Refusals, testRefusals } from '../refusals.ts';
import { failingSender } from '../senders.ts';
import { storedItems } from '../stored.ts';

const refusals: Refusals<keyof typeof auditOperations | keyof typeof jobOperations> = {
  verifyJournal: { 'not-found': () => nowhere('GET', '/audit/verification') },
  getJob: { 'not-found': ({ to }) => to('GET', `/jobs/${'0'.repeat(32)}`) },
};

describe('verification of a long journal', () => {
  let tables: TestTables;
  let api: Api;
  let ledger: Ledger;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());
  beforeEach(async () => {
    ledger = await freshLedger(api);
  });

  testRefusals(refusals, () => ({ api, tables }));

  const follow = ({ headers }: Reply, call = api.call): Promise<Reply> =>
    call({ path: headers['location'] ?? '', groups: [`${ledger.id}:auditor`], subject: 'ann' });

  const untilOver = (accepted: Reply): Promise<Reply> =>
    vi.waitUntil(async () => {
      const reply = await follow(accepted);
      return reply.body.status === 'running' ? undefined : reply;
    });

  it.each([
    [10_000, 200],
    [10_001, 202],
  ])('of %i entries is answered with %i', async (sequence, status) => {
    await pretendLong(tables, ledger.id, sequence);

    expect((await ledger.verify()).status).toBe(status);
  });

  it('is a job, whose answer is the same report', async () => {
    await pretendLong(tables, ledger.id);

    const accepted = await ledger.verify();
    const { body } = await untilOver(accepted);

    expect(accepted.status).toBe(202);
    expect(accepted.headers['location']).toBe(`${ledger.base}/jobs/${accepted.body.id}`);
    expect(Number(accepted.headers['retry-after'])).toBeGreaterThan(0);
    expect(body).toMatchObject({ kind: 'verification', status: 'done', progress: { done: 21_000, total: 21_000 } });
    const report = await (await fetch(body.link)).text();
    const atOnce = await verified(api.deps.database, ledger.id, Date.now() + 60_000);
    expect(report).toBe(JSON.stringify(atOnce));
    expect(JSON.parse(report)).toMatchObject({ entries: 2, chainValid: false, head: { sequence: 21_000 } });
  });

  it('is the same job for whoever asks meanwhile', async () => {
    await pretendLong(tables, ledger.id);

    const ids = (await Promise.all([ledger.verify(), ledger.verify(), ledger.verify()])).map(({ body }) => body.id);

    expect(new Set(ids).size).toBe(1);
  });

  it('leaves the records as they were: no job is taken for one', async () => {
    await pretendLong(tables, ledger.id);
    await untilOver(await ledger.verify());

    const report = await verified(api.deps.database, ledger.id, Date.now() + 60_000);

    expect(report.discrepancies.filter(({ code }) => code === 'record-differs')).toEqual([]);
  });

  it('that fails is started again by the next who asks', async () => {
    await pretendLong(tables, ledger.id);
    const unreadable = failingSender(
      tables,
      (name, input) => name === 'QueryCommand' && JSON.stringify(input).includes(tables.names.journal),
      new Error('broken'),
    );
    const accepted = await checkedApiOver(tables, unreadable).call({
      path: `${ledger.base}/audit/verification`,
      groups: [`${ledger.id}:auditor`],
    });
    const failed = await untilOver(accepted);

    const again = await ledger.verify();

    expect(failed.body.status).toBe('failed');
    expect(again.body).toMatchObject({ id: accepted.body.id, status: 'running' });
    expect((await untilOver(again)).body.status).toBe('done');
  });

  it('is recorded as a read, and so is every look at the job', async () => {
    await pretendLong(tables, ledger.id);

    await follow(await ledger.verify());

    const events = (await storedItems(tables, 'events')).filter(({ pk }) => pk.startsWith(`P#${ledger.id}#`));
    expect(events.map(({ kind, operation }) => [kind, operation.split('/').at(-1)])).toEqual([
      ['read', 'verification'],
      ['read', '{jobId}'],
    ]);
  });
});
