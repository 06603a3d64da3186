import { type Service, startService } from './service.ts';
import { readSettings } from './settings.ts';
import { reason, StartFailure } from './start-failure.ts';
import { welcome } from './welcome.ts';

/*
 * What `npm start` runs. It ends with 0 when asked to, and else with one sentence and 1. An engine that is just being
 * started ends with this process, by its guard.
 */
let service: Service | undefined;
let isEnding = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0)); // npm sends them twice

try {
  service = await startService(readSettings(process.env), (line) => console.log(line));
  service.engineEnded.then((lastWords) =>
    end(1, `The DynamoDB engine stopped by itself: ${lastWords || 'no reason given'}.`),
  );
  console.log(welcome(service));
} catch (error) {
  end(1, error instanceof StartFailure ? error.message : `The service can't start: ${reason(error)}.`);
}

async function end(code: number, sentence?: string): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  if (sentence !== undefined) console.error(sentence);
  await service?.stop();
  process.exit(code);
}
