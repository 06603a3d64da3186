import '../quiet-log.ts';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asProblem } from '../../../functions/http/chain.ts';
import type { Deps } from '../../../functions/http/deps.ts';
import type { Job, Question } from '../../../functions/jobs/job.ts';
import { isAsRead } from '../../../functions/jobs/job-conditions.ts';
import { accepted, jobFor } from '../../../functions/jobs/job-for.ts';
import { putJob, readJob } from '../../../functions/jobs/job-record.ts';
import { work } from '../../../functions/jobs/worker.ts';
import { apiOver, startTables, type TestTables } from '../../api.ts';
import { storedItems } from '../stored.ts';
import { tableOf } from './job-tables.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

const began = Date.parse('2018-04-10T09:00:00.000Z');
const at = (now: number): string => new Date(now).toISOString();

describe('the job for a question', () => {
  let tables: TestTables;
  let now: number;
  let started: Job[];
  let deps: Deps;
  let partnerships = 0;
  let pack: Question;
  beforeAll(async () => {
    tables = await startTables();
  });
  afterAll(() => tables.stop());
  beforeEach(() => {
    now = began;
    started = [];
    const jobs = { start: async (job: Job) => void started.push(job) };
    deps = apiOver(tables, tables.client, { now: () => now, jobs }).deps;
    partnerships += 1;
    pack = { kind: 'audit-pack', partnershipId: `maldon-${partnerships}`, financialYear: '2017-18', knownAt: 60 };
  });

  const done = (job: Job) =>
    work(
      job,
      deps,
      tableOf((_, __, ___, handOver) => handOver(Buffer.from('a pack'))),
    );
  const failed = (job: Job) =>
    work(
      job,
      deps,
      tableOf(async () => {
        throw new Error('no pack');
      }),
    ).catch((error: unknown) => error);

  it('is started once, with nothing done yet', async () => {
    const job = await jobFor(deps, pack);

    expect(job).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      ...pack,
      status: 'running',
      progress: { done: 0, total: 60 },
      startedAt: at(began),
      updatedAt: at(began),
    });
    expect(started).toEqual([job]);
    expect(await readJob(deps.database, pack.partnershipId, job.id)).toEqual(job);
  });

  it('is the same job while it runs, also for somebody else and later', async () => {
    const job = await jobFor(deps, pack);
    now += minute;

    expect(await jobFor(deps, { ...pack })).toEqual(job);
    expect(started).toHaveLength(1);
  });

  it('is one job for many who ask at once', async () => {
    const jobs = await Promise.all(Array.from({ length: 20 }, () => jobFor(deps, pack)));

    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    expect(started).toHaveLength(1);
  });

  it.each([
    ['of another year', { financialYear: '2016-17' }],
    ['of another partnership', { partnershipId: 'rochford' }],
    ['of another kind', { kind: 'verification' as const }],
  ])('is another job where the question is %s', async (_, other) => {
    const { id } = await jobFor(deps, pack);

    expect((await jobFor(deps, { ...pack, ...other })).id).not.toBe(id);
    expect(started).toHaveLength(2);
  });

  it('is the one that is under way, at whichever head it was asked for', async () => {
    const job = await jobFor(deps, pack);

    const later = await Promise.all(
      Array.from({ length: 20 }, (_, more) => jobFor(deps, { ...pack, knownAt: 61 + more })),
    );

    expect(new Set(later.map(({ id }) => id))).toEqual(new Set([job.id]));
    expect(started).toHaveLength(1);
  });

  it('is one job for many who ask at once at heads of their own', async () => {
    const asked = Array.from({ length: 20 }, (_, more) => jobFor(deps, { ...pack, knownAt: 60 + more }));

    expect(new Set((await Promise.all(asked)).map(({ id }) => id)).size).toBe(1);
    expect(started).toHaveLength(1);
  });

  it.each([
    ['is done', () => done],
    ['has failed', () => failed],
    ['has fallen silent', () => async () => (now += 2 * minute)],
  ])('is another at another head when the one before %s', async (_, end) => {
    const first = await jobFor(deps, pack);
    await end()(first);
    now += second;

    const next = await jobFor(deps, { ...pack, knownAt: 61 });

    expect(next).toMatchObject({ knownAt: 61, status: 'running' });
    expect(next.id).not.toBe(first.id);
    expect(started).toHaveLength(2);
    expect(await jobFor(deps, { ...pack, knownAt: 62 })).toEqual(next);
  });

  it('is the same job when it is done, for a day', async () => {
    const job = await jobFor(deps, pack);
    now += minute;
    await done(job);
    now = began + 24 * hour - second;

    expect(await jobFor(deps, pack)).toMatchObject({ status: 'done', startedAt: at(began) });
    now = began + 24 * hour;
    expect(await jobFor(deps, pack)).toMatchObject({ status: 'running', startedAt: at(now) });
    expect(started).toHaveLength(2);
  });

  it('is a verification of now: one that was done a while ago is done again', async () => {
    const question: Question = { kind: 'verification', partnershipId: pack.partnershipId, knownAt: 60 };
    await done(await jobFor(deps, question));
    now += 10 * minute - second;
    const { status } = await jobFor(deps, question);
    now += second;

    expect(status).toBe('done');
    expect(await jobFor(deps, question)).toMatchObject({ status: 'running', startedAt: at(now) });
  });

  it('is started again where it failed', async () => {
    const job = await jobFor(deps, pack);
    await failed(job);
    now += second;

    expect(await jobFor(deps, pack)).toEqual({ ...job, startedAt: at(now), updatedAt: at(now) });
    expect(started).toHaveLength(2);
  });

  it('is started again where nothing was heard of it for two minutes', async () => {
    const job = await jobFor(deps, pack);
    now += 2 * minute - 1;
    expect(await jobFor(deps, pack)).toEqual(job);
    now += 1;

    expect(await jobFor(deps, pack)).toMatchObject({ id: job.id, startedAt: at(now) });
    expect(started).toHaveLength(2);
  });

  it('is started again once, however many ask', async () => {
    await failed(await jobFor(deps, pack));
    now += second;

    await Promise.all(Array.from({ length: 20 }, () => jobFor(deps, pack)));

    expect(started).toHaveLength(2);
  });

  it('is left to whoever started it again by the worker that was thought to be gone', async () => {
    const first = await jobFor(deps, pack);
    now += 2 * minute;
    const second = await jobFor(deps, pack);

    await done(first);

    expect(await readJob(deps.database, pack.partnershipId, first.id)).toEqual(second);
  });

  it('is left by a worker that fell silent when it was started again, which then cannot mark it', async () => {
    const first = await jobFor(deps, pack);
    let restarted: Job | undefined;
    const silent = tableOf(async (_, __, ___, handOver) => {
      now += 2 * minute;
      restarted = await jobFor(deps, pack);
      await handOver(Buffer.from('a pack'));
    });

    const late = await work(first, deps, silent).catch((error: unknown) => error);

    expect(late).toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(await readJob(deps.database, pack.partnershipId, first.id)).toEqual(restarted);
  });

  it('is a failed one where the worker cannot be told, so that the next to ask starts it', async () => {
    const busy = Object.assign(new Error('slow down'), { name: 'TooManyRequestsException' });
    const start = async () => {
      throw busy;
    };

    const error = await jobFor({ ...deps, jobs: { start } }, pack).catch((cause: unknown) => cause);

    expect(asProblem(error).document.status).toBe(503);
    expect(await jobFor(deps, pack)).toMatchObject({ status: 'running' });
    expect(started).toHaveLength(1);
  });

  it('is under way where the worker has heard of it, though nobody knew', async () => {
    const start = async (job: Job) => {
      await done(job);
      throw new Error('no answer');
    };

    await jobFor({ ...deps, jobs: { start } }, pack).catch((cause: unknown) => cause);

    expect(await jobFor(deps, pack)).toMatchObject({ status: 'done' });
    expect(started).toEqual([]);
  });

  it('leaves records that go by themselves after a day', async () => {
    await jobFor(deps, pack);

    const left = (await storedItems(tables, 'records')).filter(({ pk }) => pk === `P#${pack.partnershipId}#JOBS`);

    expect(left.map(({ expiresAt }) => expiresAt)).toEqual(Array(2).fill(began / 1000 + 24 * 60 * 60));
  });

  it('is answered with where it is, and when to ask', async () => {
    const job = await jobFor(deps, pack);

    expect(accepted(job)).toEqual({
      status: 202,
      headers: { location: `/v1/partnerships/${pack.partnershipId}/jobs/${job.id}`, 'retry-after': '2' },
      body: {
        id: job.id,
        kind: 'audit-pack',
        status: 'running',
        progress: { done: 0, total: 60 },
        startedAt: at(began),
        updatedAt: at(began),
      },
    });
  });

  it('is never put over another that is under way', async () => {
    const job = await jobFor(deps, pack);

    await expect(putJob(deps.database, { ...job, status: 'failed' }, undefined)).rejects.toThrow();
    const altered = { ...job, updatedAt: at(began - 1) };
    await expect(putJob(deps.database, { ...job, status: 'failed' }, isAsRead(altered))).rejects.toThrow();
    expect(await readJob(deps.database, pack.partnershipId, job.id)).toEqual(job);
  });
});
