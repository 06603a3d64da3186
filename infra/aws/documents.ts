import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { closed } from './closed-bucket.ts';
import { keepForEver } from './keep-for-ever.ts';

/** Where documents are: those that are kept for ever, and answers that are too large to be answers, for a day. */
export type Documents = { readonly archive: Bucket; readonly answers: Bucket };

/** Seven years, two leap days among them: what councils keep accounts for. Longer is for the policy, which has no end. */
const lockedFor = Duration.days(7 * 365 + 2);

/** Made in the stack itself, so that their logical ids, and with them the data, outlive any change of these files. */
export const makeDocuments = (stack: Construct): Documents => {
  const archive = new Bucket(stack, 'Archive', {
    ...closed,
    versioned: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: ObjectLockRetention.compliance(lockedFor),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  keepForEver(archive);
  const answers = new Bucket(stack, 'Answers', {
    ...closed,
    lifecycleRules: [{ expiration: Duration.days(1), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    removalPolicy: RemovalPolicy.DESTROY,
  });
  for (const bucket of [archive, answers]) acknowledgeNoAccessLog(bucket);
  return { archive, answers };
};

const acknowledgeNoAccessLog = (bucket: Bucket): void =>
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason:
      'Only functions of this service read and write here. Who asked for a document is in the events table, which is written before the answer is given and is kept; S3’s log is written at best effort, and knows of no people.',
  });
