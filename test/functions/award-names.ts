import type { meetingOperations } from '../../functions/awards/meeting-operations.ts';
import type { awardOperations } from '../../functions/awards/operations.ts';

/** Of the operations that serve meetings, those that `at-a-meeting.test.ts` tests. */
export type ItemName = 'declareInterest' | 'ratifyChairsAction';

/** Those that `meetings.test.ts` tests. */
export type MeetingName = Exclude<keyof typeof meetingOperations, ItemName>;

/** Of the operations that serve awards, those that `award-money.test.ts` tests. */
export type MoneyName = 'payAward' | 'refundAward' | 'closeAward';

/** Those that `deciding-awards.test.ts` tests. */
export type DecidingName = 'decideAward' | 'takeChairsAction';

/** Those that `awards.test.ts` tests. */
export type AwardName = Exclude<keyof typeof awardOperations, MoneyName | DecidingName>;
