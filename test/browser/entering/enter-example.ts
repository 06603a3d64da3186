import { firstDay } from '../../../infra/local/example/words.ts';
import type { PeopleAtWork } from '../people-at-work.ts';
import { payAward } from './awards.ts';
import { enterFoundation, example } from './foundation.ts';
import { holdMeeting, setPriorities } from './meetings.ts';
import { noteSharedFund, recordGrant, recordReceipt, recordSpending } from './money.ts';

type Dated = { readonly on: string; readonly enter: (people: PeopleAtWork) => Promise<void> };

/** The worked example by hand, each person at their own browser, one day after the other as it is loaded too. */
export async function enterExample(people: PeopleAtWork): Promise<void> {
  await enterFoundation(people);
  for (const { enter } of byDate()) await enter(people);
  for (const shared of example.sharedFunds) await noteSharedFund(people, shared);
}

function byDate(): Dated[] {
  const { meetings, priorities, grants, awards, expenditure } = example;
  const dated: Dated[] = [
    ...meetings.map((meeting) => ({
      on: meeting.heldOn,
      enter: (people: PeopleAtWork) => holdMeeting(people, meeting),
    })),
    { on: firstDay(priorities.financialYear), enter: setPriorities },
    ...grants.flatMap((grant) => [
      { on: grant.agreedOn, enter: (people: PeopleAtWork) => recordGrant(people, grant) },
      ...grant.receipts.map((receipt) => ({
        on: receipt.receivedOn,
        enter: (people: PeopleAtWork) => recordReceipt(people, grant, receipt),
      })),
    ]),
    ...awards.items.map((award) => ({ on: award.paidOn, enter: (people: PeopleAtWork) => payAward(people, award) })),
    ...expenditure.map((spent) => ({
      on: spent.spentOn,
      enter: (people: PeopleAtWork) => recordSpending(people, spent),
    })),
  ];
  return dated.toSorted((a, b) => a.on.localeCompare(b.on));
}
