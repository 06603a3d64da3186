import { join } from 'node:path';
import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { BesideBundle } from '../../functions/areas.ts';

const program = join(import.meta.dirname, 'copy-files.ts');

/** Copies what a function reads at run time beside its bundle, by the Node that runs this, so on any system. */
export const copyBeside = (files: readonly BesideBundle[] = []): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (project, output) => {
    if (files.length === 0) return [];
    const words = [process.execPath, program, project, output, ...files.flatMap(({ from, to }) => [from, to])];
    return [words.map((word) => `"${word}"`).join(' ')];
  },
});
