import { type Service, startService } from './service.ts';
import { readSettings } from './settings.ts';
import { reason, StartFailure } from './start-failure.ts';
import { welcome } from './welcome.ts';

/*
 * What `npm start` runs. It ends with 0 when it is asked to, and otherwise with one sentence and 1. An engine that is
 * still being started ends with this process, by its guard.
 */
let service: Service | undefined;
let isEnding = false;

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(0));

try {
  service = await startService(readSettings(process.env), (line) => console.log(line));
  service.engineEnded.then(engineDied, engineDied);
  console.log(welcome(service));
} catch (error) {
  end(1, error instanceof StartFailure ? error.message : `The service can't start: ${reason(error)}.`);
}

function engineDied(lastWords: unknown): void {
  end(1, `The DynamoDB engine stopped by itself (${reason(lastWords) || 'without a word'}).`);
}

/** Once: npm hands Ctrl-C on, which the terminal has sent already, and a stopped engine ends too. */
function end(code: number, sentence?: string): void {
  if (isEnding) return;
  isEnding = true;
  if (sentence !== undefined) console.error(sentence);
  const exit = () => process.exit(code);
  Promise.resolve(service?.stop()).then(exit, exit);
}
