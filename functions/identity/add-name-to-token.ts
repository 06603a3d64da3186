import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/**
 * Puts the person's name into their access token, so that the journal can show who did what without asking Cognito.
 * The name is for reading only: rights come from groups, which stay as they are, and identity from `sub`.
 */
export const handler = async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> => {
  const name = event.request.userAttributes['name']?.trim();
  if (!name) return event;
  return {
    ...event,
    response: { claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: { name } } } },
  };
};
