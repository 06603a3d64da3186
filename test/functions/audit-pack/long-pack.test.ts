import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { longPack } from './long-pack.ts';
import { verifierPath } from './packs.ts';
import { extracted } from './verifying.ts';

const length = 100_000;
const mebibyte = 1024 * 1024;

// What the kernel says: `process.resourceUsage()` counts what the parent held when it forked.
const tellPeak = `import { readFileSync } from 'node:fs';
process.on('exit', () => process.stderr.write(readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\\s+(\\d+)/)[1]));`;

/** What a program printed, and the most memory that it held. */
async function run(folder: string, ...program: string[]): Promise<{ told: string; peak: number }> {
  const first = ['--import', `data:text/javascript,${encodeURIComponent(tellPeak)}`];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...first, ...program], { cwd: folder });
  return { told: stdout, peak: Number(stderr) * 1024 };
}

describe('the verifier', () => {
  it('checks a hundred thousand entries in less than 256 MiB more than Node takes for nothing', async () => {
    await extracted(longPack(length), async (folder) => {
      const nothing = await run(folder, '--eval', '0');

      const { told, peak } = await run(folder, verifierPath.pathname, '.');

      expect(told).toContain(`${length} entries, the chain unbroken`);
      expect(told).toContain('Everything agrees.');
      expect(nothing.peak).toBeGreaterThan(mebibyte);
      expect(peak - nothing.peak).toBeLessThan(256 * mebibyte);
    });
  }, 300_000);
});
