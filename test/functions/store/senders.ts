import { setTimeout as sleep } from 'node:timers/promises';
import { ProvisionedThroughputExceededException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Sender } from '../../api.ts';

type AnyCommand = { readonly constructor: { readonly name: string }; readonly input: Record<string, unknown> };

const nameOf = (command: unknown): string => (command as AnyCommand).constructor.name;
const metadata = { $metadata: {} };

/** What can go wrong between this service and DynamoDB; how often, of each hundred requests. */
export type Faults = {
  readonly conflicts?: number;
  readonly throttles?: number;
  /** The transaction is done, and its answer never arrives. */
  readonly lostAnswers?: number;
  /** The request never arrives. */
  readonly lostRequests?: number;
};

/** Raises what real DynamoDB raises and local engines never do. */
export function faultySender(sender: Sender, faults: Faults, random: () => number = Math.random): Sender {
  const happens = (percent = 0): boolean => random() * 100 < percent;
  const send = async (command: unknown): Promise<unknown> => {
    const name = nameOf(command);
    const isTransaction = name.startsWith('Transact');
    if (isTransaction && happens(faults.conflicts)) {
      const CancellationReasons = [{ Code: 'None' }, { Code: 'TransactionConflict' }];
      throw new TransactionCanceledException({ message: 'conflict', CancellationReasons, ...metadata });
    }
    if (happens(faults.throttles)) throw new ProvisionedThroughputExceededException({ message: 'slow', ...metadata });
    if (happens(faults.lostRequests)) throw broken('ECONNRESET');
    const answer = await (sender.send as (sent: unknown) => Promise<unknown>)(command);
    if (name === 'TransactWriteCommand' && happens(faults.lostAnswers)) throw broken('ETIMEDOUT');
    return answer;
  };
  return { send } as unknown as Sender;
}

const broken = (code: string): Error => Object.assign(new Error(code), { code });

/** As far away as a database in the same region. */
export function distantSender(sender: Sender, milliseconds: number): Sender {
  const send = async (command: unknown): Promise<unknown> => {
    await sleep(milliseconds * (0.5 + Math.random()));
    return (sender.send as (sent: unknown) => Promise<unknown>)(command);
  };
  return { send } as unknown as Sender;
}

export type Cost = { readonly command: string; readonly table: string; readonly units: number };

/** Counts requests and the capacity units that each consumed. */
export function countingSender(sender: Sender): { sender: Sender; taken: () => Cost[] } {
  let costs: Cost[] = [];
  const send = async (command: unknown): Promise<unknown> => {
    const { input } = command as AnyCommand;
    input['ReturnConsumedCapacity'] = 'TOTAL';
    const answer = await (sender.send as (sent: unknown) => Promise<Record<string, unknown>>)(command);
    const consumed = [answer['ConsumedCapacity']].flat() as { TableName?: string; CapacityUnits?: number }[];
    const units = consumed.reduce((sum, one) => sum + (one?.CapacityUnits ?? 0), 0);
    costs.push({ command: nameOf(command), table: consumed[0]?.TableName ?? '', units });
    return answer;
  };
  const taken = (): Cost[] => {
    const all = costs;
    costs = [];
    return all;
  };
  return { sender: { send } as unknown as Sender, taken };
}
