import { Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
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
    const { bucket, actions } = grants[right];
    const resources = [documents[bucket].arnForObjects('*')];
    grantee.addToRolePolicy(new PolicyStatement({ actions, resources }));
    grantee.addEnvironment(variables[bucket], documents[bucket].bucketName);
  }
  if (rights.length > 0) acknowledgeEveryObject(grantee);
};

const acknowledgeEveryObject = (grantee: LambdaFunction): void => {
  if (grantee.role === undefined) return;
  Validations.of(grantee.role).acknowledge({
    id: 'AwsSolutions-IAM5',
    reason:
      'The wildcard stands for the objects of one bucket: what is kept is named by its hash, and what is put aside by a random id, so that no shorter list of names exists.',
  });
};
