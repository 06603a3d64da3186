import { readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packForJob } from '../../../functions/audit-pack/audit-pack.ts';
import type { packOperations } from '../../../functions/audit-pack/operations.ts';
import type { Job } from '../../../functions/jobs/job.ts';
import { statementTypes } from '../../../functions/statements/formats/formats.ts';
import { type Api, apiOver, startTables, type TestTables } from '../../api.ts';
import { did } from '../../award-calls.ts';
import { fillJournal } from '../../bench/long-journal.ts';
import { checkedApiOver } from '../checked-api.ts';
import { freshLedger, type Ledger, nowhere, type Refusals, testRefusals } from '../refusals.ts';
import { fillWithEverything } from '../varied-ledger.ts';
import type { Files } from './packs.ts';
import { jsonIn } from './tampering.ts';
import { unzipped } from './unzipped.ts';
import { extracted, type Verdict, verdictIn } from './verifying.ts';

const refusals: Refusals<keyof typeof packOperations> = {
  getAuditPack: { 'not-found': () => nowhere('GET', '/years/2017-18/audit-pack') },
};
const signature = { name: 'A. Treasurer', role: 'Section 151 officer' };
const agrees: Verdict = { code: 0, told: expect.stringContaining('Everything agrees.') };

/** What an auditor sees who extracts a pack and runs the verifier that came with it. */
const verdictOn = (files: Files): Promise<Verdict> => extracted(files, (folder) => verdictIn(folder, 'verify.mjs'));

describe('the audit pack', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));

  const auditor = ({ id }: Pick<Ledger, 'id'>) => ({ groups: [`${id}:auditor`], subject: 'auditor' });
  const read = (ledger: Ledger, path: string, accept = '*/*') =>
    api.call({ path: ledger.base + path, headers: { accept }, ...auditor(ledger) });
  const packOf = async (ledger: Ledger, year: string): Promise<Files> =>
    unzipped((await read(ledger, `/years/${year}/audit-pack`)).bytes);

  /** A partnership with something of every kind, whose year 2016-17 was closed and certified, opened and certified again. */
  async function certifiedTwice(): Promise<Ledger> {
    const ledger = await freshLedger(api);
    await fillWithEverything(ledger);
    await certify(ledger);
    const chief = { groups: [`${ledger.id}:chief-finance-officer`], subject: 'treasurer' };
    await did(api.call(ledger.to('POST', '/years/2016-17/reopening', { reason: 'Forgotten.' }, chief)));
    await did(
      ledger.spend({ fundId: 'a-joined-fund', amount: '1.50', spentOn: '2016-12-02', purposeStatement: 'So.' }),
    );
    await certify(ledger);
    return ledger;
  }

  async function certify(ledger: Ledger): Promise<void> {
    const chief = { groups: [`${ledger.id}:chief-finance-officer`], subject: 'treasurer' };
    const { funds } = (await ledger.statement('', '2016-17')).body;
    const disposals = funds
      .filter(({ closingBalance }: { closingBalance: string }) => Number(closingBalance) > 0)
      .map(({ fundId, closingBalance: amount }: { fundId: string; closingBalance: string }) => ({
        ...{ fundId, amount, treatment: 'carry-forward', approvalReference: 'OK-1' },
      }));
    await did(ledger.post('/years/2016-17/closing', { disposals }));
    const { statementHash } = (await ledger.statement('', '2016-17')).body;
    const body = { statementHash, ...signature };
    await did(api.call(ledger.to('POST', '/years/2016-17/certification', body, chief)));
  }

  describe('of a partnership with something of every kind', () => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await certifiedTwice();
    });

    it('is a ZIP of its own name', async () => {
      const { status, headers } = await read(ledger, '/years/2016-17/audit-pack');

      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${ledger.id}-audit-pack-2016-17.zip"`,
      });
    });

    it.each(['2015-16', '2016-17', '2017-18', '2018-19'])(
      'agrees with the verifier that it holds: %s',
      async (year) => {
        expect(await verdictOn(await packOf(ledger, year))).toEqual(agrees);
      },
    );

    it('holds the statement in every form as the service answers it, at the same head', async () => {
      const files = await packOf(ledger, '2017-18');

      for (const [place, form] of ['json', 'csv', 'xlsx', 'pdf', 'html'].entries()) {
        const { bytes } = await read(ledger, '/years/2017-18/statement', statementTypes[place]);
        expect(files.get(`statement.${form}`)?.equals(bytes), form).toBe(true);
      }
      const { head } = (await ledger.verify()).body;
      expect(jsonIn(files, 'manifest.json')).toMatchObject({ knownAt: head.sequence, head });
    });

    it('holds the certified versions as they were signed: of its own year in every form', async () => {
      const [own, other] = [await packOf(ledger, '2016-17'), await packOf(ledger, '2017-18')];

      for (const version of [1, 2]) {
        for (const [place, form] of ['json', 'csv', 'xlsx', 'pdf', 'html'].entries()) {
          const path = `/years/2016-17/statement?version=${version}`;
          const { bytes } = await read(ledger, path, statementTypes[place]);
          expect(own.get(`certified/2016-17-v${version}.${form}`)?.equals(bytes), form).toBe(true);
        }
      }
      expect([...other.keys()].filter((path) => path.startsWith('certified/'))).toEqual([
        'certified/2016-17-v1.json',
        'certified/2016-17-v2.json',
      ]);
    });

    it('is the same to the byte as long as the journal is', async () => {
      const [once, again] = [
        await read(ledger, '/years/2016-17/audit-pack'),
        await read(ledger, '/years/2016-17/audit-pack'),
      ];

      expect(again.bytes.equals(once.bytes)).toBe(true);
      expect(again.headers['etag']).toBe(once.headers['etag']);
    });

    it('is a read that is recorded', async () => {
      await read(ledger, '/years/2014-15/audit-pack');

      const { body } = await read(ledger, '/audit/events?kind=read&limit=1');

      expect(body.items[0]).toMatchObject({
        path: `${ledger.base}/years/2014-15/audit-pack`,
        by: { subject: 'auditor' },
      });
    });

    it('made by a job is of the entry at which the job was asked for', async () => {
      const { head } = (await ledger.verify()).body;
      const knownAt = head.sequence - 4;
      const at = new Date(0).toISOString();
      const job: Job = {
        id: 'f'.repeat(32),
        kind: 'audit-pack',
        partnershipId: ledger.id,
        financialYear: '2016-17',
        knownAt,
        status: 'running',
        progress: { done: 0, total: knownAt },
        startedAt: at,
        updatedAt: at,
      };

      const { path, bytes } = await packForJob(job, api.deps, async () => undefined);
      const zip = await readFile(path);
      await rm(path);
      const files = await unzipped(zip);

      expect(zip.length).toBe(bytes);
      expect(jsonIn(files, 'manifest.json').knownAt).toBe(knownAt);
      expect(jsonIn(files, 'statement.json')).toMatchObject({ knownAt, status: 'certified', version: 1 });
      expect(await verdictOn(files)).toEqual(agrees);
    });
  });

  it('of a long journal is a job’s, from whose link it is fetched', async () => {
    const own = await startTables();
    try {
      await fillJournal(own.client, own.names, 'bench', 2001);
      const { call } = apiOver(own);
      const as = { groups: ['bench:auditor'], subject: 'auditor' };

      const { status, headers } = await call({ path: '/v1/partnerships/bench/years/2017-18/audit-pack', ...as });
      await Promise.all(own.jobs);
      const { body } = await call({ path: headers['location'] ?? '', ...as });
      const zip = Buffer.from(await (await fetch(body.link)).arrayBuffer());

      expect(status).toBe(202);
      expect(body).toMatchObject({ kind: 'audit-pack', status: 'done' });
      expect(body.progress.done).toBe(body.progress.total);
      expect(await verdictOn(await unzipped(zip))).toEqual(agrees);
    } finally {
      await own.stop();
    }
  }, 180_000);
});
