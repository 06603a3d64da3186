import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { dynamodbClient } from '../../../infra/local/dynamodb-client.ts';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

export type Spawned = {
  readonly child: ChildProcess;
  /** Resolves with the address when it says that it runs, and rejects with what it said instead. */
  readonly running: Promise<string>;
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
};

/** `npm start`, as its script runs it, on any free port and without an example unless told otherwise. */
export function spawnService(environment: Readonly<Record<string, string>>, root = projectRoot): Spawned {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    cwd: root,
    env: { PATH, HOME, PORT: '0', EXAMPLE: 'none', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  let output = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code: code as number | null, errors }));
  const running = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const origin = /runs at (http:\S+)[\s\S]*Ctrl-C/.exec(output)?.[1];
      if (origin !== undefined) resolve(origin);
    });
    ended.then(() => reject(new Error(errors)));
  });
  running.catch(() => undefined); // because most tests of failures look at the end alone
  return { child, running, ended };
}

/** The processes that have this in their command line, such as an engine with its data folder. */
export async function processesWith(text: string): Promise<readonly { pid: number; command: string }[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-ww', '-o', 'pid=,args=']);
  const lines = stdout.split('\n').filter((line) => line.includes(text));
  return lines.map((line) => {
    const [, pid, command = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), command };
  });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The engine that runs on a data folder: neither its guard nor the service, which name it too. */
export async function engineOn(folder: string) {
  const processes = await processesWith(folder);
  const engine = processes.find(({ command }) => /^\S*(dynoxide|java) /.test(command));
  const port = /-port (\d+)/.exec(engine?.command ?? '')?.[1];
  const client = dynamodbClient(`http://127.0.0.1:${port}`);
  onTestFinished(() => client.destroy());
  return { pid: engine?.pid ?? 0, client };
}
