import { Aws, Duration, Fn } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  ClientAttributes,
  ManagedLoginVersion,
  OAuthScope,
  type UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';

/** Where Cognito may send people after they have signed in, and after they have signed out. */
export type ReturnUrls = { readonly callbackUrls: readonly string[]; readonly logoutUrls: readonly string[] };

/**
 * A public client: authorization code with PKCE, through Cognito's own pages and in no other way. Tokens that the
 * sign-in API gives could rewrite their holder's attributes, and so the name that the journal shows: hence no
 * `authFlows` but refreshing, and no right to write a name.
 */
export const makeClient = (userPool: UserPool, { callbackUrls, logoutUrls }: ReturnUrls): UserPoolClient =>
  userPool.addClient('Client', {
    generateSecret: false,
    authFlows: { userSrp: false },
    oAuth: {
      flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
      scopes: [OAuthScope.OPENID],
      callbackUrls: [...callbackUrls],
      logoutUrls: [...logoutUrls],
    },
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    // a working day: whoever starts in the morning signs in once
    refreshTokenValidity: Duration.hours(8),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
  });

/** Cognito's sign-in pages, and where they are. */
export const makeSignIn = (userPool: UserPool, client: UserPoolClient): string => {
  const domain = userPool.addDomain('Domain', {
    // unique in the region for as long as the stack lives, and says nothing about the account: the stack's own UUID
    cognitoDomain: { domainPrefix: `funding-${Fn.select(2, Fn.split('/', Aws.STACK_ID))}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  const look = new CfnManagedLoginBranding(userPool, 'Look', {
    userPoolId: userPool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  look.node.addDependency(domain);
  return domain.baseUrl();
};
