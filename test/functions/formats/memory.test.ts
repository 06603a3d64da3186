import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { statementTypes } from '../../../functions/statements/formats/formats.ts';

const run = promisify(execFile);
const measure = join(import.meta.dirname, 'measure.ts');
const patience = 300_000;

describe('a statement with 10,000 awards and 50 grants', () => {
  // All of the process's heap, and so of what making the statement adds to it; node ends itself where that is too little.
  it.each(statementTypes.slice(1))('is made as %s in a heap of 256 MiB', { timeout: patience }, async (contentType) => {
    const { stdout } = await run(process.execPath, ['--max-old-space-size=256', measure, '--type', contentType]);

    expect(stdout).toContain(`${contentType}: `);
  });
});
