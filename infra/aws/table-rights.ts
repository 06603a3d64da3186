import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { AreaDefinition, TableRight } from '../../functions/areas.ts';
import type { TableName } from '../../functions/store/tables.ts';
import { tableNames } from './table-names.ts';
import type { Tables } from './tables.ts';

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];

/**
 * The exact actions behind each right. A transaction needs the actions of its parts and no more. The store only puts,
 * so nobody may update or delete, on any table; and nobody may scan.
 */
const actions: Readonly<Record<TableName, Readonly<Partial<Record<TableRight, readonly string[]>>>>> = {
  records: { read: reading, write: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'] },
  journal: { read: reading, append: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'] },
  events: { read: ['dynamodb:Query'], append: ['dynamodb:PutItem'] },
};

/** Not `grantReadData` and its like: those give scans, streams, updates and deletes besides. */
export const grantRights = (grantee: IGrantable, rights: AreaDefinition['rights'], tables: Tables): void => {
  for (const name of tableNames) {
    const granted = rights[name]?.flatMap((right) => actionsFor(name, right)) ?? [];
    if (granted.length > 0) tables[name].grant(grantee, ...granted);
  }
};

const actionsFor = (name: TableName, right: TableRight): readonly string[] => {
  const granted = actions[name][right];
  if (!granted) throw new Error(`There is no right to ${right} on ${name}.`);
  return granted;
};
