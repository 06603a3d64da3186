import { decideAward } from '../../../domain/award/decide-award.ts';
import { decisionBody, ledgerWithAward, openMeetingOf, vary } from '../../award-builders.ts';

/** £400 approved on 6 October 2017; another meeting sits on 12 January 2018. */
export function ledgerToVary() {
  const { ledger, meetingId, awardId } = ledgerWithAward();
  const later = openMeetingOf(ledger, { heldOn: laterOn });
  return {
    ledger,
    meetingId,
    awardId,
    later,
    ask: (amountRequested: string, id = later) => vary(ledger, awardId, id, { amountRequested }),
    decision: (fields: Parameters<typeof decisionBody>[1], id = later) =>
      decideAward(awardId, decisionBody(id, fields)),
    award: () => ledger.get('award', awardId),
  };
}

export const laterOn = '2018-01-12';
