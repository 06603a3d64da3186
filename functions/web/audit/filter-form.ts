import { entryTypes } from '../../../domain/ledger/facts.ts';
import { Account } from '../../../domain/ledger/posting.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import type { Api } from '../api/api.ts';
import type { Field, Option } from '../form/field.ts';
import { fundOptions, orNothing } from '../form/options.ts';
import { valuesOf } from '../form/values.ts';
import { accountWords } from '../page/account-words.ts';
import { entryWords } from '../page/entry-words.ts';
import type { Block } from '../page/view.ts';
import { type FilterName, filterNames, type JournalFilter, journalPath } from './journal-filter.ts';

/** What the form asks; several accounts at once come from statements alone, and are said in words. */
export const askedFilters = ({ account = '' }: JournalFilter): readonly FilterName[] => [
  'financialYear',
  'fundId',
  'type',
  ...(account.includes(',') ? [] : ['account' as const]),
];

/** The questions above the journal; filters that it doesn't ask go along with them. */
export async function filterForm(api: Api, partnershipId: string, filter: JournalFilter): Promise<Block> {
  const asked = askedFilters(filter);
  const [{ items: years }, funds] = await Promise.all([
    api.read('listYears', { partnershipId }),
    fundOptions(api, partnershipId),
  ]);
  const yearOptions = years.map(({ financialYear: value }) => ({ value, text: yearInProse(value) }));
  const accounts = asked.includes('account') ? [choice('account', 'Account', accountOptions, 'All accounts')] : [];
  return {
    kind: 'form',
    method: 'get',
    action: journalPath(partnershipId),
    isInline: true,
    fields: [
      choice('financialYear', 'Financial year', yearOptions, 'All years'),
      choice('fundId', 'Fund', funds, 'All funds'),
      choice('type', 'What happened', typeOptions, 'Everything'),
      ...accounts,
    ],
    values: valuesOf(Object.entries(filter)),
    carried: filterNames.flatMap((name) => {
      const value = filter[name];
      return value === undefined || asked.includes(name) ? [] : [[name, value] as const];
    }),
    buttons: [{ text: 'Show', look: 'secondary' }],
  };
}

const choice = (name: FilterName, label: string, options: readonly Option[], all: string): Field => ({
  kind: 'choice',
  look: 'list',
  name,
  label,
  options: orNothing(options, all),
});

const typeOptions = entryTypes
  .map((value) => ({ value, text: entryWords[value] }))
  .toSorted((a, b) => a.text.localeCompare(b.text));

const accountOptions = Account.options.map((value) => ({ value, text: accountWords[value] }));
