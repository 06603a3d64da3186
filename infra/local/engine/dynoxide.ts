import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Availability, EngineProgram } from './program.ts';

const { resolve } = createRequire(import.meta.url);

/** One native binary over SQLite, which starts in milliseconds. */
export const dynoxide: EngineProgram = {
  title: 'Dynoxide',
  find: async () => findDynoxide(`${process.platform}-${process.arch}`),
  parameters: (port, folder) => [
    ...['--port', String(port)],
    ...(folder === undefined ? [] : ['--db-path', join(folder, 'tables.db')]),
  ],
};

/** Its package is an optional dependency, and the registry has it for some platforms only. */
export function findDynoxide(platform: string): Availability {
  try {
    const command = resolve(`@dynoxide/${platform}/dynoxide`);
    return { isAvailable: true, command, parameters: ['serve', '--host', '127.0.0.1'] };
  } catch {
    return { isAvailable: false, why: `Dynoxide has no package here for ${platform}` };
  }
}
