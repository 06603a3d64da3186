import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Api } from '../../../../functions/web/api/api.ts';
import { verificationPage, verificationRunPage } from '../../../../functions/web/audit/verification.ts';

const jobId = 'a'.repeat(32);
const at = '2018-03-31T12:00:00.000Z';
const job = { id: jobId, kind: 'verification', progress: { done: 3000, total: 20_000 }, startedAt: at, updatedAt: at };
const report = {
  entries: 20_000,
  chainValid: false,
  balancesMatch: false,
  trialBalance: '0.10',
  head: { sequence: 20_000, hash: 'b'.repeat(64) },
  discrepancies: [
    { code: 'entry-altered', sequence: 7, detail: 'Entry 7 does not have the hash that it states.' },
    { code: 'entry-missing', sequence: 9, detail: 'Entry 9 is missing.' },
    { code: 'record-differs', record: 'award/1b2c', detail: 'The record award/1b2c differs.' },
    { code: 'record-differs', record: 'constructor/1', detail: 'constructor/1 is stored.' },
  ],
};

/** An API whose journal is too long for one answer, and one visit to its pages. */
async function visitTo({ status }: { readonly status: string }) {
  const answers = (origin: string, url: string): readonly [number, object] => {
    if (url === '/report') return [200, report];
    if (!url.includes('/jobs/')) return [202, { ...job, status: 'running' }];
    return [200, { ...job, status, ...(status === 'done' ? { link: `${origin}/report` } : {}) }];
  };
  const server = createServer(({ url = '', headers }, response) => {
    const [code, body] = answers(`http://${headers.host}`, url);
    response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const api = new Api(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'token');
  const parameters = { partnershipId: 'maldon', jobId };
  return { api, parameters, request: { query: new URLSearchParams('run=yes') } } as never;
}

describe('verifying a long journal', () => {
  it('is started once, and leads to a page that only looks', async () => {
    const answer = await verificationPage.get(await visitTo({ status: 'running' }));

    expect(answer).toMatchObject({
      kind: 'redirect',
      location: `/partnerships/maldon/audit/verification/${jobId}`,
    });
  });

  it('shows how far it is, and renews itself', async () => {
    const answer = await verificationRunPage.get(await visitTo({ status: 'running' }));

    expect(answer).toMatchObject({ refreshSeconds: 3 });
    expect(JSON.stringify(answer)).toContain('"done":3000,"total":20000');
  });

  it('shows what it found, each discrepancy with where to look', async () => {
    const answer = await verificationRunPage.get(await visitTo({ status: 'done' }));

    const shown = JSON.stringify(answer);
    expect(shown).toContain('Not everything agrees.');
    expect(shown).toContain('"href":"/partnerships/maldon/journal/7","text":"Entry 7"');
    expect(shown).toContain('"href":"/partnerships/maldon/journal","text":"Journal"');
    expect(shown).toContain('"href":"/partnerships/maldon/awards/1b2c","text":"Record"');
    expect(shown).not.toContain('refreshSeconds');
  });

  it('says that a run came to nothing, and offers another', async () => {
    const answer = await verificationRunPage.get(await visitTo({ status: 'failed' }));

    const shown = JSON.stringify(answer);
    expect(shown).toContain('This run did not come to its end.');
    expect(shown).toContain('Run it again');
  });
});
