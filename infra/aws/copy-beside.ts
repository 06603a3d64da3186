import { join } from 'node:path';
import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { BesideBundle } from '../../functions/areas.ts';

const script = join(import.meta.dirname, 'copy-file.ts');

/** Copies what a function reads at run time beside its bundle, by the Node that runs this, so on any system. */
export const copyBeside = (files: readonly BesideBundle[] = []): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (project, output) =>
    files.map(({ from, to }) =>
      [process.execPath, script, join(project, from), join(output, to)].map((word) => `"${word}"`).join(' '),
    ),
});
