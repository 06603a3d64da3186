import { CfnElement, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { AreaDefinition, DocumentRight } from '../../functions/areas.ts';
import type { Documents } from './documents.ts';

type Grant = { readonly bucket: keyof Documents; readonly actions: readonly string[] };

/** The exact actions behind each right. Who puts an answer aside makes the link to it, which reads in their name. */
const grants = {
  keep: { bucket: 'archive', actions: ['s3:PutObject'] },
  read: { bucket: 'archive', actions: ['s3:GetObject'] },
  'put-aside': { bucket: 'answers', actions: ['s3:PutObject', 's3:GetObject'] },
} satisfies Record<DocumentRight, Grant>;

const variables = { archive: 'ARCHIVE_BUCKET', answers: 'ANSWERS_BUCKET' } satisfies Record<keyof Documents, string>;

/** Rights to objects, and the names of those buckets only in which there are some. */
export const grantDocuments = (
  grantee: LambdaFunction,
  { documents: rights = [] }: AreaDefinition,
  documents: Documents,
): void => {
  for (const right of rights) {
    const { bucket: name, actions } = grants[right];
    const bucket = documents[name];
    grantee.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [bucket.arnForObjects('*')] }));
    grantee.addEnvironment(variables[name], bucket.bucketName);
    acknowledgeEveryObject(grantee, bucket);
  }
};

/** By the very words of the finding, so that any other wildcard is still found. */
const acknowledgeEveryObject = ({ role }: LambdaFunction, bucket: Bucket): void => {
  const { defaultChild } = bucket.node;
  if (role === undefined || !CfnElement.isCfnElement(defaultChild)) throw new Error('There is no role, or no bucket.');
  const bucketId = Stack.of(bucket).getLogicalId(defaultChild);
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/*]`,
    reason:
      'The wildcard stands for the objects of one bucket: what is kept is named by its hash, and what is put aside by a random id, so that no shorter list of names exists.',
  });
};
