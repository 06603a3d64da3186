import type { Api } from './example/api.ts';
import type { Example } from './example/people.ts';
import { exampleSteps } from './example/steps.ts';

/**
 * Loads what the API doesn't have of the example, and says how many calls that took. A load that was interrupted goes
 * on where it stopped; one that was finished is left alone for ever, whatever people have done with it since.
 */
export async function loadExample(api: Api, example: Example, report: (title: string) => void): Promise<number> {
  const steps = exampleSteps(example);
  if (await isComplete(api, steps)) return 0;
  let loaded = 0;
  for (const step of steps) {
    if (await step.isLoaded(api)) continue;
    await step.load(api);
    report(step.title);
    loaded += 1;
  }
  return loaded;
}

/** The first is asked first, because nothing can be asked about a partnership that isn't there. */
async function isComplete(api: Api, steps: ReturnType<typeof exampleSteps>): Promise<boolean> {
  for (const step of [steps.at(0), steps.at(-1)]) {
    if (!(await step?.isLoaded(api))) return false;
  }
  return true;
}
