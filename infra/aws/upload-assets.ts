import { CfnElement, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import { logRetention } from './log-retention.ts';

/** Beside those of earlier deployments, which pages that are open still ask for. Browsers need never ask twice. */
export const uploadAssets = (scope: Construct, files: Asset, bucket: IBucket): Construct => {
  const logGroup = new LogGroup(scope, 'UploadLog', { retention: logRetention, removalPolicy: RemovalPolicy.RETAIN });
  const role = new Role(scope, 'UploadRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  for (const right of rightsOf(files, bucket)) role.addToPolicy(right);
  const upload = new BucketDeployment(scope, 'Upload', {
    sources: [Source.bucket(files.bucket, files.s3ObjectKey)],
    destinationBucket: bucket,
    destinationKeyPrefix: folder,
    prune: false,
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    outputObjectKeys: false,
    // because of itself it would take the right to delete, and to read all that was ever deployed in the account
    role: role.withoutPolicyUpdates(),
    logGroup,
  });
  upload.node.addDependency(role);
  acknowledgeEveryAsset(role, bucket);
  acknowledgeRuntime(Stack.of(scope));
  return upload;
};

const folder = 'assets';

const rightsOf = (files: Asset, bucket: IBucket): readonly PolicyStatement[] => [
  new PolicyStatement({ actions: ['s3:GetObject'], resources: [files.bucket.arnForObjects(files.s3ObjectKey)] }),
  new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }),
  new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(`${folder}/*`)] }),
];

/** By the very words of the finding, so that any other wildcard is still found. */
const acknowledgeEveryAsset = (role: Role, bucket: IBucket): void => {
  const { defaultChild } = bucket.node;
  if (!CfnElement.isCfnElement(defaultChild)) throw new Error('There is no bucket.');
  const bucketId = Stack.of(bucket).getLogicalId(defaultChild);
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${folder}/*]`,
    reason: 'The wildcard stands for the assets of one bucket, whose names change with what is in them.',
  });
};

/** CDK makes it in the stack itself, under this name whatever the version. */
const uploader = 'Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C';

const acknowledgeRuntime = (stack: Stack): void =>
  Validations.of(stack.node.findChild(uploader)).acknowledge({
    id: 'AwsSolutions-L1',
    reason:
      'This function is CDK’s own, which chooses its Python and moves it on; it runs only when the stack is deployed.',
  });
