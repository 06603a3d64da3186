import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { Api } from '../../../../functions/web/api/api.ts';
import type { Visit } from '../../../../functions/web/page/page.ts';
import { auditPackDownload } from '../../../../functions/web/statements/audit-pack-download.ts';
import { auditPackFile, auditPackJob } from '../../../../functions/web/statements/audit-pack-job.ts';

const jobId = 'a'.repeat(32);
const pack = '/partnerships/maldon/years/2017-18/audit-pack';
const times = { startedAt: '2018-04-01T09:00:00.000Z', updatedAt: '2018-04-01T09:01:00.000Z' };
const job = (status: string, done: number, more = {}) => ({
  ...{ id: jobId, kind: 'audit-pack', status, progress: { done, total: 9000 }, ...times, ...more },
});

describe('a pack that takes long to make', () => {
  const open = new Set<() => void>();
  afterEach(() => {
    for (const close of open) close();
    open.clear();
  });

  /** Somebody at a page, whose API answers always this. */
  async function visit<Path extends string>(status: number, headers: Record<string, string>, body = {}) {
    const server = createServer((_, response) => response.writeHead(status, headers).end(JSON.stringify(body)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.add(() => server.close());
    const { port } = server.address() as { port: number };
    const parameters = { partnershipId: 'maldon', financialYear: '2017-18', jobId };
    return { api: new Api(`http://127.0.0.1:${port}`, 'token'), parameters } as unknown as Visit<Path>;
  }

  it('leads to the page that says how far it is', async () => {
    const location = `/v1/partnerships/maldon/jobs/${jobId}`;

    const answer = await auditPackDownload.get(await visit(202, { location }, job('running', 0)));

    expect(answer).toMatchObject({ kind: 'redirect', location: `${pack}/jobs/${jobId}` });
  });

  it('shows how far it is, again and again', async () => {
    const answer = await auditPackJob.get(await visit(200, {}, job('running', 4500)));

    expect(answer).toMatchObject({ title: 'The pack is being made', refreshSeconds: 3 });
    expect(answer).toHaveProperty('blocks.0', expect.objectContaining({ kind: 'progress', done: 4500, total: 9000 }));
  });

  it('is offered when it is done, by a link that is made when it is followed', async () => {
    const link = 'https://storage.example/pack?signature=1';
    const done = job('done', 9000, { link });

    const shown = await auditPackJob.get(await visit(200, {}, done));
    const file = await auditPackFile.get(await visit(200, {}, done));

    expect(JSON.stringify(shown)).toContain(`${pack}/jobs/${jobId}/download`);
    expect(shown).not.toHaveProperty('refreshSeconds');
    expect(file).toMatchObject({ kind: 'redirect', location: link });
  });

  it('can be asked for again where making it failed', async () => {
    const answer = await auditPackJob.get(await visit(200, {}, job('failed', 10)));

    expect(answer).toMatchObject({ title: 'The pack could not be made' });
    expect(JSON.stringify(answer)).toContain(`${pack}/download`);
  });

  it('is fetched from where it lies when it is too long for one answer', async () => {
    const location = 'https://storage.example/pack?signature=2';

    const answer = await auditPackDownload.get(await visit(303, { location }));

    expect(answer).toMatchObject({ kind: 'redirect', location });
  });
});
