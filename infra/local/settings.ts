import { z } from 'zod';
import { StartFailure } from './start-failure.ts';

/** What the environment may change. A variable set to nothing counts as not set, as shells and compose files do it. */
const Settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().max(65535))
    .catch((context) => refuse('PORT', context.value, 'a whole number from 0 to 65535, where 0 takes any that is free'))
    .prefault('3000'),
  DATA_DIR: z.string().prefault('.data'),
  EXAMPLE: z
    .enum(['maldon', 'none'])
    .catch((context) => refuse('EXAMPLE', context.value, 'maldon or none'))
    .prefault('maldon'),
  DYNAMODB_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .catch((context) => refuse('DYNAMODB_ENDPOINT', context.value, 'an address such as http://127.0.0.1:8000'))
    .optional(),
});
export type Settings = z.infer<typeof Settings>;

export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  return Settings.parse(Object.fromEntries(set));
}

function refuse(name: string, value: unknown, wanted: string): never {
  throw new StartFailure(`${name} must be ${wanted}, and it is ${JSON.stringify(value)}.`);
}
