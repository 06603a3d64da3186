import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiCalls, apiCalls } from './api-calls.ts';

const root = join(import.meta.dirname, '../..');

/** The product as `npm start` runs it, in a process and a folder of its own. */
export type Product = ApiCalls & { readonly origin: string; readonly stop: () => Promise<void> };

export async function startProduct(example: 'maldon' | 'people' = 'maldon'): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'journeys-'));
  const env = { ...process.env, PORT: '0', DATA_DIR: folder, EXAMPLE: example };
  const child = spawn(process.execPath, ['infra/local/start.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let said = '';
  const origin = await new Promise<string>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text;
      const [, running] = /runs at (http:\S+)[\s\S]*Ctrl-C/.exec(said) ?? [];
      if (running !== undefined) resolve(running);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    ended.then(() => reject(new Error(said)), reject);
  });
  return {
    origin,
    ...apiCalls(origin),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
