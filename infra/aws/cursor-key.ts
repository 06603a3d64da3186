import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';

/**
 * The key that authenticates the cursors of lists, for a function's environment. What is returned, and what stands in
 * the template, is a reference which CloudFormation resolves when it deploys.
 */
export const makeCursorKey = (scope: Construct): string => {
  const secret = new Secret(scope, 'CursorKey', {
    description: 'Authenticates the cursors of lists',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason:
      'Functions get the key when they are deployed, so a rotation by itself would change nothing. The key protects cursors, which give no rights. To change it, replace the secret and deploy; open lists then begin again.',
  });
  return secret.secretValue.unsafeUnwrap();
};
