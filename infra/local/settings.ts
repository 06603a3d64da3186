import { z } from 'zod';
import { StartFailure } from './start-failure.ts';

const port = mustBe('PORT', 'a whole number from 0 to 65535, where 0 takes any that is free');

/** What the environment may change. */
export const Settings = z.object({
  PORT: z.string().regex(/^\d+$/, port).transform(Number).pipe(z.int(port).max(65535, port)).prefault('3000'),
  DATA_DIR: z.string().prefault('.data'),
  EXAMPLE: z.enum(['maldon', 'people', 'none'], mustBe('EXAMPLE', 'maldon, people or none')).prefault('maldon'),
  DYNAMODB_ENDPOINT: z
    .url({ protocol: /^https?$/, ...mustBe('DYNAMODB_ENDPOINT', 'an address such as http://127.0.0.1:8000') })
    .optional(),
});
export type Settings = z.infer<typeof Settings>;

/** A variable set to nothing counts as not set, as shells and compose files do it. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const settings = Settings.safeParse(Object.fromEntries(Object.entries(environment).filter(([, value]) => value)));
  if (settings.success) return settings.data;
  throw new StartFailure(settings.error.issues[0]?.message);
}

function mustBe(name: string, wanted: string): { error: (issue: { readonly input?: unknown }) => string } {
  return { error: ({ input }) => `${name} must be ${wanted}, and it is ${JSON.stringify(input)}.` };
}
