import type { ChangingName } from './complete-bodies.ts';

/** The groups that may make a change; `roles.test.ts` holds them against the contract. */
export function rightGroups(name: ChangingName, partnershipId: string): string[] {
  switch (name) {
    case 'createPartnership':
    case 'putTermsOfReference':
      return ['platform:administrator'];
    case 'putPriorities':
    case 'scheduleMeeting':
    case 'putAttendance':
    case 'openMeeting':
    case 'closeMeeting':
    case 'confirmMinutes':
    case 'declareInterest':
    case 'proposeAward':
    case 'submitAward':
    case 'withdrawAward':
    case 'varyAward':
      return [`${partnershipId}:coordinator`];
    case 'ratifyChairsAction':
    case 'decideAward':
    case 'takeChairsAction':
      return [`${partnershipId}:chair`];
    case 'certifyYear':
    case 'reopenYear':
      return [`${partnershipId}:chief-finance-officer`];
    default:
      return [`${partnershipId}:finance-officer`];
  }
}
