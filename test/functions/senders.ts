import type { Sender, TestTables } from '../api.ts';

type AnyCommand = { readonly constructor: { readonly name: string }; readonly input: Record<string, unknown> };

/** Passes on what it is told to, and throws this in place of the rest. */
export function failingSender(
  { client }: TestTables,
  fails: (name: string, input: object) => boolean,
  error: unknown,
): Sender {
  const send = async (command: unknown): Promise<unknown> => {
    const sent = command as AnyCommand;
    if (fails(sent.constructor.name, sent.input)) throw error;
    return (client.send as (sent: unknown) => Promise<unknown>)(command);
  };
  return { send } as unknown as Sender;
}

/** Cannot put events. */
export const withoutEvents = (tables: TestTables, error: unknown): Sender =>
  failingSender(
    tables,
    (name, input) => name === 'PutCommand' && JSON.stringify(input).includes(tables.names.events),
    error,
  );
