import { z } from 'zod';
import { BankLine } from '../../../domain/bank/bank-line.ts';
import type { Visit } from '../page/page.ts';

/** What a line is recorded as; nothing where it is left alone. */
const Choice = z.strictObject({ kind: z.enum(['receipt', 'refund', 'payment', 'repayment']), id: z.string() });
export type Choice = z.infer<typeof Choice>;

const Outcome = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('recorded'), sequence: z.int() }),
  z.strictObject({ status: z.literal('refused'), detail: z.string() }),
]);

const ImportedLine = z.strictObject({
  line: BankLine,
  /** The idempotency key under which it is recorded, however often it is tried. */
  key: z.string(),
  choice: Choice.optional(),
  outcome: Outcome.optional(),
});
export type ImportedLine = z.infer<typeof ImportedLine>;

/** A bank file that is being worked through: kept beside the session, sealed as that is, for as long as that lasts. */
const BankImport = z.strictObject({
  partnershipId: z.string(),
  fileName: z.string(),
  status: z.enum(['preview', 'recording']),
  lines: z.array(ImportedLine),
});
export type BankImport = z.infer<typeof BankImport>;

const beside = 'bank-import';
const hours = 12 * 60 * 60_000;

type Here = Pick<Visit, 'deps' | 'sessionId'>;

/** The file of this partnership that is under way; nothing where there is none. */
export async function readImport({ deps, sessionId }: Here, partnershipId: string): Promise<BankImport | undefined> {
  const { data } = BankImport.safeParse(await deps.sessions.get(sessionId, beside));
  return data?.partnershipId === partnershipId ? data : undefined;
}

export async function keepImport({ deps, sessionId }: Here, kept: BankImport): Promise<void> {
  await deps.sessions.put(sessionId, beside, z.encode(BankImport, kept), deps.now() + hours);
}

export async function dropImport({ deps, sessionId }: Here): Promise<void> {
  await deps.sessions.remove(sessionId, beside);
}

export const isDone = ({ choice, outcome }: ImportedLine): boolean => choice === undefined || outcome !== undefined;
