import { spawn } from 'node:child_process';

/*
 * A program of its own, between the service and its database engine. Its standard input is a pipe from the service:
 * when that closes, the service has gone, even by SIGKILL, which it could not have caught itself. So no engine outlives
 * the service that started it. Kept free of imports of ours, to start fast.
 */
const [command = '', ...parameters] = process.argv.slice(2);
const millisecondsToStop = 4_000;

const engine = spawn(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'], windowsHide: true });
engine.once('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
engine.once('exit', (code) => process.exit(code ?? 1));

process.stdin.resume().once('end', stop).once('error', stop);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

function stop(): void {
  engine.kill();
  setTimeout(() => engine.kill('SIGKILL'), millisecondsToStop);
}
