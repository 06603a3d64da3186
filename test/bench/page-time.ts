import { documentClient } from '../api.ts';
import type { PageVisitor } from '../functions/web/page-visitor.ts';
import { type RunningPages, startPages } from '../functions/web/running-pages.ts';
import { fillJournal } from './long-journal.ts';

/*
 * The time of pages, a part of npm run bench: what the server takes for the overview, and for a statement with 200 awards,
 * on a long journal, beside what the API takes for the very calls that they make.
 */

const [length, awards, times] = [Number(process.env['BENCH_PAGES_LENGTH'] ?? 100_000), 200, 40];

async function time(running: RunningPages): Promise<void> {
  console.log(`\nA journal of ${length} entries with ${awards} awards in a year: filling …`);
  const client = documentClient(process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');
  const {
    RECORDS_TABLE: records = '',
    JOURNAL_TABLE: journal = '',
    EVENTS_TABLE: events = '',
    SESSIONS_TABLE: sessions = '',
  } = process.env;
  await fillJournal(client, { records, journal, events, sessions }, 'bench', length, awards);
  const visitor = await running.visitor('someone', 'bench:finance-officer', 'bench:chair', 'bench:coordinator');
  const rows = [];
  for (const page of ['/partnerships/bench/years/2017-18', '/partnerships/bench/years/2017-18/statement']) {
    rows.push(await beside(page, visitor));
  }
  console.table(rows);
}

/** The page and its own calls of the API, in turn, so that both meet the same machine. */
async function beside(path: string, visitor: PageVisitor): Promise<Record<string, string>> {
  const calls = await callsOf(() => visitor.get(path));
  const [page, api]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < times; turn += 1) {
    page.push(await took(async () => void (await visitor.get(path))));
    api.push(
      await took(
        async () => void (await Promise.all(calls.map(async ([url, init]) => (await fetch(url, init)).bytes()))),
      ),
    );
  }
  const ratio = p95(page) / p95(api);
  return {
    page: path,
    calls: String(calls.length),
    'page p50': ms(median(page)),
    'API p50': ms(median(api)),
    'page p95': ms(p95(page)),
    'API p95': ms(p95(api)),
    'p95 ratio': ratio.toFixed(2),
    'at most twice': ratio <= 2 ? 'yes' : 'NO',
  };
}

type FetchCall = Parameters<typeof fetch>;

/** What the pages' function asks of the API for one page: it runs in this process. */
async function callsOf(visit: () => Promise<unknown>): Promise<FetchCall[]> {
  const calls: FetchCall[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = (...call) => {
    const [url, init] = call;
    if (String(url).includes('/v1/')) calls.push([String(url), { headers: init?.headers ?? {} }]);
    return real(...call);
  };
  try {
    await visit();
  } finally {
    globalThis.fetch = real;
  }
  return calls;
}

async function took(act: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

const at =
  (share: number) =>
  (durations: readonly number[]): number =>
    durations.toSorted((a, b) => a - b)[Math.ceil(durations.length * share) - 1] ?? 0;
const [median, p95] = [at(0.5), at(0.95)];
const ms = (duration: number): string => `${duration.toFixed(1)} ms`;

const timed = await startPages('none');
try {
  await time(timed);
} finally {
  await timed.stop();
}
