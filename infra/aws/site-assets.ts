import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RemovalPolicy } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { buildAssets } from '../assets.ts';
import { closedBucket } from './closed-bucket.ts';
import { uploadAssets } from './upload-assets.ts';

export type SiteAssets = {
  readonly bucket: IBucket;
  /** The names under which they are served, by the names that views know. */
  readonly manifest: Readonly<Record<string, string>>;
  /** After this they are there. */
  readonly upload: Construct;
};

/** Builds the assets, and has them in a bucket that only CloudFront reads, once the stack is deployed. */
export const makeAssets = (scope: Construct): SiteAssets => {
  const bucket = closedBucket(scope, 'Assets', {
    removalPolicy: RemovalPolicy.RETAIN,
    whyNoAccessLog: 'Only CloudFront reads here, which has a log itself. What is in here is the same for everyone.',
  });
  const { files, manifest } = built(scope);
  return { bucket, manifest, upload: uploadAssets(scope, files, bucket) };
};

/** CDK takes a copy at once, so that nothing of the build has to stay. */
const built = (scope: Construct): { readonly files: Asset; readonly manifest: SiteAssets['manifest'] } => {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'));
  try {
    const manifest = buildAssets(folder);
    return { files: new Asset(scope, 'BuiltAssets', { path: folder }), manifest };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
