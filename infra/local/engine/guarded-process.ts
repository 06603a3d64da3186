import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type GuardedProcess = {
  /** Resolves when the program has ended, asked or not, with the last that it said about itself. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
};

const guard = fileURLToPath(new URL('guard.ts', import.meta.url));
const millisecondsToStop = 6_000;

/**
 * Starts a program under the guard, in a process group of its own: Ctrl-C at the terminal reaches the service alone,
 * which then stops the program in its own order.
 */
export function startGuarded(command: string, parameters: readonly string[]): GuardedProcess {
  const child = spawn(process.execPath, [guard, command, ...parameters], {
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = lastLine(text) ?? said;
  });
  child.stdin.on('error', () => undefined); // it may have ended before the pipe is closed
  child.once('exit', (_, signal) => signal && killGroup(child.pid)); // the guard was killed: the program is left
  const ended = once(child, 'close').then(() => said, String);
  return { ended, stop };

  async function stop() {
    child.stdin.end();
    const hard = setTimeout(() => killGroup(child.pid), millisecondsToStop);
    await ended;
    clearTimeout(hard);
  }
}

/** Lines of a stack, which are indented, say less. */
function lastLine(text: string): string | undefined {
  const lines = text.split('\n').filter((line) => /^\S/.test(line));
  return lines.at(-1)?.replace(/^error: /, '');
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // because it has gone by itself meanwhile
  }
}
