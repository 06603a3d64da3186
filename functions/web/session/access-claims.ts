import { z } from 'zod';
import { type Caller, callerOf } from '../../http/caller.ts';

const Claims = z.looseObject({ 'cognito:groups': z.array(z.string()).default([]) });

/**
 * Who a token is for, and their roles, to show each person what they may do. Not checked here: it came from the
 * provider itself, and the API checks it at every call.
 */
export function callerOfToken(accessToken: string): Caller {
  const [, payload = ''] = accessToken.split('.');
  const claims = Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return callerOf({ ...claims, 'cognito:groups': `[${claims['cognito:groups'].join(' ')}]` });
}
