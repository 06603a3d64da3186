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
  /** Which file it is: a page of another one is not taken for this. */
  id: z.uuid(),
  partnershipId: z.string(),
  fileName: z.string(),
  status: z.enum(['preview', 'recording']),
  lines: z.array(ImportedLine),
});
export type BankImport = z.infer<typeof BankImport>;

const beside = 'bank-import';
const hours = 12 * 60 * 60_000;

type Here = Pick<Visit, 'deps' | 'sessionId'>;

/** The file that is under way, whichever partnership's it is; nothing where there is none. */
export const anyImport = async ({ deps, sessionId }: Here): Promise<BankImport | undefined> =>
  BankImport.safeParse(await deps.sessions.get(sessionId, beside)).data;

/** The file of this partnership that is under way; nothing where there is none. */
export async function readImport(here: Here, partnershipId: string): Promise<BankImport | undefined> {
  const underWay = await anyImport(here);
  return underWay?.partnershipId === partnershipId ? underWay : undefined;
}

export async function keepImport({ deps, sessionId }: Here, kept: BankImport): Promise<void> {
  await deps.sessions.put(sessionId, beside, z.encode(BankImport, kept), deps.now() + hours);
}

export async function dropImport({ deps, sessionId }: Here): Promise<void> {
  await deps.sessions.remove(sessionId, beside);
}

/** Whether some of it is recorded and some is not: another file would make that forgotten. */
export const isHalfDone = ({ status, lines }: BankImport): boolean => status === 'recording' && !lines.every(isDone);

export const isDone = ({ choice, outcome }: ImportedLine): boolean => choice === undefined || outcome !== undefined;
