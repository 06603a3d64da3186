import type { Command, CommandTo } from './commands.ts';
import { authorities, officer } from './people.ts';
import { exactly, type Step } from './steps.ts';

const by = 'eve';
const fundId = 'partnership-fund';
const award = 0;
const present = [
  ...authorities.slice(0, 2).map((authorityId) => ({ authorityId, name: 'Clerk' })),
  { authorityId: authorities[2], name: officer('bob').name, subject: 'bob' },
];

const robert = { authorityId: authorities[2], name: 'Robert' };

const meet = (meeting: number, on: string): Command[] => [
  { act: 'schedule', by, on },
  { act: 'attend', by, meeting, presiding: 'ann', present, isExplained: false },
  { act: 'open', by, meeting },
];
const approve = (meeting: number, amount: string): Command => ({
  act: 'decide',
  by: 'ann',
  award,
  meeting,
  outcome: 'approved',
  amount,
  deferredTo: undefined,
});
const pay = (amount: string, on: string): CommandTo<'pay'> => ({ act: 'pay', by, award, amount, on });
const refund = (amount: string, on: string): Command => ({ act: 'refund', by, award, amount, on });
const reverse = (movement: number, on: string): Command => ({ act: 'reverse', by, movement, on });

const officers = { chair: 'ann', viceChair: 'bob', limit: '300.00', percent: undefined };
/** £400 approved in May 2016. */
const approved: readonly Command[] = [
  { act: 'set-terms', by, on: '2016-04-01', quorum: 2, ...officers },
  { act: 'agree', by, fundId, amount: '5000.00', on: '2016-04-03' },
  ...meet(0, '2016-05-01'),
  { act: 'propose', by: 'cat', fundId, grant: undefined, asked: '400.00' },
  { act: 'submit', by: 'cat', award, meeting: 0 },
  approve(0, '400.00'),
];

/** An award was closed and opened again by a bounced payment: what closing released is gone when it is approved for less. */
const approvedBelowReleased: readonly Command[] = [
  pay('100.00', '2016-06-01'),
  { act: 'close-award', by, award, on: '2016-07-01' },
  reverse(0, '2016-08-01'),
  ...meet(1, '2016-09-01'),
  { act: 'vary', by: 'cat', award, meeting: 1, amount: '50.00' },
  approve(1, '50.00'),
];

/** What came back was paid when it came, but not any more at the end of the year after, when that payment bounced. */
const refundedAheadOfReversal: readonly Command[] = [
  pay('100.00', '2016-06-01'),
  pay('100.00', '2018-05-01'),
  reverse(0, '2017-06-01'),
  refund('100.00', '2016-12-01'),
];

/** A payment out of which money came back, taken back in the same year: a later payment doesn't cover that. */
const reversedUnderRefund: readonly Command[] = [
  pay('100.00', '2016-06-01'),
  refund('100.00', '2016-12-01'),
  pay('100.00', '2017-06-01'),
  reverse(0, '2016-12-02'),
];

/** A payment that bounced years later, before another was made: the other can be refunded after. */
const refundedAfterReversal: readonly Command[] = [
  pay('100.00', '2016-06-01'),
  reverse(0, '2018-05-01'),
  pay('100.00', '2017-06-01'),
  refund('100.00', '2018-06-01'),
];

/** Approved for less, then for more again: what is paid ahead of that is within the least. */
const paidAheadOfLess: readonly Command[] = [
  ...meet(1, '2016-09-01'),
  { act: 'vary', by: 'cat', award, meeting: 1, amount: '100.00' },
  approve(1, '100.00'),
  ...meet(2, '2016-11-01'),
  { act: 'vary', by: 'cat', award, meeting: 2, amount: '400.00' },
  approve(2, '400.00'),
  pay('100.01', '2016-05-15'),
];

const second = 1;
const proposed: CommandTo<'propose'> = { act: 'propose', by: 'cat', fundId, grant: undefined, asked: '200.00' };

const act = (on: string): CommandTo<'chairs-action'> => ({
  act: 'chairs-action',
  by: 'ann',
  award: second,
  amount: '100.00',
  on,
});
const ratify = (meeting: number, outcome: 'ratified' | 'refused'): Command => ({
  act: 'ratify',
  by: 'bob',
  award: second,
  meeting,
  outcome,
});
const close = (meeting: number): Command => ({ act: 'close', by, meeting });

/** A meeting that is closed ratifies nothing, whoever could have presided. */
const ratifiedAfterClosing: readonly Command[] = [
  proposed,
  act('2016-05-20'),
  ...meet(1, '2016-06-01'),
  close(1),
  ratify(1, 'ratified'),
];

/** Nor does one that was held before the action. */
const ratifiedBeforeAction: readonly Command[] = [proposed, act('2016-05-20'), ratify(0, 'ratified')];

/** What bounced after the meeting is released when it bounced, the rest at the meeting. */
const refusedAheadOfReversal: readonly Command[] = [
  proposed,
  act('2016-05-20'),
  { ...pay('60.00', '2016-05-25'), award: second },
  reverse(0, '2016-07-01'),
  ...meet(1, '2016-06-01'),
  ratify(1, 'refused'),
];

/** The chair relied on the terms; and doesn't act while a meeting sits. */
const termsAfterAction: readonly Command[] = [
  proposed,
  act('2016-05-20'),
  { act: 'set-terms', by, on: '2016-05-15', quorum: 2, ...officers },
];
const actedDuringMeeting: readonly Command[] = [
  proposed,
  { act: 'submit', by: 'cat', award: second, meeting: 0 },
  act('2016-05-20'),
];

/** Nobody declares an interest at a meeting that is over, nor closes an award of which a variation waits. */
const interestedAfterClosing: readonly Command[] = [
  proposed,
  close(0),
  { act: 'declare-interest', by, award: second, meeting: 0, subject: 'bob', attendee: undefined },
];
const closedWhileVaried: readonly Command[] = [
  { act: 'vary', by: 'cat', award, meeting: 0, amount: '500.00' },
  { act: 'close-award', by, award, on: '2016-07-01' },
];

/** An interest of somebody listed without a login binds the login by which the attendance knows them later. */
const interestedByName: readonly Command[] = [
  proposed,
  { act: 'schedule', by, on: '2016-06-01' },
  { act: 'attend', by, meeting: 1, presiding: 'ann', present: [...present.slice(0, 2), robert], isExplained: false },
  { act: 'declare-interest', by, award: second, meeting: 1, subject: undefined, attendee: robert },
  {
    act: 'attend',
    by,
    meeting: 1,
    presiding: 'bob',
    present: [...present.slice(0, 2), { ...robert, subject: 'bob' }],
    isExplained: false,
  },
  { act: 'open', by, meeting: 1 },
  { act: 'submit', by: 'cat', award: second, meeting: 1 },
  { act: 'decide', by: 'bob', award: second, meeting: 1, outcome: 'approved', amount: '10.00', deferredTo: undefined },
];

/** Nor does the chair act who is known by then to be whose interest was declared by name. */
const actedThoughInterested: readonly Command[] = [
  ...interestedByName.slice(0, 4),
  {
    act: 'attend',
    by,
    meeting: 1,
    presiding: 'bob',
    present: [...present.slice(0, 2), { ...robert, subject: 'ann' }],
    isExplained: false,
  },
  act('2016-05-20'),
];

/** An interest declared by name binds at another meeting too, where the same attendee is listed with a login. */
const interestedElsewhere: readonly Command[] = [
  ...interestedByName.slice(0, 4),
  { act: 'schedule', by, on: '2016-07-01' },
  {
    act: 'attend',
    by,
    meeting: 2,
    presiding: 'bob',
    present: [...present.slice(0, 2), { ...robert, subject: 'bob' }],
    isExplained: false,
  },
  { act: 'open', by, meeting: 2 },
  { act: 'submit', by: 'cat', award: second, meeting: 2 },
  { act: 'decide', by: 'bob', award: second, meeting: 2, outcome: 'approved', amount: '10.00', deferredTo: undefined },
];

/** Chair's action is the chair's alone, up to the limit, and about what somebody else proposed. */
const actedWrongly: readonly Command[] = [
  { ...proposed, asked: '400.00' },
  { ...act('2016-05-20'), amount: '300.01' },
  { ...act('2016-05-20'), by: 'bob' },
  { ...proposed, by: 'ann' },
  { ...act('2016-05-20'), award: 2 },
  { ...act('2016-05-20'), amount: '300.00' },
];

/** No meeting opens ahead of its day. */
const openedAhead: readonly Command[] = meet(1, '2018-07-10');

/** Money that came back, and was spent since, is not taken back. */
const spentAfterRefund: readonly Command[] = [
  pay('400.00', '2016-06-01'),
  refund('400.00', '2016-07-01'),
  { act: 'spend', by, fundId, amount: '5000.00', on: '2016-08-01' },
  reverse(1, '2016-09-01'),
];

/** Counterexamples that were found once, and what random commands seldom come to. */
export const examples: [Step[]][] = [
  paidAheadOfLess,
  openedAhead,
  spentAfterRefund,
  ratifiedAfterClosing,
  ratifiedBeforeAction,
  refusedAheadOfReversal,
  termsAfterAction,
  actedDuringMeeting,
  actedWrongly,
  interestedAfterClosing,
  closedWhileVaried,
  interestedByName,
  actedThoughInterested,
  interestedElsewhere,
  approvedBelowReleased,
  refundedAheadOfReversal,
  reversedUnderRefund,
  refundedAfterReversal,
].map((found) => [exactly(...approved, ...found)]);
