import { z } from 'zod';
import { Nature } from '../fund/fund.ts';
import { Period, PeriodBody } from '../grant/grant.ts';
import { Interest } from '../meeting/interest.ts';
import { Money } from '../money.ts';
import { Amount, MoneyText } from '../money-schema.ts';
import { OrganisationId } from '../partnership/partnership.ts';
import { type DateLimits, happened, PlainDate } from '../plain-date.ts';
import { note, Prose, Reference, ServiceId, Slug, Subject, Title } from '../text.ts';
import { AwardStatus } from './lifecycle.ts';

const Recipient = z
  .strictObject({
    name: Title,
    kind: z.enum(['responsible-authority', 'public-body', 'vcse', 'other']),
    authorityId: Slug.exactOptional(),
    organisationId: OrganisationId.exactOptional(),
  })
  .refine(({ kind, authorityId }) => (kind === 'responsible-authority') === (authorityId !== undefined), {
    path: ['authorityId'],
    error: 'A responsible authority, and nobody else, is named by its authorityId.',
  });

const proposal = {
  title: Title,
  fundId: Slug,
  /** The grant that is to pay, where it is one of the fund's. */
  grantId: ServiceId.exactOptional(),
  recipient: Recipient,
  purpose: Prose,
  /** How it serves the purpose of a restricted fund. */
  purposeStatement: Prose.exactOptional(),
  /** The award that pays for the same thing from another fund. */
  relatedAwardId: ServiceId.exactOptional(),
};

const Priorities = z
  .array(Slug)
  .max(50)
  .refine((all) => new Set(all).size === all.length, 'Name each priority once.');

export const AwardBody = (limits: DateLimits) =>
  z.strictObject({
    ...proposal,
    amountRequested: Amount.exactOptional(),
    priorities: Priorities.exactOptional(),
    nature: Nature.exactOptional(),
    period: PeriodBody(limits).exactOptional(),
    /** When it was put forward; today where nothing is said. */
    proposedOn: happened(limits).exactOptional(),
    ...note,
  });
export type AwardBody = z.infer<ReturnType<typeof AwardBody>>;

/** Somebody puts an initiative forward. */
export const AwardProposed = z.strictObject({
  id: ServiceId,
  ...proposal,
  amountRequested: MoneyText.exactOptional(),
  priorities: z.array(Slug),
  nature: Nature,
  period: Period.exactOptional(),
  proposedOn: PlainDate,
  note: Prose.exactOptional(),
});
export type AwardProposed = z.infer<typeof AwardProposed>;

/** What an award was approved for, from a date on; without an amount where that is still to be confirmed. */
export const Approval = z.strictObject({
  sequence: z.int(),
  decidedOn: PlainDate,
  /** None where it was chair's action. */
  meetingId: ServiceId.exactOptional(),
  minuteReference: Reference.exactOptional(),
  amountApproved: MoneyText.exactOptional(),
});
export type Approval = z.infer<typeof Approval>;

/** Whether the group stands behind its chair's action. */
export const RatificationState = z.strictObject({
  status: z.enum(['awaited', 'ratified', 'refused']),
  actedBy: Subject,
  actedOn: PlainDate,
  /** Within a number of days, or at the next meeting: whichever the terms of reference say. */
  due: z.enum(['by-day', 'next-meeting']),
  /** Unknown until the next meeting is held. */
  dueOn: PlainDate.exactOptional(),
  ratifiedOn: PlainDate.exactOptional(),
  meetingId: ServiceId.exactOptional(),
  minuteReference: Reference.exactOptional(),
});
export type RatificationState = z.infer<typeof RatificationState>;

/** Money awarded to an initiative: what was asked, what was decided, what was paid. */
export const Award = AwardProposed.extend({
  status: AwardStatus,
  relatedAwardIds: z.array(ServiceId),
  /** Who created it, submitted it, or asked to vary it. */
  proposers: z.array(Subject),
  /** Who decided it, took chair's action, or ratified it. */
  deciders: z.array(Subject),
  /** Who recorded its payments, its refunds, or reversals of them. */
  handlers: z.array(Subject),
  /** The meeting whose agenda it is on, and the journal entry that put it there. */
  agenda: z.strictObject({ meetingId: ServiceId, sequence: z.int() }).exactOptional(),
  /** Every meeting that had it on its agenda or decided about it, the latest last. */
  meetingIds: z.array(ServiceId),
  /** The meeting that put it off last. */
  deferred: z.strictObject({ meetingId: ServiceId, heldOn: PlainDate }).exactOptional(),
  /** A change of the approval that waits to be decided. */
  variation: z.strictObject({ amountRequested: MoneyText, reason: Prose }).exactOptional(),
  interests: z.array(Interest),
  approvals: z.array(Approval),
  ratification: RatificationState.exactOptional(),
  paidAmount: MoneyText,
  refundedAmount: MoneyText,
  releasedAmount: MoneyText,
  /** When it was closed last, also where a reversed payment opened it again. */
  closedOn: PlainDate.exactOptional(),
  /** The first and the last day on which anything of it was decided, paid, refunded or released. */
  firstMovedOn: PlainDate.exactOptional(),
  lastMovedOn: PlainDate.exactOptional(),
});
export type Award = z.infer<typeof Award>;

export const amountApproved = ({ approvals }: Pick<Award, 'approvals'>): Money | undefined =>
  approvals.at(-1)?.amountApproved;

/** What is promised and not yet paid. */
export const committedAmount = (award: Award): Money =>
  (amountApproved(award) ?? Money.zero).minus(award.paidAmount).minus(award.releasedAmount);

/** Released by the group's refusal: nothing is committed again. */
export const isRatificationRefused = ({ ratification }: Pick<Award, 'ratification'>): boolean =>
  ratification?.status === 'refused';

export const isToBeConfirmed = ({ approvals }: Pick<Award, 'approvals'>): boolean =>
  approvals.length > 0 && approvals.at(-1)?.amountApproved === undefined;
