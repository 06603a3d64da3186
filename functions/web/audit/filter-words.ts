import { FinancialYear } from '../../../domain/financial-year.ts';
import { Account } from '../../../domain/ledger/posting.ts';
import { PlainDate } from '../../../domain/plain-date.ts';
import { longDate, yearInProse } from '../../../domain/prose-dates.ts';
import { accountWords } from '../page/account-words.ts';
import { link, name, type Span } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { type FilterName, filterNames, type JournalFilter, journalPath, without } from './journal-filter.ts';
import { type RecordNames, recordLink } from './record-names.ts';

type Words = (value: string, names: RecordNames) => Span[];

/** What each filter says in words, where the form above the list doesn't ask it. */
const words: Readonly<Partial<Record<FilterName, Words>>> = {
  account: (value) => ['Only postings to ', accountsInProse(value)],
  category: (value) => ['Only postings of ', name(value)],
  grantId: (value, names) =>
    value === 'none'
      ? ['Only postings that name no grant']
      : ['Only postings for the grant ', recordLink({ kind: 'grant', id: value }, names)],
  awardId: (value, names) => ['Only postings for the award ', recordLink({ kind: 'award', id: value }, names)],
  postedIn: (value) => ['Only postings that count in ', inProse(value)],
  postedTo: (value) => ['Only postings that count in ', inProse(value), ' or earlier'],
  asOf: (value) => [
    'Only postings that count on or before ',
    PlainDate.safeParse(value).success ? longDate(value) : value,
  ],
  knownAt: (value) => [`As the journal stood at entry ${value}`],
};

/** The filters that came with the address, each with a way to be rid of it. */
export function filterWords(filter: JournalFilter, asked: readonly FilterName[], names: RecordNames): Block[] {
  const items = filterNames.flatMap((named) => {
    const [value, say] = [filter[named], words[named]];
    if (value === undefined || say === undefined || asked.includes(named)) return [];
    const said = say(value, names);
    const remove = link(
      journalPath(names.partnershipId, without(filter, named)),
      'Remove',
      `this filter: ${plain(said)}`,
    );
    return [[...said, '. ', remove]];
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function accountsInProse(value: string): string {
  const called = value.split(',').map((account) => {
    const known = Account.safeParse(account);
    return known.success ? accountWords[known.data].toLowerCase() : account;
  });
  const [last = '', ...others] = called.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`;
}

const inProse = (value: string): string => (FinancialYear.safeParse(value).success ? yearInProse(value) : value);

const plain = (spans: readonly Span[]): string =>
  spans.map((span) => (typeof span === 'string' ? span : 'text' in span ? span.text : '')).join('');
