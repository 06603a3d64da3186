import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { AreaDefinition, TableRight } from '../../functions/areas.ts';
import type { TableName } from '../../functions/store/tables.ts';
import { tableNames } from './table-names.ts';
import type { Tables } from './tables.ts';

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];

/**
 * The exact actions behind each right. A transaction needs the actions of its parts and no more. The store only puts,
 * so nobody may update or delete, on any table but that of sessions, which end; and nobody may scan.
 */
const actions: Readonly<Record<TableName, Readonly<Partial<Record<TableRight, readonly string[]>>>>> = {
  records: {
    read: reading,
    write: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'],
    'put-jobs': ['dynamodb:PutItem'],
  },
  journal: { read: reading, append: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'] },
  events: { read: ['dynamodb:Query'], append: ['dynamodb:PutItem'] },
  // one by one, by an id that only its browser knows
  sessions: { read: ['dynamodb:GetItem'], write: ['dynamodb:PutItem'], remove: ['dynamodb:DeleteItem'] },
};

/** The partitions in which a right counts, where it is not all: who does a job may not touch what it looks into. */
const partitions: Readonly<Partial<Record<TableRight, string>>> = { 'put-jobs': 'P#*#JOBS' };

/** Not `grantReadData` and its like: those give scans, streams, updates and deletes besides. */
export const grantRights = ({ grantPrincipal }: IGrantable, rights: AreaDefinition['rights'], tables: Tables): void => {
  for (const name of tableNames) {
    for (const right of rights[name] ?? []) {
      const resources = [tables[name].tableArn];
      const statement = new PolicyStatement({ actions: [...actionsFor(name, right)], resources });
      const partition = partitions[right];
      if (partition) statement.addCondition('ForAllValues:StringLike', { 'dynamodb:LeadingKeys': [partition] });
      grantPrincipal.addToPrincipalPolicy(statement);
    }
  }
};

const actionsFor = (name: TableName, right: TableRight): readonly string[] => {
  const granted = actions[name][right];
  if (!granted) throw new Error(`There is no right to ${right} on ${name}.`);
  return granted;
};
