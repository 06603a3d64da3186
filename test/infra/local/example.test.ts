import { describe, expect, it } from 'vitest';
import maldon from '../../../infra/local/example/maldon.json' with { type: 'json' };
import { spawnService } from './spawned-service.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = '/v1/partnerships/maldon';

const times = (count: number, ...types: string[]): string[] => Array.from({ length: count }, () => types).flat();

const inOrder = [
  'partnership-created',
  'terms-set',
  'funder-named',
  'fund-opened',
  'fund-opened',
  'grant-agreed',
  'receipt-recorded',
  'meeting-scheduled',
  'attendance-recorded',
  'meeting-opened',
  'meeting-closed',
  'priorities-set',
  'grant-agreed',
  'receipt-recorded',
  'meeting-scheduled',
  ...times(6, 'award-proposed', 'award-submitted'),
  'attendance-recorded',
  'meeting-opened',
  ...times(6, 'award-decided'),
  'meeting-closed',
  'receipt-recorded',
  ...times(6, 'award-paid'),
  'expenditure-recorded',
  'shared-fund-noted',
];

/** The service with the example in a folder; what it printed, and the API as one of its people may call it. */
async function startWithExample(folder: string) {
  const { child, running, ended } = spawnService({ DATA_DIR: folder, EXAMPLE: 'maldon' });
  let output = '';
  child.stdout?.on('data', (text: string) => {
    output += text;
  });
  const origin = await running;
  const call = async (path: string, { subject = 'maldon-auditor', groups = ['maldon:auditor'], ...init } = {}) => {
    const json = { 'content-type': 'application/json' };
    const asked = await fetch(`${origin}/local/token`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ subject, groups }),
    });
    const { access_token } = (await asked.json()) as { access_token: string };
    const headers = { ...json, 'idempotency-key': 'once', authorization: `Bearer ${access_token}` };
    return fetch(origin + root + path, { headers, ...init });
  };
  const entries = async () => ((await (await call('/journal?limit=100')).json()) as { items: Entry[] }).items;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { output: () => output, call, entries, stop };
}

type Entry = { sequence: number; type: string; effectiveOn: string; recordedBy: unknown; facts: { note?: string } };
type Statement = { funds: Record<string, string>[] };

describe('the worked example', () => {
  it('is loaded at the first start, by date, through the API', async () => {
    const { entries, output } = await startWithExample(await temporaryFolder());

    const loaded = await entries();

    expect(loaded.map(({ type }) => type)).toEqual(inOrder);
    expect(output().match(/^Example loaded: .+$/gm)).toHaveLength(inOrder.length);
  });

  it('says of each record where it comes from, or that it is illustrative', async () => {
    const { entries } = await startWithExample(await temporaryFolder());

    const silent = (await entries()).filter(
      ({ facts }) => !/^Report to|[Ii]llustrative|Six areas/.test(facts.note ?? ''),
    );

    expect(silent.map(({ type }) => type)).toEqual(['fund-opened', 'fund-opened']);
  });

  it('gives the sums of the example', async () => {
    const { call } = await startWithExample(await temporaryFolder());

    const statementOf = async (year: string) => {
      const { funds } = (await (await call(`/years/${year}/statement`)).json()) as Statement;
      return Object.fromEntries(funds.map((fund) => [fund['fundId'], fund]));
    };

    const { '2016-17': before, '2017-18': after } = maldon.sums;
    expect(await statementOf('2016-17')).toMatchObject({
      'tru-cam': { grossIncome: before['tru-cam'].gross, closingBalance: before['tru-cam'].closing },
    });
    expect(await statementOf('2017-18')).toMatchObject({
      'tru-cam': { openingBalance: after['tru-cam'].opening, closingBalance: after['tru-cam'].closing },
      'partnership-fund': {
        grossIncome: after['partnership-fund'].gross,
        topSliced: after['partnership-fund'].topSliced,
        expenditure: '11500.00',
        closingBalance: after['partnership-fund'].closing,
      },
    });
  });

  it('is loaded to its end at the next start, where a start was killed in the middle, and nothing twice', async () => {
    const folder = await temporaryFolder();
    for (const line of [
      'Funder essex-pcc',
      'Receipt EPCC-0001',
      'Receipt EPCC-0002',
      'Opening of the meeting 2017-10-06',
      'Decision of J9',
    ]) {
      const { child, ended } = spawnService({ DATA_DIR: folder, EXAMPLE: 'maldon' });
      let output = '';
      for await (const text of child.stdout ?? []) {
        output += text;
        if (output.includes(line)) break;
      }
      child.kill('SIGKILL');
      await ended;
    }

    const { entries } = await startWithExample(folder);

    expect((await entries()).map(({ type }) => type)).toEqual(inOrder);
  });

  it('is left alone when it was loaded, whatever people have done with it', async () => {
    const folder = await temporaryFolder();
    const first = await startWithExample(folder);
    const spent = (await first.entries()).find(({ type }) => type === 'expenditure-recorded');
    const reversal = await first.call(`/journal/${spent?.sequence}/reversal`, {
      subject: 'another-finance-officer',
      groups: ['maldon:finance-officer'],
      ...{ method: 'POST', body: JSON.stringify({ reason: 'Tried out', effectiveOn: '2018-03-30' }) },
    });
    await first.stop();

    const second = await startWithExample(folder);

    expect(reversal.status).toBe(201);
    expect(second.output()).not.toContain('Example loaded');
    expect(await second.entries()).toHaveLength(inOrder.length + 1);
  });
});
