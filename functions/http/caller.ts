import { z } from 'zod';
import { type Person, Subject, Title } from '../../domain/text.ts';
import { type Access, type Role, roles } from './operation.ts';
import { RequestProblem } from './request-problem.ts';

/** Who calls, and the roles that the token carries, by partnership. */
export type Caller = {
  readonly person: Person;
  readonly isAdministrator: boolean;
  readonly roles: ReadonlyMap<string, ReadonlySet<Role>>;
};

const Claims = z.object({
  sub: Subject,
  token_use: z.literal('access'),
  name: z.string().optional(),
  'cognito:groups': z.string().optional(),
});

const membership = new RegExp(`^([a-z0-9][a-z0-9-]{0,62}):(${roles.join('|')})$`);

/** Reads the claims that API Gateway's authorizer found in a valid token. Id tokens are refused. */
export function callerOf(claims: unknown): Caller {
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) throw new RequestProblem('unauthenticated', 'Send an access token of this service.');
  const { sub, name } = parsed.data;
  const groups = groupsOf(parsed.data['cognito:groups']);
  const held = new Map<string, Set<Role>>();
  for (const group of groups) {
    const [, partnershipId, name] = membership.exec(group) ?? [];
    const role = roles.find((known) => known === name);
    // Malformed groups count for nothing.
    if (partnershipId === undefined || role === undefined || partnershipId === 'platform') continue;
    held.set(partnershipId, (held.get(partnershipId) ?? new Set()).add(role));
  }
  return { person: personOf(sub, name), isAdministrator: groups.includes('platform:administrator'), roles: held };
}

// The gateway hands arrays over as "[maldon:chair maldon:auditor]"; a group's own name may hold a comma, and no space.
const groupsOf = (claim = ''): string[] =>
  claim.startsWith('[') && claim.endsWith(']') ? claim.slice(1, -1).split(' ') : [];

/** A name is shown, and never decides anything: one that can't be a name is left out. */
function personOf(subject: string, name: string | undefined): Person {
  const parsed = Title.safeParse(name);
  return parsed.success ? { subject, name: parsed.data } : { subject };
}

const isMember = (caller: Caller, partnershipId: string): boolean => caller.roles.has(partnershipId);

/** Refuses what the caller may not do. A partnership that the token does not cover is 403, whether it exists or not. */
export function authorise(caller: Caller, access: Access, partnershipId: string): void {
  if (!isAllowed(caller, access, partnershipId)) {
    throw new RequestProblem('forbidden', 'Your roles do not allow this here.');
  }
}

/** Whether these roles allow it in this partnership. */
export function isAllowed(caller: Caller, access: Access, partnershipId: string): boolean {
  switch (access) {
    case 'public':
    case 'signed-in':
      return true;
    case 'administrator':
      return caller.isAdministrator;
    case 'member':
      return isMember(caller, partnershipId);
    case 'member-or-administrator':
      return isMember(caller, partnershipId) || caller.isAdministrator;
    default:
      return access.some((role) => caller.roles.get(partnershipId)?.has(role) === true);
  }
}
