import './quiet-log.ts';

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../../functions/documents/document-store.ts';
import { statementTypes } from '../../functions/statements/formats/formats.ts';
import { type Api, type Call, type Reply, startTables, type TestTables } from '../api.ts';
import { did } from '../award-calls.ts';
import { checkedApiOver } from './checked-api.ts';
import { freshLedger, type Ledger } from './refusals.ts';

const signature = { name: 'A. Treasurer', role: 'Section 151 officer' };
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('certifying a year', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  const chief = ({ id }: Ledger, subject = 'treasurer') => ({ groups: [`${id}:chief-finance-officer`], subject });
  const certification = (ledger: Ledger, statementHash: string, more: Partial<Call> = {}): Call =>
    ledger.to('POST', '/years/2017-18/certification', { statementHash, ...signature }, { ...chief(ledger), ...more });
  const hashNow = async (ledger: Ledger): Promise<string> => (await ledger.statement()).body.statementHash;

  /** A partnership with a grant, some spending, and its year closed. */
  async function closedLedger(): Promise<Ledger> {
    const ledger = await freshLedger(api);
    await did(ledger.agree({ grossAmount: '1000.00', topSlices: [] }));
    await did(ledger.spend({ amount: '100.00' }));
    const disposals = [{ fundId: 'partnership-fund', treatment: 'carry-forward', amount: '900.00' }];
    await did(ledger.post('/years/2017-18/closing', { disposals }));
    return ledger;
  }
  const certified = async (): Promise<Ledger> => {
    const ledger = await closedLedger();
    await did(api.call(certification(ledger, await hashNow(ledger))));
    return ledger;
  };

  it('keeps the statement in every form, each under the hash of its bytes, for ever', async () => {
    const ledger = await closedLedger();
    const { documents, documentHash } = await did(api.call(certification(ledger, await hashNow(ledger))));

    for (const { contentType, hash } of documents) {
      const path = `${ledger.base}/years/2017-18/statement?version=1`;
      const { status, headers, bytes } = await api.call({ path, headers: { accept: contentType }, ...chief(ledger) });
      expect([status, headers['content-type']?.split(';')[0], hashOf(bytes)]).toEqual([200, contentType, hash]);
      expect(hashOf(await api.deps.documents.kept(hash))).toBe(hash);
    }

    expect(documents.map(({ contentType }: { contentType: string }) => contentType)).toEqual([...statementTypes]);
    expect(documents[0].hash).toBe(documentHash);
  });

  it('is refused where the year is open, or certified already', async () => {
    const [open, done] = [await freshLedger(api), await certified()];

    const ofOpen = await api.call(certification(open, await hashNow(open)));
    const again = await api.call(certification(done, await hashNow(done)));

    expect([ofOpen.body.code, again.body.code]).toEqual(['year-not-closed', 'already-exists']);
  });

  it('is refused to who closed the year', async () => {
    const ledger = await closedLedger();

    const { body } = await api.call(certification(ledger, await hashNow(ledger), chief(ledger, 'officer')));

    expect(body.code).toBe('separation-of-duties');
  });

  it('is refused over any other hash than that of what stands', async () => {
    const ledger = await closedLedger();

    const { body } = await api.call(certification(ledger, 'f'.repeat(64)));

    expect(body.code).toBe('stale-statement');
  });

  it('answers the same again under the same key, and certifies once', async () => {
    const ledger = await closedLedger();
    const call = certification(ledger, await hashNow(ledger), { key: 'signed' });

    const [first, again] = [await api.call(call), await api.call(call)];

    expect([again.text, again.headers['idempotent-replayed']]).toEqual([first.text, 'true']);
    expect((await did(ledger.get('/years/2017-18/statements'))).items).toHaveLength(1);
  });

  it('tried dry keeps no document', async () => {
    const kept: string[] = [];
    const { documents } = api.deps;
    const watched = withDocuments((bytes, type) => {
      kept.push(type);
      return documents.keep(bytes, type);
    });
    const ledger = await closedLedger();
    const call = certification(ledger, await hashNow(ledger));

    const dry = await watched.call({ ...call, path: `${call.path}?dryRun=true` });
    const tried = [...kept];
    const done = await watched.call(call);

    expect([dry.status, dry.body.version, tried]).toEqual([201, 1, []]);
    expect([done.status, kept.length]).toEqual([201, statementTypes.length]);
    expect(done.body.documents).toEqual(dry.body.documents);
  });

  /** The service, whose documents are kept by what a test says. */
  function withDocuments(keep: DocumentStore['keep']): Api {
    const { documents } = api.deps;
    const replaced = new Proxy(documents, {
      get: (target, name) =>
        name === 'keep' ? keep : (...given: [string]) => Reflect.get(target, name).apply(target, given),
    });
    return checkedApiOver(tables, undefined, { documents: replaced });
  }

  it('goes by the journal’s head also where it moves while the documents are made', async () => {
    const ledger = await closedLedger();
    const { documents } = api.deps;
    let moved = 0;
    const slow = withDocuments(async (bytes, type) => {
      if (moved < 2) {
        moved += 1;
        await did(ledger.agree({ financialYear: '2018-19', agreedOn: '2018-04-09', topSlices: [] }));
      }
      return documents.keep(bytes, type);
    });

    const { status, body } = await slow.call(certification(ledger, await hashNow(ledger)));

    const { body: version } = await ledger.statement('?version=1');
    expect([status, moved]).toEqual([201, 2]);
    expect(version.knownAt).toBe(body.sequence - 1);
    expect(version.integrity.sequence).toBe(body.knownAt);
  });

  it('is refused where the year itself changes while the documents are made', async () => {
    const ledger = await closedLedger();
    const { documents } = api.deps;
    let isReopened = false;
    const slow = withDocuments(async (bytes, type) => {
      if (!isReopened) {
        isReopened = true;
        await did(ledger.post('/years/2017-18/reopening', { reason: 'A forgotten invoice.' }, chief(ledger)));
      }
      return documents.keep(bytes, type);
    });

    const { body } = await slow.call(certification(ledger, await hashNow(ledger)));

    expect(body.code).toBe('year-not-closed');
    expect((await did(ledger.get('/years/2017-18/statements'))).items).toEqual([]);
  });

  it('shows no version that there isn’t', async () => {
    const ledger = await certified();

    const { status, body }: Reply = await ledger.statement('?version=2');

    expect([status, body.code]).toEqual([404, 'not-found']);
  });

  it('is not disturbed by work in another year', async () => {
    const ledger = await certified();
    const before = await ledger.statement();

    await did(ledger.agree({ financialYear: '2018-19', agreedOn: '2018-04-09', topSlices: [] }));
    const after = await ledger.statement();

    expect(after.body).toMatchObject({ status: 'certified', version: 1, statementHash: before.body.statementHash });
  });
});
