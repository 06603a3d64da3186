import { z } from 'zod';

/** How a request to DynamoDB, or to another service of AWS, failed, in the only terms that matter to who decides what to do next. */
export type Failure =
  /** Nothing was written: somebody else was faster, or the database is busy. Read again and decide again. */
  | 'lost-race'
  /** It may have been written or not: the answer is missing. */
  | 'unknown'
  /** Trying again would not help. */
  | 'fault';

const SdkError = z.object({
  name: z.string(),
  $metadata: z.object({ httpStatusCode: z.int().optional() }).optional(),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })).optional(),
});

const busy = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionConflictException',
  'TransactionInProgressException',
  'ConditionalCheckFailedException',
  'ConditionalRequestConflict',
  'TooManyRequestsException',
]);

const lostReasons = new Set([
  'None',
  'ConditionalCheckFailed',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

/** What was read was not of one moment: the head moved meanwhile. */
export class HeadMoved extends Error {}

/** The one place that reads the SDK's exceptions. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HeadMoved) return 'lost-race';
  const parsed = SdkError.safeParse(error);
  if (!parsed.success) return 'fault';
  const { name, $metadata, CancellationReasons } = parsed.data;
  if (name === 'TransactionCanceledException') {
    const codes = (CancellationReasons ?? []).map(({ Code = 'None' }) => Code);
    return codes.every((code) => lostReasons.has(code)) ? 'lost-race' : 'fault';
  }
  if (busy.has(name)) return 'lost-race';
  const status = $metadata?.httpStatusCode;
  // A server's failure, or no answer at all: the connection broke, or time ran out.
  return (status !== undefined && status >= 500) || isTransport(error) ? 'unknown' : 'fault';
}

/** An object that was to be new is there already. */
export function isAlreadyThere(error: unknown): boolean {
  const parsed = SdkError.safeParse(error);
  return parsed.success && parsed.data.name === 'PreconditionFailed';
}

const transportCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

function isTransport(error: unknown): boolean {
  const coded = z.object({ code: z.string() }).safeParse(error);
  if (coded.success && transportCodes.has(coded.data.code)) return true;
  return (
    error instanceof Error && ['TimeoutError', 'RequestTimeout', 'NetworkingError', 'AbortError'].includes(error.name)
  );
}
