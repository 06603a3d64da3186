import type { ChangingName } from './complete-bodies.ts';

/** The groups that may make a change; `roles.test.ts` holds them against the contract. */
export function rightGroups(name: ChangingName, partnershipId: string): string[] {
  switch (name) {
    case 'createPartnership':
    case 'putTermsOfReference':
      return ['platform:administrator'];
    case 'putPriorities':
      return [`${partnershipId}:coordinator`];
    default:
      return [`${partnershipId}:finance-officer`];
  }
}
