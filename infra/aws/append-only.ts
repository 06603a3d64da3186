import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Whatever could change, remove or replace an entry that is already there. A time to live would delete entries by
 * itself; PartiQL and batches have permissions of their own. What is left is `PutItem`, for which see `watchForChanges`.
 */
const changes = [
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
  'dynamodb:UpdateTimeToLive',
  'dynamodb:DeleteTable',
];

/**
 * A table's own policy, which no permission of anyone in the account outweighs; whoever wants to change an entry must
 * change this policy first. The resource is `*` (of this table) because CloudFormation can't name the table here.
 */
export const denyChanges = (): PolicyDocument =>
  new PolicyDocument({
    statements: [
      new PolicyStatement({
        sid: 'EntriesAreOnlyAdded',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: changes,
        resources: ['*'],
      }),
    ],
  });
