import type { Person } from './example/people.ts';

export type Welcome = {
  readonly origin: string;
  readonly engine: string;
  readonly folder: string;
  readonly people: readonly Person[];
};

/** Where to go, and whom to sign in as. */
export function welcome({ origin, engine, folder, people }: Welcome): string {
  const width = Math.max(...people.map(({ subject }) => subject.length));
  const rows = people.map(({ subject, name, groups }) => `  ${subject.padEnd(width)}  ${groups.join(' ')}  (${name})`);
  return `
Community safety funding runs at ${origin}
  Pages         ${origin}
  API document  ${origin}/docs
  Data          ${folder} (${engine})

Sign in as one of
${rows.join('\n')}

A token for scripts, good for 15 minutes:
  ${curl(origin, people[0])}

Ctrl-C stops everything.
`;
}

function curl(origin: string, person: Person | undefined): string {
  return `curl -s ${origin}/local/token -H 'content-type: application/json' -d '${JSON.stringify(person)}'`;
}
