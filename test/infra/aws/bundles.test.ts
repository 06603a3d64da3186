import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Area, type AreaDefinition, areas } from '../../../functions/areas.ts';
import { FundingStack } from '../../../infra/aws/funding-stack.ts';
import { idAt, type TemplateJson } from './synthesised.ts';

/** Far from `node_modules`, so that a bundle finds nothing but itself. */
const directory = mkdtempSync(join(tmpdir(), 'bundles-'));

beforeAll(() => {
  const context = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };
  const app = new App({ outdir: directory, context, builtinCloudFormationValidation: false });
  new FundingStack(app, 'CommunitySafetyFunding');
  app.synth();
});

afterAll(() => rmSync(directory, { recursive: true }));

const bundles = () =>
  readdirSync(directory)
    .filter((name) => name.startsWith('asset.'))
    .map((name) => join(directory, name, 'index.mjs'));

/** The folder that is deployed as the function of an area. */
const folderOf = (area: Area): string => {
  const template = join(directory, 'CommunitySafetyFunding.template.json');
  const json = JSON.parse(readFileSync(template, 'utf8')) as TemplateJson;
  const { Metadata } = json.Resources[idAt(json, `Functions/${area}/Function`)] ?? {};
  return join(directory, Metadata?.['aws:asset:path'] ?? '');
};

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

const areaNames = Object.keys(areas) as Area[];
const definitions: Readonly<Record<Area, AreaDefinition>> = areas;

describe.each(areaNames)('beside the bundle of %s', (area) => {
  const { files = [] } = definitions[area];

  it('lie the files of the list, byte for byte, and nothing else', () => {
    const found = readdirSync(folderOf(area), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => relative(folderOf(area), join(parentPath, name)));

    expect(found.sort()).toEqual(['index.mjs', 'index.mjs.map', ...files.map(({ to }) => to)].sort());
    for (const { from, to } of files) {
      expect(readFileSync(join(folderOf(area), to)).equals(readFileSync(from))).toBe(true);
    }
  });

  it.runIf(files.length > 0)('a module finds the fonts by the name that it has for them everywhere', () => {
    const { resolve } = createRequire(join(folderOf(area), 'index.mjs'));
    const font = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';

    expect(resolve(font)).toBe(join(realpathSync(folderOf(area)), 'node_modules', font));
  });
});

describe('the verifier', () => {
  it('lies where packs are made', () => {
    const having = areaNames.filter((area) => readdirSync(folderOf(area)).includes('verify.mjs'));

    expect(having).toEqual(['audit', 'worker']);
  });
});
