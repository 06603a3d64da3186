import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { statementTypes } from '../../../functions/statements/formats/formats.ts';

const run = promisify(execFile);
const measure = join(import.meta.dirname, 'measure.ts');
const patience = 300_000;

/** Where there is plenty of memory, node lets garbage lie; where there is little, as here, it takes what it needs. */
const sparingly = ['--max-old-space-size=160', '--max-semi-space-size=4'];

describe('a statement with 10,000 awards and 50 grants', () => {
  it.each(statementTypes.slice(1))(
    'is made as %s in less than 256 MiB more than the process held before',
    { timeout: patience },
    async (contentType) => {
      const { stdout } = await run(process.execPath, [...sparingly, measure, '--type', contentType]);

      const [, bytes, grown] = /: (\d+) bytes, .* grew by (\d+) MiB/.exec(stdout) ?? [];
      expect(Number(bytes)).toBeGreaterThan(500_000);
      expect(Number(grown)).toBeGreaterThan(0);
      expect(Number(grown)).toBeLessThan(256);
    },
  );
});
