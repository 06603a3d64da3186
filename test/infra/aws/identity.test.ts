import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { flatten, listOf } from './intrinsic.ts';
import { idAt, jsonOf, ofType, propertiesAt, synthesise } from './synthesised.ts';

const template = synthesise();
const json = jsonOf(template);
const pool = json.Resources[idAt(json, 'People')];
const client = propertiesAt(json, 'People/Client');

describe('the user pool', () => {
  it('outlives the stack, and can’t be deleted by mistake', () => {
    expect(pool).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE' },
    });
  });

  it('keeps the logical id under which stacks already hold people', () => {
    expect(ofType(json, 'AWS::Cognito::UserPool').map(([id]) => id)).toEqual(['PeopleE38C8D03']);
  });

  it('lets nobody sign themselves up', () => {
    expect(pool?.Properties['AdminCreateUserConfig']).toEqual({ AllowAdminCreateUserOnly: true });
  });

  it('asks everyone for a strong password and a code from an app', () => {
    expect(pool?.Properties).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: {
        PasswordPolicy: {
          MinimumLength: 14,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
        },
      },
    });
  });

  it('puts names into access tokens, for which it needs the second version of the event', () => {
    expect(pool?.Properties).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      LambdaConfig: {
        PreTokenGenerationConfig: {
          LambdaVersion: 'V2_0',
          LambdaArn: { 'Fn::GetAtt': [idAt(json, 'People/AddNameToToken/Function'), 'Arn'] },
        },
      },
    });
  });

  it('has the group of the platform’s administrators', () => {
    const group = { GroupName: 'platform:administrator', UserPoolId: { Ref: idAt(json, 'People') } };

    expect(() => template.hasResourceProperties('AWS::Cognito::UserPoolGroup', group)).not.toThrow();
  });
});

describe('the client', () => {
  it('signs people in by authorization code, without a secret', () => {
    expect(client).toMatchObject({
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      GenerateSecret: false,
    });
  });

  it('leaves people no way to change the name that the journal shows', () => {
    expect(client).toMatchObject({ ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'], WriteAttributes: ['email'] });
  });

  it('gets access tokens for a quarter of an hour, and new ones for a working day', () => {
    expect(client).toMatchObject({
      AccessTokenValidity: 15,
      RefreshTokenValidity: 480,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
      EnableTokenRevocation: true,
    });
  });

  it('doesn’t say whether there is such a person', () => {
    expect(client['PreventUserExistenceErrors']).toBe('ENABLED');
  });

  it('sends people back to the pages, and to nowhere else', () => {
    const host = `https://${idAt(json, 'Site/Distribution')}.DomainName`;

    expect(listOf(client['CallbackURLs']).map((url) => flatten(url).text)).toEqual([`${host}/signed-in`]);
    expect(listOf(client['LogoutURLs']).map((url) => flatten(url).text)).toEqual([`${host}/`]);
  });

  it('sends them under another name of the pages, and to other programs, where the deployment says so', () => {
    const urls = ['https://audit.example.gov.uk/back', 'http://localhost:3000/back'];
    const siteOrigin = 'https://funding.example.gov.uk';
    const other = jsonOf(synthesise({ siteOrigin, callbackUrls: urls.join(', ') }));

    expect(propertiesAt(other, 'People/Client')).toMatchObject({
      CallbackURLs: [`${siteOrigin}/signed-in`, ...urls],
      LogoutURLs: [`${siteOrigin}/`],
    });
  });
});

describe('the sign-in pages', () => {
  it('have an address that is the stack’s own', () => {
    const address = { 'Fn::Join': ['', ['funding-', { 'Fn::Select': [2, { 'Fn::Split': Match.anyValue() }] }]] };

    expect(() => template.hasResourceProperties('AWS::Cognito::UserPoolDomain', { Domain: address })).not.toThrow();
  });

  it('have a look, without which Cognito shows none', () => {
    const look = { ClientId: { Ref: idAt(json, 'People/Client') }, UseCognitoProvidedValues: true };

    expect(() => template.hasResourceProperties('AWS::Cognito::ManagedLoginBranding', look)).not.toThrow();
  });
});
