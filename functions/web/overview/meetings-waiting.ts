import { longDate } from '../../../domain/prose-dates.ts';
import { awardPath, meetingPath } from '../page/paths.ts';
import { money, tag } from '../page/text.ts';
import type { WhatWaits } from './read-overview.ts';
import type { Seen, Waiting } from './waiting-for.ts';

export const toDecide = ({ parameters: { partnershipId } }: Seen, { submitted, meetings }: WhatWaits): Waiting[] =>
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

export const toRatify = ({ parameters: { partnershipId }, today }: Seen, { toRatify: awards }: WhatWaits): Waiting[] =>
  awards.map(({ id, title, ratification: { dueOn } = {} }) => ({
    title: `Chair’s action to ratify: ${title}`,
    href: awardPath(partnershipId, id),
    hint: dueOn === undefined ? 'at the next meeting' : `by ${longDate(dueOn)}`,
    status: dueOn !== undefined && dueOn < today ? tag('Overdue', 'red') : tag('To ratify', 'yellow'),
  }));

export const toPrepare = (
  { parameters: { partnershipId }, today }: Seen,
  { drafts, meetings }: WhatWaits,
): Waiting[] => [
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
