import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

type FunctionKeyDefinition = { readonly description: string; readonly whyNotRotated: string };

/**
 * A secret of 64 characters that nobody has to know, for a function's environment. What is returned, and what stands in
 * the template, is a reference which CloudFormation resolves when it deploys.
 */
export const makeFunctionKey = (
  scope: Construct,
  id: string,
  { description, whyNotRotated }: FunctionKeyDefinition,
): string => {
  const secret = new Secret(scope, id, {
    description,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason: `Functions get the key when they are deployed, so a rotation by itself would change nothing. ${whyNotRotated}`,
  });
  return secret.secretValue.unsafeUnwrap();
};
