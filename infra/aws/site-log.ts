import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { closedBucket } from './closed-bucket.ts';
import { logRetention } from './log-retention.ts';

/**
 * Which address asked for what: behind CloudFront, the gateway sees only CloudFront. No cookies are written. A code of
 * the sign-in, which is part of an address, worked once, and only for the browser that had asked for it.
 */
export const makeSiteLog = (scope: Construct): IBucket =>
  closedBucket(scope, 'Log', {
    // because CloudFront writes by an access-control list, which a bucket takes no more by default
    objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    lifecycleRules: [
      { expiration: Duration.days(logRetention), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    removalPolicy: RemovalPolicy.RETAIN,
    whyNoAccessLog: 'This is itself a log, which CloudFront writes and nothing of this service reads.',
  });
