import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { partitionKey, sortKey, type TableName, tables } from '../../functions/store/tables.ts';
import { denyChanges } from './append-only.ts';

export type Tables = Readonly<Record<TableName, TableV2>>;

/** Made in the stack itself, so that their logical ids, and with them the data, outlive any change of these files. */
export const makeTables = (stack: Construct): Tables => ({
  records: makeTable(stack, 'Records', 'records'),
  journal: makeTable(stack, 'Journal', 'journal'),
  events: makeTable(stack, 'Events', 'events'),
  sessions: makeTable(stack, 'Sessions', 'sessions'),
});

const kept = {
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies Partial<TablePropsV2>;

/**
 * Encrypted with the key that AWS manages in the account: its use shows in CloudTrail, and nobody can schedule it for
 * deletion, as one could a key of our own, and with it every entry ever made.
 */
const makeTable = (stack: Construct, id: string, name: TableName): TableV2 => {
  const { timeToLive, appendOnly, isKept } = tables[name];
  const table = new TableV2(stack, id, {
    partitionKey: { name: partitionKey, type: AttributeType.STRING },
    sortKey: { name: sortKey, type: AttributeType.STRING },
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.awsManagedKey(),
    ...(isKept ? kept : { removalPolicy: RemovalPolicy.DESTROY }),
    ...(timeToLive && { timeToLiveAttribute: timeToLive }),
    ...(appendOnly && { dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES, resourcePolicy: denyChanges() }),
  });
  if (!isKept) acknowledgeNoRecovery(table);
  return table;
};

const acknowledgeNoRecovery = (table: TableV2): void =>
  Validations.of(table).acknowledge({
    id: 'AwsSolutions-DDB3',
    reason: 'What is in this table lives for hours and can be had again: whoever loses it signs in again.',
  });
