import type { Fact } from '../../../domain/ledger/facts.ts';
import { commitmentAccounts, debited, type Posting } from '../../../domain/ledger/posting.ts';
import { Money } from '../../../domain/money.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { amountOf } from '../page/records.ts';
import { money, name, type Span } from '../page/text.ts';
import { labelOf, lowerFirst } from './fact-labels.ts';
import { type Facts, recordedFacts } from './fact-rows.ts';
import type { Mention } from './mentions.ts';
import type { RecordNames } from './record-names.ts';

/** What an entry is about, in one line: of what, in which fund, and what became of it. */
export function aboutEntry(fact: Fact, names: RecordNames): Span[] {
  const facts = recordedFacts(fact);
  const called = subject(facts, names);
  const fund = calledBy({ kind: 'fund', id: textOf(facts['fundId']) }, names);
  const parts = [called, fund === called ? undefined : fund].flatMap((text) =>
    text === undefined ? [] : [[name(text)]],
  );
  return [...parts, ...details(facts)].flatMap((spans, place) => (place === 0 ? spans : [', ', ...spans]));
}

const titles = ['title', 'name', 'description'] as const;
const records = ['award', 'grant', 'meeting'] as const;

/** The first of what it can be called by. */
function subject(facts: Facts, names: RecordNames): string | undefined {
  const title = titles.map((member) => facts[member]).find((value) => typeof value === 'string');
  const named = records.map((kind) => calledBy({ kind, id: textOf(facts[`${kind}Id`]) }, names)).find(isSaid);
  const { names: called } = facts;
  return title ?? named ?? (Array.isArray(called) ? String(called.at(-1)?.name) : undefined);
}

/** Those amounts that no posting of money shows. */
const promised = ['amountRequested', 'amountApproved', 'totalAmount'] as const;
const references = ['bankReference', 'paymentReference', 'minuteReference', 'reference'] as const;

function details(facts: Facts): Span[][] {
  const outcome = textOf(facts['outcome']);
  const amounts = promised.flatMap((member) => {
    const amount = facts[member];
    if (!(amount instanceof Money)) return [];
    return [[...(outcome === '' ? [`${lowerFirst(labelOf(member))} `] : [`${outcome} `]), amountOf(amount, facts)]];
  });
  const { fundId, financialYear: year } = facts;
  return [
    ...(fundId === undefined && typeof year === 'string' ? [[yearInProse(year)]] : []),
    ...references.flatMap((member) => {
      const text = facts[member];
      return typeof text === 'string' ? [[...(member === 'minuteReference' ? ['minute '] : []), name(text)]] : [];
    }),
    ...(outcome !== '' && amounts.length === 0 ? [[outcome]] : amounts),
  ];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const calledBy = (mention: Mention, { of }: RecordNames): string | undefined =>
  mention.id === '' ? undefined : of(mention);
const isSaid = (value: string | undefined): value is string => value !== undefined;

/** The sum that an entry moved; nothing where it moved none. */
export function sumMoved(fact: Fact, postings: readonly Posting[]): Span[] {
  const moved = postings.filter(isMoney).map(debited);
  if (moved.length === 0) return [];
  const facts = recordedFacts(fact);
  const stated = facts['amount'] ?? facts['grossAmount'];
  const debits = moved.filter((amount) => amount.isPositive());
  return [stated instanceof Money ? amountOf(stated, facts) : money(Money.sum(debits))];
}

const isMoney = ({ account }: Posting): boolean => !commitmentAccounts.some((commitment) => commitment === account);
