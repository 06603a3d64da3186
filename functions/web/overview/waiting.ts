import type { AnswerOf } from '../api/api.ts';
import { toDecide, toPrepare, toRatify } from './meetings-waiting.ts';
import { toPay, toReceive, toRepay } from './money-waiting.ts';
import type { WhatWaits } from './read-overview.ts';
import type { Seen, Waiting } from './waiting-for.ts';
import { toCertify, toClose } from './year-end-waiting.ts';

/** What waits for this person, by what their roles let them do about it. */
export function waitingFor(visit: Seen, statement: AnswerOf<'getStatement'>, waits: WhatWaits): Waiting[] {
  return [
    ...(visit.may(['chair']) ? [...toDecide(visit, waits), ...toRatify(visit, waits)] : []),
    ...(visit.may(['coordinator']) ? toPrepare(visit, waits) : []),
    ...(visit.may(['finance-officer'])
      ? [
          ...toReceive(visit, waits),
          ...toPay(visit, waits),
          // What a funder is still owed is owed now, whichever year is looked at.
          ...toRepay(visit, waits.current ?? statement),
          ...toClose(visit, statement, waits),
        ]
      : []),
    ...(visit.may(['chief-finance-officer']) ? toCertify(visit, statement) : []),
  ];
}
