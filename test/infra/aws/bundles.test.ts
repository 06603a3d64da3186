import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areas } from '../../../functions/areas.ts';
import { FundingStack } from '../../../infra/aws/funding-stack.ts';

/** Far from `node_modules`, so that a bundle finds nothing but itself. */
const directory = mkdtempSync(join(tmpdir(), 'bundles-'));

beforeAll(() => {
  const app = new App({ outdir: directory, builtinCloudFormationValidation: false });
  new FundingStack(app, 'CommunitySafetyFunding');
  app.synth();
});

afterAll(() => rmSync(directory, { recursive: true }));

const bundles = () =>
  readdirSync(directory)
    .filter((name) => name.startsWith('asset.'))
    .map((name) => join(directory, name, 'index.mjs'));

/** In a Node of its own, without our environment: importing a function must not need any. */
const load = (bundle: string): string =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { handler } from ${JSON.stringify(bundle)}; console.log(typeof handler);`,
    ],
    { env: {}, encoding: 'utf8' },
  ).trim();

describe('the bundles', () => {
  it('are one for each area, for the watcher and for the user pool', () => {
    expect(bundles()).toHaveLength(Object.keys(areas).length + 2);
  });

  it('each load by themselves and export a handler', () => {
    expect(bundles().map(load)).toEqual(bundles().map(() => 'function'));
  });

  it('are small enough to start quickly', () => {
    const large = bundles().filter((bundle) => statSync(bundle).size > 3_000_000);

    expect(large).toEqual([]);
  });
});
