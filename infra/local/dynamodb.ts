import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers } from './dynamodb-client.ts';
import { dynamodbLocal } from './engine/dynamodb-local.ts';
import { dynoxide } from './engine/dynoxide.ts';
import { type GuardedProcess, startGuarded } from './engine/guarded-process.ts';
import type { Availability } from './engine/program.ts';
import { reason, StartFailure } from './start-failure.ts';

const programs = { dynoxide, 'dynamodb-local': dynamodbLocal };
export type EngineKind = keyof typeof programs;

export type Engine = {
  readonly title: string;
  readonly endpoint: string;
  /** Resolves when the engine has ended, whether it was stopped or died. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

/** Whether this kind of engine can run here, and if not, why. */
export function engineAvailability(kind: EngineKind): Promise<Availability> {
  return programs[kind].find();
}

/** The embedded engine where its package exists, else Amazon's. */
export async function chooseEngine(): Promise<EngineKind> {
  const embedded = await engineAvailability('dynoxide');
  if (embedded.isAvailable) return 'dynoxide';
  const second = await engineAvailability('dynamodb-local');
  if (second.isAvailable) return 'dynamodb-local';
  throw new StartFailure(`No DynamoDB engine: ${embedded.why}, and ${second.why}; DYNAMODB_ENDPOINT can name another.`);
}

/** Starts an engine and waits until it answers. Without a data directory its tables live in memory. */
export async function startEngine(options: {
  readonly kind: EngineKind;
  readonly dataDirectory?: string;
}): Promise<Engine> {
  const { title, parameters } = programs[options.kind];
  const availability = await engineAvailability(options.kind);
  if (!availability.isAvailable) throw new StartFailure(`${availability.why}.`);
  const folder = options.dataDirectory === undefined ? undefined : join(options.dataDirectory, options.kind);
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const guarded = startGuarded(availability.command, [...availability.parameters, ...parameters(port, folder)]);
  try {
    await untilItAnswers(endpoint, guarded);
  } catch (cause) {
    await guarded.stop();
    throw new StartFailure(`${title} can't open its database in ${folder ?? 'memory'}: ${reason(cause)}.`, { cause });
  }
  return { title, endpoint, ended: guarded.ended, stop: guarded.stop };
}

const secondsToStart = 60;

async function untilItAnswers(endpoint: string, { ended }: GuardedProcess): Promise<void> {
  const death = ended.then((lastWords) => {
    throw new Error(lastWords || 'it ended without a word');
  });
  const deadline = Date.now() + secondsToStart * 1000;
  while (!(await Promise.race([answers(endpoint), death]))) {
    if (Date.now() > deadline) throw new Error(`no answer in ${secondsToStart} seconds`);
    await Promise.race([pause(20), death]);
  }
}

/** Dynoxide takes port 0 but doesn't say which port it got. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
}
