import '../quiet-log.ts';

import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../functions/jobs/job.ts';
import { jobFor } from '../../../functions/jobs/job-for.ts';
import { takeJob } from '../../../functions/jobs/taken-job.ts';
import { work } from '../../../functions/jobs/worker.ts';
import { Database } from '../../../functions/store/database.ts';
import { type Api, type Reply, startTables, type TestTables } from '../../api.ts';
import { temporaryFolder } from '../../infra/local/temporary-folder.ts';
import { checkedApiOver } from '../checked-api.ts';
import { tableOf } from './job-tables.ts';

const second = 1000;
const began = Date.parse('2018-04-10T09:00:00.000Z');
const at = (now: number): string => new Date(now).toISOString();

describe('work on a job', () => {
  let tables: TestTables;
  let now = began;
  let api: Api;
  let partnerships = 0;
  let job: Job;
  beforeAll(async () => {
    tables = await startTables();
    const jobs = { start: async () => undefined };
    api = checkedApiOver(tables, tables.client, { now: () => now, jobs });
  });
  afterAll(() => tables.stop());
  beforeEach(async () => {
    now = began;
    partnerships += 1;
    const partnershipId = `maldon-${partnerships}`;
    job = await jobFor(api.deps, { kind: 'audit-pack', partnershipId, financialYear: '2017-18', knownAt: 60 });
  });

  const asked = (): Promise<Reply> =>
    api.call({
      path: `/v1/partnerships/${job.partnershipId}/jobs/${job.id}`,
      groups: [`${job.partnershipId}:auditor`],
    });

  it('shows how far it is, told at most every second', async () => {
    const seen: Reply['body'][] = [];
    const slowly = tableOf(async (_, __, report, handOver) => {
      for (const done of [10, 20, 30, 40]) {
        now += 400;
        await report({ done, total: 60 });
        seen.push((await asked()).body);
      }
      await handOver(Buffer.from('a pack'));
    });

    await work(job, api.deps, slowly);

    expect(seen.map(({ progress }) => progress.done)).toEqual([0, 0, 30, 30]);
    expect(seen.map(({ status }) => status)).toEqual(['running', 'running', 'running', 'running']);
    expect(seen.map(({ updatedAt }) => updatedAt)).toEqual([began, began, began + 1200, began + 1200].map(at));
    expect((await asked()).body).toMatchObject({ status: 'done', progress: { done: 60, total: 60 } });
  });

  it('has a link to its answer when it is done, a new one each time it is asked for', async () => {
    await work(
      job,
      api.deps,
      tableOf((_, __, ___, handOver) => handOver(Buffer.from('a pack'))),
    );

    const { body } = await asked();

    const response = await fetch(body.link);
    expect(await response.text()).toBe('a pack');
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="${job.partnershipId}-audit-pack-2017-18.zip"`,
    );
  });

  it('has no link before', async () => {
    expect((await asked()).body).toEqual({
      id: job.id,
      kind: 'audit-pack',
      status: 'running',
      progress: { done: 0, total: 60 },
      startedAt: at(began),
      updatedAt: at(began),
    });
  });

  it('is done once, however often and whenever the worker is told of it', async () => {
    let times = 0;
    const counted = tableOf(async (_, __, ___, handOver) => {
      times += 1;
      // Told of it while it works.
      await work(job, api.deps, counted);
      await handOver(Buffer.from('a pack'));
    });

    await Promise.all(Array.from({ length: 10 }, () => work(job, api.deps, counted)));
    const { body } = await asked();
    await work(job, api.deps, counted);

    expect(times).toBe(1);
    expect(body.status).toBe('done');
    expect((await asked()).body).toEqual({ ...body, link: expect.any(String) });
    expect(await (await fetch(body.link)).text()).toBe('a pack');
  });

  it('is done for good: its worker cannot mark it as failed any more', async () => {
    const taken = await takeJob(api.deps, job);
    await taken?.finish();
    await taken?.finish(); // as the SDK sends it again where no answer came

    await expect(taken?.fail()).rejects.toThrow();
    await expect(taken?.report({ done: 1, total: 60 })).resolves.toBeUndefined();
    now += 2 * second;
    await expect(taken?.report({ done: 1, total: 60 })).rejects.toThrow();

    expect((await asked()).body.status).toBe('done');
  });

  it('is heard of where it could not be taken for another reason', async () => {
    const busy = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
    const database = new Database(
      {
        send: (command: never) =>
          (command as object) instanceof PutCommand ? Promise.reject(busy) : tables.client.send(command),
      } as never,
      tables.names,
    );

    await expect(work(job, { ...api.deps, database })).rejects.toThrow('slow down');

    expect((await asked()).body.status).toBe('running');
  });

  it('that fails is shown as failed, without saying why, and is heard of', async () => {
    const fails = tableOf(async () => {
      throw new Error('secret');
    });

    await expect(work(job, api.deps, fails)).rejects.toThrow('secret');

    const { body, text } = await asked();
    expect(body.status).toBe('failed');
    expect(body.link).toBeUndefined();
    expect(text).not.toContain('secret');
  });

  it('fails where its answer cannot be put aside', async () => {
    const path = join(await temporaryFolder(), 'nothing');
    const gives = tableOf((_, __, ___, handOver) => handOver({ path, bytes: 1, sha256: '00' }));

    await expect(work(job, api.deps, gives)).rejects.toThrow('ENOENT');

    expect((await asked()).body.status).toBe('failed');
  });

  it('that nobody has heard of for two minutes is shown as failed', async () => {
    now += 120 * second - 1;
    const before = (await asked()).body.status;
    now += 1;

    expect([before, (await asked()).body.status]).toEqual(['running', 'failed']);
  });

  it('is forgotten after a day, as its answer is', async () => {
    now += 24 * 60 * 60 * second - 1;
    const before = (await asked()).status;
    now += 1;

    expect([before, (await asked()).status]).toEqual([200, 404]);
  });

  it.each([
    ['of another partnership', () => `/v1/partnerships/rochford/jobs/${job.id}`, 403],
    ['that there is none of', () => `/v1/partnerships/${job.partnershipId}/jobs/${'0'.repeat(32)}`, 404],
    ['with an id that is none', () => `/v1/partnerships/${job.partnershipId}/jobs/HEAD`, 400],
  ])('is not shown where it is a job %s', async (_, path, status) => {
    const groups = [`${job.partnershipId}:auditor`];

    expect((await api.call({ path: path(), groups })).status).toBe(status);
  });
});
