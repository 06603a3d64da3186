import { z } from 'zod';
import { Award } from '../award/award.ts';
import { Expenditure } from '../expenditure/expenditure.ts';
import { FinancialYear } from '../financial-year.ts';
import { Fund } from '../fund/fund.ts';
import { SharedFund } from '../fund/shared-fund.ts';
import { Funder } from '../funder/funder.ts';
import { BankReference } from '../grant/bank-reference.ts';
import { Grant } from '../grant/grant.ts';
import { Receipt } from '../grant/receipt.ts';
import { TopSlice } from '../grant/top-slice.ts';
import { Variation } from '../grant/variation.ts';
import { AgendaItem } from '../meeting/agenda-item.ts';
import { InterestDeclaration } from '../meeting/interest.ts';
import { Meeting } from '../meeting/meeting.ts';
import { Governance } from '../partnership/governance.ts';
import { Partnership } from '../partnership/partnership.ts';
import { Priorities } from '../partnership/priorities.ts';
import { TermsOfReference } from '../partnership/terms-of-reference.ts';
import { PlainDate } from '../plain-date.ts';
import { Prose, ServiceId } from '../text.ts';
import { Year } from '../year-end/year.ts';
import { AwardBalance, Balance } from './balance.ts';

/** What somebody noted with an entry; statements print the notes of their year. */
export const EntryNote = z.strictObject({
  sequence: z.int(),
  type: z.string(),
  financialYear: FinancialYear,
  effectiveOn: PlainDate,
  note: Prose,
  reversedOn: PlainDate.exactOptional(),
});
export type EntryNote = z.infer<typeof EntryNote>;

/** Which entry reversed another. */
export const ReversalOf = z.strictObject({ reversedBy: z.int() });

/** An entry of the journal that is part of an award's history. */
export const AwardEntry = z.strictObject({ awardId: ServiceId, sequence: z.int() });

/** Everything that is kept beside the journal: a projection of it, rebuildable from it alone. */
export const recordSchemas = {
  partnership: Partnership,
  governance: Governance,
  terms: TermsOfReference,
  priorities: Priorities,
  year: Year,
  funder: Funder,
  fund: Fund,
  balance: Balance,
  sharedFund: SharedFund,
  grant: Grant,
  receipt: Receipt,
  topSlice: TopSlice,
  variation: Variation,
  expenditure: Expenditure,
  meeting: Meeting,
  agendaItem: AgendaItem,
  interest: InterestDeclaration,
  award: Award,
  awardBalance: AwardBalance,
  awardEntry: AwardEntry,
  bankReference: BankReference,
  entryNote: EntryNote,
  reversalOf: ReversalOf,
} as const satisfies Record<string, z.ZodType>;

export type RecordType = keyof typeof recordSchemas;
export type RecordOf = { [Type in RecordType]: z.infer<(typeof recordSchemas)[Type]> };

/** A record as it stands after an entry. */
export type Change<Type extends RecordType = RecordType> = {
  [One in Type]: { readonly type: One; readonly id: string; readonly value: RecordOf[One] };
}[Type];

/** The id of the one partnership record. */
export const onlyOne = 'only';

/** Records of a grant sort by their time. */
export const ofGrant = (grantId: string, id: string): string => `${grantId}/${id}`;

const inOrder = (sequence: number): string => String(sequence).padStart(12, '0');

/** Items of a meeting sort in the order in which they came to its agenda. */
export const agendaItemId = (meetingId: string, sequence: number): string => `${meetingId}/${inOrder(sequence)}`;

/** Interests are kept by the meeting at which they were declared. */
export const interestId = agendaItemId;

/** An award's history sorts by the journal. */
export const awardEntryId = (awardId: string, sequence: number): string => `${awardId}/${inOrder(sequence)}`;

export const entryNoteId = (financialYear: FinancialYear, sequence: number): string =>
  `${financialYear}/${inOrder(sequence)}`;

export const change = <Type extends RecordType>(type: Type, id: string, value: RecordOf[Type]): Change<Type> => ({
  type,
  id,
  value,
});
