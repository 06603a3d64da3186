import { z } from 'zod';
import { FinancialYear } from '../../domain/financial-year.ts';
import { PlainDate } from '../../domain/plain-date.ts';
import { ServiceId, Slug } from '../../domain/text.ts';

/** What stands in paths. */
const partnershipId = Slug;

export const InPartnership = z.strictObject({ partnershipId });
export const OfTerms = z.strictObject({ partnershipId, effectiveFrom: PlainDate });
export const OfYear = z.strictObject({ partnershipId, financialYear: FinancialYear });
export const OfFunder = z.strictObject({ partnershipId, funderId: Slug });
export const OfFund = z.strictObject({ partnershipId, fundId: Slug });
export const OfGrant = z.strictObject({ partnershipId, grantId: ServiceId });
export const OfMeeting = z.strictObject({ partnershipId, meetingId: ServiceId });
export const OfAward = z.strictObject({ partnershipId, awardId: ServiceId });

const number = (least: number, longest: number) =>
  z
    .string()
    .regex(new RegExp(`^[1-9]\\d{0,${longest - 1}}$`), `Write a whole number from ${least}.`)
    .transform(Number);

export const OfCondition = z.strictObject({ partnershipId, grantId: ServiceId, condition: number(1, 2) });
export const OfEntry = z.strictObject({ partnershipId, sequence: number(1, 12) });
