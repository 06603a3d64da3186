import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';

/** How this service speaks to its storage, on AWS and on one machine: by path, with the checksums that it states itself. */
export const storageClient = (more: S3ClientConfig = {}): S3Client =>
  new S3Client({
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    // No time is set for a whole request: packs are large. A connection over which nothing comes is given up.
    requestHandler: { connectionTimeout: 1000, socketTimeout: 5000 },
    ...more,
  });
