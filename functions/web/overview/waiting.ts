import { longDate, yearInProse } from '../../../domain/prose-dates.ts';
import type { AnswerOf } from '../api/api.ts';
import type { Visit } from '../page/page.ts';
import { awardPath, grantPath, meetingPath, partnershipPath, yearPath } from '../page/paths.ts';
import { money, type Span, type Text, tag } from '../page/text.ts';
import type { WhatWaits } from './read-overview.ts';

export type Waiting = { readonly title: string; readonly href: string; readonly hint?: Text; readonly status: Span };

type Seen = Pick<Visit<'/partnerships/{partnershipId}/years/{financialYear}'>, 'parameters' | 'may' | 'today'>;

/** What waits for this person, by what their roles let them do about it. */
export function waitingFor(visit: Seen, statement: AnswerOf<'getStatement'>, waits: WhatWaits): Waiting[] {
  return [
    ...(visit.may(['chair']) ? [...toDecide(visit, waits), ...toRatify(visit, statement)] : []),
    ...(visit.may(['coordinator']) ? [...toPrepare(visit, waits)] : []),
    ...(visit.may(['finance-officer'])
      ? [...toReceive(visit, waits), ...toPay(visit, statement), ...toRepay(visit, statement), ...toClose(visit, waits)]
      : []),
    ...(visit.may(['chief-finance-officer']) ? toCertify(visit, statement) : []),
  ];
}

const toDecide = ({ parameters: { partnershipId } }: Seen, { submitted, meetings }: WhatWaits): Waiting[] =>
  submitted.map(({ id, title, meetingId, amountRequested }) => {
    const meeting = meetings.find((one) => one.id === meetingId);
    return {
      title: `Decide: ${title}`,
      href: meeting === undefined ? awardPath(partnershipId, id) : meetingPath(partnershipId, meeting.id),
      hint: [
        ...(amountRequested === undefined ? [] : [money(amountRequested), ' asked; ']),
        meeting === undefined ? 'on no agenda' : `${meeting.title}, ${longDate(meeting.heldOn)}`,
      ],
      status: meeting?.status === 'open' ? tag('Meeting open', 'blue') : tag('To decide', 'grey'),
    };
  });

const toRatify = ({ parameters: { partnershipId }, today }: Seen, { awards }: AnswerOf<'getStatement'>): Waiting[] =>
  awards.flatMap(({ awardId, title, ratification }) => {
    if (ratification?.status !== 'awaited') return [];
    const { dueOn } = ratification;
    const isLate = dueOn !== null && dueOn < today;
    return [
      {
        title: `Chair’s action to ratify: ${title}`,
        href: awardPath(partnershipId, awardId),
        hint: dueOn === null ? 'at the next meeting' : `by ${longDate(dueOn)}`,
        status: isLate ? tag('Overdue', 'red') : tag('To ratify', 'yellow'),
      },
    ];
  });

const toPrepare = ({ parameters: { partnershipId }, today }: Seen, { drafts, meetings }: WhatWaits): Waiting[] => [
  ...drafts.map(({ id, title }) => ({
    title: `Submit to a meeting: ${title}`,
    href: awardPath(partnershipId, id),
    status: tag('Draft', 'grey'),
  })),
  ...meetings
    .filter(({ status, heldOn }) => status === 'open' || (status === 'scheduled' && heldOn <= today))
    .map(({ id, title, heldOn, status }) => ({
      title: `${status === 'open' ? 'Run' : 'Open'} the meeting: ${title}`,
      href: meetingPath(partnershipId, id),
      hint: longDate(heldOn),
      status: status === 'open' ? tag('Open', 'blue') : tag('To open', 'yellow'),
    })),
  ...meetings
    .filter(({ status, minutesConfirmedAtMeetingId }) => status === 'closed' && minutesConfirmedAtMeetingId === null)
    .map(({ id, title, heldOn }) => ({
      title: `Minutes to confirm: ${title}`,
      href: meetingPath(partnershipId, id),
      hint: longDate(heldOn),
      status: tag('At a later meeting', 'grey'),
    })),
];

const toReceive = ({ parameters: { partnershipId } }: Seen, { receipts }: WhatWaits): Waiting[] =>
  receipts.map(({ grant, amount, dueOn, isLate }) => ({
    title: `Receive from ${grant.funder.name}: ${grant.title}`,
    href: grantPath(partnershipId, grant.id),
    hint: [money(amount), ...(dueOn === undefined ? [' outstanding'] : [` due on ${longDate(dueOn)}`])],
    status: isLate ? tag('Late', 'red') : tag(dueOn === undefined ? 'Outstanding' : 'Due', 'yellow'),
  }));

const toPay = ({ parameters: { partnershipId } }: Seen, { awards }: AnswerOf<'getStatement'>): Waiting[] =>
  awards
    .filter(({ committed }) => committed.isPositive())
    .map(({ awardId, title, committed }) => ({
      title: `Pay: ${title}`,
      href: awardPath(partnershipId, awardId),
      hint: [money(committed), ' committed and unpaid'],
      status: tag('To pay', 'blue'),
    }));

const toRepay = ({ parameters: { partnershipId } }: Seen, { funds }: AnswerOf<'getStatement'>): Waiting[] =>
  funds
    .filter(({ repayable }) => repayable.isPositive())
    .map(({ name, repayable }) => ({
      title: `Repay to the funder: ${name}`,
      href: `${partnershipPath(partnershipId)}/grants`,
      hint: [money(repayable), ' was returned at closing and is still owed'],
      status: tag('To repay', 'yellow'),
    }));

const toClose = ({ parameters: { partnershipId, financialYear } }: Seen, { checklist }: WhatWaits): Waiting[] => {
  if (checklist.length === 0 || checklist.some(({ code }) => code === 'year-not-ended' || code === 'year-closed'))
    return [];
  const blockers = checklist.filter(({ severity }) => severity === 'blocker').length;
  const warnings = checklist.length - blockers;
  return [
    {
      title: `Close ${yearInProse(financialYear)}`,
      href: `${yearPath(partnershipId, financialYear)}/closing-checklist`,
      hint: `${blockers} to settle, ${warnings} to know`,
      status: tag('Open', 'yellow'),
    },
  ];
};

const toCertify = (
  { parameters: { partnershipId, financialYear } }: Seen,
  { status }: AnswerOf<'getStatement'>,
): Waiting[] =>
  status === 'closed'
    ? [
        {
          title: `Certify the statement of ${yearInProse(financialYear)}`,
          href: `${yearPath(partnershipId, financialYear)}/certification`,
          status: tag('To certify', 'yellow'),
        },
      ]
    : [];
