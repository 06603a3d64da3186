import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { handler } from '../../../functions/identity/add-name-to-token.ts';

const event = (userAttributes: Record<string, string>): PreTokenGenerationV2TriggerEvent => ({
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  region: 'eu-west-2',
  userPoolId: 'eu-west-2_example',
  userName: '0f0e7c9c-6c1b-4f0e-9d8f-2b7f6f1d2c3a',
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'client' },
  request: {
    userAttributes: { sub: '0f0e7c9c-6c1b-4f0e-9d8f-2b7f6f1d2c3a', ...userAttributes },
    groupConfiguration: { groupsToOverride: ['maldon:chair'], iamRolesToOverride: [] },
    scopes: ['openid'],
  },
  response: { claimsAndScopeOverrideDetails: {} },
});

describe('making an access token', () => {
  it('adds the person’s name', async () => {
    const { response } = await handler(event({ name: 'Ann Example' }));

    expect(response.claimsAndScopeOverrideDetails).toEqual({
      accessTokenGeneration: { claimsToAddOrOverride: { name: 'Ann Example' } },
    });
  });

  it('leaves groups, scopes and the rest of the event as they are', async () => {
    const before = event({ name: 'Ann Example' });

    const { response: _, ...after } = await handler(before);

    expect({ ...after, response: before.response }).toEqual(before);
  });

  it.each([{}, { name: '' }, { name: '  ' }])('adds nothing for someone without a name: %o', async (attributes) => {
    const before = event(attributes);

    expect(await handler(before)).toEqual(before);
  });
});
