import { Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Keys of S3's own, as nobody can delete them, and with them everything that was ever kept. */
export const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
} satisfies BucketProps;

type ClosedBucketProps = Omit<BucketProps, keyof typeof closed> & { readonly whyNoAccessLog: string };

/** A bucket that is closed to the public, and to whoever doesn't speak TLS. */
export const closedBucket = (
  scope: Construct,
  id: string,
  { whyNoAccessLog, ...props }: ClosedBucketProps,
): IBucket => {
  const bucket = new Bucket(scope, id, { ...props, ...closed });
  Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: whyNoAccessLog });
  if (!isBucket(bucket)) throw new Error(`${id} is no bucket.`);
  return bucket;
};

/** Asked, because under `exactOptionalPropertyTypes` CDK's class isn't what CDK's interface says: of `isWebsite`. */
const isBucket = (construct: Construct): construct is IBucket => construct instanceof Bucket;
