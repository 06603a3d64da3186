import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { rendered, statementTypes } from '../../../functions/statements/formats/formats.ts';
import { largeStatement } from './large-statement.ts';

// node test/functions/formats/measure.ts --type application/pdf [--awards 10000] [--grants 50]: bytes, seconds, and by
// how much the process grew at most. With --max-old-space-size=256 before the file, node says whether the heap is enough.
const { values } = parseArgs({
  options: {
    type: { type: 'string', default: 'application/pdf' },
    awards: { type: 'string', default: '10000' },
    grants: { type: 'string', default: '50' },
  },
});
const type = statementTypes.find((one) => one === values.type);
if (type === undefined) throw new Error(`one of ${statementTypes.join(', ')}`);

const statement = largeStatement(Number(values.awards), Number(values.grants));
const before = process.memoryUsage().rss;
const start = performance.now();
const { length } = await rendered(statement, type);
const seconds = (performance.now() - start) / 1000;
// What the kernel says: `process.resourceUsage()` counts what the parent held when it forked.
const [, peak] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
const grown = Number(peak) / 1024 - before / 1024 / 1024;
process.stdout.write(`${type}: ${length} bytes, ${seconds.toFixed(1)} s, grew by ${grown.toFixed(0)} MiB at most\n`);
