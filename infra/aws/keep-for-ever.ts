import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/** Whatever could remove or hide an object, or let it expire, or take off the lock from those to come. */
const objectChanges = ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'];
const bucketChanges = [
  's3:DeleteBucket',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketVersioning',
  's3:PutLifecycleConfiguration',
];

/**
 * A bucket's own policy, which no permission of anyone in the account outweighs; whoever wants to change what is kept
 * must change this policy first, and cannot change what is locked even then.
 */
export const keepForEver = (bucket: Bucket): void => {
  const everyone = { effect: Effect.DENY, principals: [new AnyPrincipal()] };
  const objects = bucket.arnForObjects('*');
  const statements = [
    { sid: 'ObjectsAreOnlyAdded', actions: objectChanges, resources: [objects] },
    { sid: 'TheBucketStaysAsItIs', actions: bucketChanges, resources: [bucket.bucketArn] },
    {
      // A put that doesn't say that nothing may be there yet could put another document in front of one.
      sid: 'ObjectsAreWrittenOnce',
      actions: ['s3:PutObject'],
      resources: [objects],
      conditions: { Null: { 's3:if-none-match': 'true' } },
    },
  ];
  for (const statement of statements) bucket.addToResourcePolicy(new PolicyStatement({ ...everyone, ...statement }));
};
