import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const tools = ['bash', 'curl', 'unzip'].filter((tool) => spawnSync(tool, ['--help']).error !== undefined);
const why = tools.length === 0 ? '' : ` (skipped: no ${tools.join(' and ')} here)`;

describe.skipIf(tools.length > 0)(`the README’s first session${why}`, () => {
  let data: string;
  let port: number;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'first-session-'));
    port = await freePort();
  });
  afterAll(() => rm(data, { recursive: true }));

  it('prints what the README says, and finds its data again after a restart', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    const commands = blocks(readme, 'sh session').replace('127.0.0.1:3000', `127.0.0.1:${port}`);
    const statement = `curl -s $API/years/2018-19/statement -H "authorization: Bearer $AUDITOR" | node -p 'JSON.parse(fs.readFileSync(0)).totals.receivable'`;

    const first = await whileItRuns(port, data, () => bash(commands, data));
    const second = await whileItRuns(port, data, () => bash(`${commands.split('GRANT=')[0]}${statement}`, data));

    expect(withoutHash(first.result)).toBe(withoutHash(blocks(readme, 'text session')));
    expect(second.result.trim()).toBe('150.00');
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
  });
});

const blocks = (markdown: string, kind: string): string =>
  [...markdown.matchAll(/```(.+)\n([^`]+)```/g)]
    .flatMap(([, found, text]) => (found === kind ? [text] : []))
    .join('\n');

const withoutHash = (text: string): string =>
  text
    .replace(/"hash":"[^"]*"/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** In a folder where it may write. */
async function bash(script: string, cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd });
  return stdout;
}

/** Starts the product as `npm start` does, runs something against it, and stops it as Ctrl-C does. */
async function whileItRuns<T>(
  port: number,
  data: string,
  run: () => Promise<T>,
): Promise<{ result: T; exitCode: number }> {
  const environment = { ...process.env, PORT: String(port), DATA_DIR: data };
  const child = spawn(process.execPath, ['infra/local/start.ts'], { cwd: root, env: environment });
  const ended = once(child, 'exit');
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text) => String(text).includes('Ctrl-C') && resolve());
      child.once('exit', () => reject(new Error('it ended before it was ready')));
    });
    const result = await run();
    child.kill('SIGINT');
    const [exitCode] = await ended;
    return { result, exitCode };
  } finally {
    child.kill('SIGKILL');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
