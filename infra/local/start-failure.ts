/** Why the service can't start or go on, in one sentence for the person at the terminal: no stack is shown with it. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** The message of whatever was thrown, as one line. */
export function reason(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return message.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '');
}
