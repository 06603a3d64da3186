import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Work } from '../../../functions/jobs/works.ts';
import type { TestTables } from '../../api.ts';

/** Says in the head that the journal is long: too long to be verified at once. */
export async function pretendLong({ client, names }: TestTables, partnershipId: string, sequence = 21_000) {
  const head = { sequence, hash: '0'.repeat(64), recordedAt: '2017-10-06T12:00:00.000Z' };
  await client.send(new PutCommand({ TableName: names.records, Item: { pk: `P#${partnershipId}`, sk: 'HEAD', head } }));
}

/** The same work whatever the job. */
export const tableOf = (work: Work) => ({ verification: work, 'audit-pack': work });
