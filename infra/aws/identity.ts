import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccountRecovery, FeaturePlan, LambdaVersion, Mfa, UserPool, UserPoolOperation } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { nodeFunction } from './node-function.ts';
import { makeClient, makeSignIn, type ReturnUrls } from './sign-in.ts';

export type Identity = {
  readonly issuer: string;
  readonly userPoolId: string;
  readonly clientId: string;
  readonly signInUrl: string;
};

/** Who may use the service. An administrator adds people; nobody adds themselves. */
export const makeIdentity = (stack: Construct, returnUrls: ReturnUrls, alarms: Alarms): Identity => {
  const userPool = makeUserPool(stack);
  userPool.addGroup('Administrators', {
    groupName: 'platform:administrator',
    description: 'Makes partnerships and their terms; sees no money',
  });
  addNames(userPool, alarms);
  const client = makeClient(userPool, returnUrls);
  return {
    issuer: userPool.userPoolProviderUrl,
    userPoolId: userPool.userPoolId,
    clientId: client.userPoolClientId,
    signInUrl: makeSignIn(userPool, client),
  };
};

/** Nothing may replace it: a new pool would give everyone a new `sub`, and the journal names people by `sub`. */
const makeUserPool = (stack: Construct): UserPool => {
  const userPool = new UserPool(stack, 'People', {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    keepOriginal: { email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: 14,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    // required, because people here handle public money; by an app, because text messages can be intercepted
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  Validations.of(userPool).acknowledge({
    id: 'AwsSolutions-COG8',
    reason:
      'The Essentials plan has what is used: names in access tokens, and required one-time codes. Plus adds detection of risky sign-ins, at a price per person that is for the council to decide; changing the plan needs no other change.',
  });
  return userPool;
};

const addNames = (userPool: UserPool, alarms: Alarms): void => {
  const trigger = nodeFunction(userPool, 'AddNameToToken', {
    entry: 'functions/identity/add-name-to-token.ts',
    description: 'Community safety funding: puts names into access tokens',
    memoryMegabytes: 256,
    timeoutSeconds: 5, // because Cognito waits no longer
    environment: {},
  });
  // the second version of the event, because the first one doesn't reach access tokens
  userPool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, trigger, LambdaVersion.V2_0);
  alarms.whenFunctionFails('AddNameToToken', trigger);
};
