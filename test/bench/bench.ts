import { apiOver, startTables } from '../api.ts';
import { countingSender } from '../functions/store/senders.ts';
import { type BenchCall, times } from './bench-call.ts';
import { benchCalls } from './bench-calls.ts';
import { fillJournal } from './long-journal.ts';

/*
 * npm run bench: requests, capacity units and time of every operation that works on tables, over journals of growing
 * length. Machines are shared and noisy: compare within one run.
 */

// Deadlines are counted from the request's beginning: what takes too long for Lambda is measured too.
const anHourAhead = () => Date.now() + 3_600_000;

const lengths = (process.env['BENCH_LENGTHS'] ?? '100,10000,100000').split(',').map(Number);

type Row = {
  readonly operation: string;
  readonly requests: string;
  readonly units: number;
  readonly p50: string;
  readonly p95: string;
  readonly peakMebibytes?: number;
};

for (const length of lengths) {
  const tables = await startTables();
  try {
    console.log(`\nA journal of ${length} entries: filling …`);
    const filled = await fillJournal(tables.client, tables.names, 'bench', length);
    const counting = countingSender(tables.client);
    const { call } = apiOver(tables, counting.sender, { now: anHourAhead });
    const rows: Row[] = [];
    for (const [name, made] of Object.entries(benchCalls(filled, length)))
      rows.push(await measure(name, made, call, counting.taken));
    console.table(rows);
  } finally {
    await tables.stop();
  }
}

console.log(`Each call ${times} times, those that read the whole journal once; requests and units of the last.`);

async function measure(
  operation: string,
  { isLong, isRefusal, make }: BenchCall,
  call: ReturnType<typeof apiOver>['call'],
  taken: ReturnType<typeof countingSender>['taken'],
): Promise<Row> {
  const durations: number[] = [];
  let costs = taken();
  const memory = watchMemory();
  for (let time = 0; time < (isLong ? 1 : times); time += 1) {
    const made = make(time);
    taken();
    const started = performance.now();
    const { status, text } = await call(made);
    durations.push(performance.now() - started);
    costs = taken();
    if (status >= 500 || (status >= 400 && !isRefusal)) throw new Error(`${operation}: ${status} ${text}`);
  }
  const peak = memory.stop();
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number): string => `${(sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1)} ms`;
  return {
    operation,
    requests: summary(costs.map(({ command }) => command.replace('Command', ''))),
    units: costs.reduce((sum, { units }) => sum + units, 0),
    p50: at(0.5),
    p95: at(0.95),
    ...(isLong ? { peakMebibytes: peak } : {}),
  };
}

function summary(commands: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const command of commands) counts.set(command, (counts.get(command) ?? 0) + 1);
  return [...counts].map(([command, count]) => (count === 1 ? command : `${count} ${command}`)).join(', ');
}

/** The highest resident memory seen, in MiB, of this process (the engine is another). */
function watchMemory(): { stop: () => number } {
  globalThis.gc?.();
  let peak = process.memoryUsage().rss;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(peak / 2 ** 20);
    },
  };
}
