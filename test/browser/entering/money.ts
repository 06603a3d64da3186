import type { Example } from '../../../infra/local/example/people.ts';
import { noteOf } from '../../../infra/local/example/words.ts';
import { complete, confirm, fill, fillRow, follow, goOn, press } from '../filling.ts';
import type { PeopleAtWork } from '../people-at-work.ts';
import { example } from './foundation.ts';

type Grant = Example['grants'][number];

export const fundNamed = (id: string): string => example.funds.find((fund) => fund.id === id)?.name ?? '';
const inProse = (year: string): string => year.replace('-', '/');
/** The list offers funders by their names of today; the record of a grant keeps that of its day. */
const funder = example.funder.names.at(-1)?.name ?? '';
const kinds: Readonly<Record<string, string>> = { pilot: 'Pilot', 'core-allocation': 'Core allocation' };
const underspends: Readonly<Record<string, string>> = {
  return: 'Returned to the funder',
  'carry-forward': 'Carried forward, if the funder approves',
};

export async function recordGrant({ at }: PeopleAtWork, grant: Grant): Promise<void> {
  const hand = await at('Finance officer', '/grants');
  await press(hand, 'Record a grant');
  await fill(hand, {
    'Kind of grant': kinds[grant.kind] ?? '',
    'Title of the grant': grant.title,
    Funder: funder,
    'Fund that it goes into': fundNamed(grant.fundId),
    'Financial year': inProse(grant.financialYear),
    'Reference of the agreement': grant.reference,
    'Date agreed': grant.agreedOn,
  });
  await goOn(hand);
  for (const [place, topSlice] of (grant.topSlices ?? []).entries()) {
    await fillRow(hand, `Top-slice ${place + 1}`, {
      'Purpose of the top-slice': topSlice.purpose,
      'Description of the top-slice': topSlice.description,
      'Amount of the top-slice': topSlice.amount,
    });
  }
  const terms = {
    'What happens to an underspend': underspends[grant.underspend] ?? '',
    Instalments: grant.instalments === undefined ? 'None are stated' : 'Equal parts',
    Note: noteOf(grant.source, grant.note),
  };
  await complete(hand, [{ 'Gross amount': grant.grossAmount }, terms, ...instalmentsOf(grant)], 'Record the grant');
}

const instalmentsOf = ({ instalments }: Grant) =>
  instalments === undefined
    ? []
    : [
        {
          'How many instalments': String(instalments.count),
          'When the first is due': instalments.firstDueOn,
          'Months from one to the next': String(instalments.everyMonths),
        },
      ];

export async function recordReceipt(
  { at }: PeopleAtWork,
  { title }: Grant,
  receipt: Grant['receipts'][number],
): Promise<void> {
  const hand = await at('Finance officer', '/grants');
  await follow(hand, title);
  await press(hand, 'Record money received');
  const { amount, receivedOn, bankReference, note } = receipt;
  const answers = {
    'Amount received': amount,
    'Date received': receivedOn,
    'Bank reference': bankReference,
    Note: note,
  };
  await complete(hand, [answers], 'Record the receipt');
}

export async function recordSpending({ at }: PeopleAtWork, spent: Example['expenditure'][number]): Promise<void> {
  const hand = await at('Finance officer', '/expenditure');
  await press(hand, 'Record spending');
  const what = {
    'Fund that pays': fundNamed(spent.fundId),
    Category: spent.category,
    Description: spent.description,
    'Amount spent': spent.amount,
    'Date spent': spent.spentOn,
  };
  const restsOn = {
    'Authority reference': spent.authorityReference,
    'Payment reference': spent.paymentReference,
    Note: noteOf(spent.source, spent.note),
  };
  await complete(hand, [what, restsOn], 'Record the spending');
}

export async function noteSharedFund({ at }: PeopleAtWork, shared: Example['sharedFunds'][number]): Promise<void> {
  const hand = await at('Finance officer', '/shared-funds');
  await press(hand, 'Note a shared fund');
  await fill(hand, {
    'Title of the fund': shared.title,
    Funder: funder,
    'Who holds the money': shared.heldBy,
    'Total of the fund, for all areas and years': shared.totalAmount,
  });
  for (const [place, year] of shared.financialYears.entries()) {
    await fillRow(hand, `Financial year ${place + 1}`, { 'Year that it is for': inProse(year) });
  }
  await goOn(hand);
  for (const [place, { name }] of shared.areas.entries()) {
    await fillRow(hand, `Area ${place + 1}`, { 'Name of the area': name });
  }
  const { areaCount, source, note } = shared;
  await fill(hand, { 'How many areas share it': String(areaCount), Source: noteOf(source), Note: note });
  await goOn(hand);
  await confirm(hand, 'Note the shared fund');
}
