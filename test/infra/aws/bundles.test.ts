import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Area, type AreaDefinition, areas } from '../../../functions/areas.ts';
import { FundingStack } from '../../../infra/aws/funding-stack.ts';
import { tableEnvironment } from '../../../infra/local/create-tables.ts';
import { apiOver, startTables, type TestTables } from '../../api.ts';
import { partnershipCalls } from '../../partnership.ts';
import { idAt, type TemplateJson } from './synthesised.ts';

/** Far from `node_modules`, so that a bundle finds nothing but itself. */
const directory = mkdtempSync(join(tmpdir(), 'bundles-'));

beforeAll(() => {
  const context = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };
  const app = new App({ outdir: directory, context, builtinCloudFormationValidation: false });
  new FundingStack(app, 'CommunitySafetyFunding');
  app.synth();
}, 180_000);

afterAll(() => rmSync(directory, { recursive: true }));

const bundles = () =>
  readdirSync(directory)
    .filter((name) => name.startsWith('asset.'))
    .map((name) => join(directory, name, 'index.mjs'))
    .filter(existsSync); // neither the assets of the pages, nor what uploads them

/** The folder that is deployed as the function of an area. */
const folderOf = (area: Area): string => {
  const template = join(directory, 'CommunitySafetyFunding.template.json');
  const json = JSON.parse(readFileSync(template, 'utf8')) as TemplateJson;
  const { Metadata } = json.Resources[idAt(json, `Functions/${area}/Function`)] ?? {};
  return join(directory, Metadata?.['aws:asset:path'] ?? '');
};

/** The files below a folder; of a file, itself. */
const filesIn = (path: string): readonly string[] =>
  statSync(path).isFile()
    ? ['']
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ parentPath, name }) => relative(path, join(parentPath, name)));

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
    const copies = files.flatMap(({ from, to }) =>
      filesIn(from).map((path) => ({ from: join(from, path), to: join(to, path) })),
    );

    expect(filesIn(folderOf(area)).toSorted()).toEqual(
      ['index.mjs', 'index.mjs.map', ...copies.map(({ to }) => to)].sort(),
    );
    for (const { from, to } of copies) {
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

const onTables = ({ endpoint, names }: TestTables) => ({
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  CURSOR_KEY: 'a key that only tests know',
  ...tableEnvironment(names),
});

/** What the bundle of an area answers, in a Node of its own that knows this environment and nothing else. */
async function answered(area: Area, event: object, environment: Readonly<Record<string, string>>) {
  const bundle = join(folderOf(area), 'index.mjs');
  const program = `import { handler } from ${JSON.stringify(bundle)}; console.log(JSON.stringify(await handler(${JSON.stringify(event)}, {})));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    env: environment,
    maxBuffer: 10_000_000,
  });
  return JSON.parse(stdout) as { statusCode: number; body: string; isBase64Encoded: boolean };
}

const getting = (path: string, more: object) => ({
  routeKey: `GET ${path}`,
  rawPath: path.replace('{partnershipId}', 'maldon').replace('{financialYear}', '2017-18'),
  rawQueryString: '',
  headers: {},
  pathParameters: { partnershipId: 'maldon', financialYear: '2017-18' },
  requestContext: {
    requestId: 'one',
    http: { method: 'GET' },
    authorizer: { jwt: { claims: { sub: 'ann', token_use: 'access', 'cognito:groups': '[maldon:auditor]' } } },
  },
  ...more,
});

const year = '/v1/partnerships/{partnershipId}/years/{financialYear}';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('a bundle far from our packages', () => {
  let tables: TestTables;
  beforeAll(async () => {
    tables = await startTables();
    const { create, openFund, agree } = partnershipCalls(apiOver(tables));
    const made = [await create(), await openFund(), await agree()];
    if (made.some(({ status }) => status !== 201)) throw new Error('nothing to show');
  });
  afterAll(() => tables.stop());

  it.each([
    ['application/pdf', '%PDF-'],
    [spreadsheet, 'PK'],
    ['text/html', '<!doctype html>'],
    ['text/csv', 'section'],
  ])('makes a statement as %s, with all that it reads for it', async (accept, beginning) => {
    const answer = await answered(
      'statements',
      getting(`${year}/statement`, { headers: { accept } }),
      onTables(tables),
    );

    const bytes = Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8');
    expect(answer.statusCode).toBe(200);
    expect(bytes.toString('latin1', 0, 100).replace('\xEF\xBB\xBF', '').toLowerCase()).toContain(
      beginning.toLowerCase(),
    );
  });

  it('makes a pack, with the verifier and every form of the statement in it', async () => {
    const answer = await answered('audit', getting(`${year}/audit-pack`, {}), onTables(tables));

    const names = Buffer.from(answer.body, 'base64').toString('latin1');
    expect(answer.statusCode).toBe(200);
    for (const name of ['verify.mjs', 'statement.pdf', 'statement.xlsx', 'journal.jsonl', 'manifest.json']) {
      expect(names).toContain(name);
    }
  });

  it('makes a page, with the views and the components of GOV.UK that it is made of', async () => {
    const nowhere = 'http://127.0.0.1:9';
    const answer = await answered('web', getting('/', {}), {
      AWS_REGION: 'eu-west-2',
      SESSIONS_TABLE: 'sessions',
      SESSION_KEY: 'a key of sessions that only tests know',
      API_URL: nowhere,
      SITE_ORIGIN: 'https://funding.example.gov.uk',
      ISSUER: nowhere,
      CLIENT_ID: 'pages',
      ASSETS: '{"app.css":"app-0123.css"}',
    });

    const html = Buffer.from(answer.body, 'base64').toString('utf8');
    expect(answer.statusCode).toBe(200);
    expect(html).toMatch(/^\s*<!doctype html>/i);
    expect(html).toContain('href="/assets/app-0123.css"');
  });
});
