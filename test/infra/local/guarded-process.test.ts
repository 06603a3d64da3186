import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { startGuarded } from '../../../infra/local/engine/guarded-process.ts';

describe('a guarded process', () => {
  it('ends by itself with its last words', async () => {
    const program = "console.error('first'); console.error('error: last'); console.error('    at a stack')";

    const { ended } = startGuarded(process.execPath, ['-e', program]);

    expect(await ended).toBe('last');
  });

  it('ends when it is stopped, even if it would rather not', { timeout: 15_000 }, async () => {
    const program = "process.on('SIGTERM', () => undefined); console.error('up'); setInterval(() => undefined, 1000)";
    const { ended, stop } = startGuarded(process.execPath, ['-e', program]);
    await pause(300);

    await stop();

    expect(await ended).toBe('up');
  });

  it('says so where there is no such program', async () => {
    expect(await startGuarded('/nowhere/engine', []).ended).toBe('spawn /nowhere/engine ENOENT');
  });
});
