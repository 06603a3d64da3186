import type { Fact } from '../../../domain/ledger/facts.ts';
import { commitmentAccounts, debited, type Posting } from '../../../domain/ledger/posting.ts';
import { Money } from '../../../domain/money.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { amountOf } from '../page/records.ts';
import { money, name, type Span } from '../page/text.ts';
import { chosenWord, labelOf, lowerFirst } from './fact-labels.ts';
import type { Mention } from './mentions.ts';
import type { RecordNames } from './record-names.ts';

type Facts = Readonly<Record<string, unknown>> & { readonly note?: string | undefined };

/** What an entry is about, in one line: of what, and what became of it. */
export function aboutEntry(fact: Fact, names: RecordNames): Span[] {
  const { facts }: { readonly facts: Facts } = fact.type === 'entry-reversed' ? fact.facts.undoes : fact;
  const parts = [subject(facts, names), ...details(facts, names)].filter(({ length }) => length > 0);
  return parts.flatMap((spans, place) => (place === 0 ? spans : [', ', ...spans]));
}

const titles = ['title', 'name', 'description'] as const;
const records = ['award', 'grant', 'meeting'] as const;

/** The first of what it can be called by. */
function subject(facts: Facts, names: RecordNames): Span[] {
  const title = titles.map((member) => facts[member]).find((value) => typeof value === 'string');
  if (title !== undefined) return [name(title)];
  const named = records.map((kind) => calledBy({ kind, id: textOf(facts[`${kind}Id`]) }, names)).find(isSaid);
  if (named !== undefined) return [name(named)];
  const { financialYear, names: called } = facts;
  if (Array.isArray(called)) return [name(String(called.at(-1)?.name))];
  return typeof financialYear === 'string' ? [yearInProse(financialYear)] : [];
}

/** Those amounts that no posting of money shows. */
const promised = ['amountRequested', 'amountApproved', 'totalAmount'] as const;
const references = ['bankReference', 'paymentReference', 'minuteReference', 'reference'] as const;

function details(facts: Facts, names: RecordNames): Span[][] {
  const outcome = textOf(facts['outcome']);
  const fund = calledBy({ kind: 'fund', id: textOf(facts['fundId']) }, names);
  return [
    outcome === '' ? [] : [lowerFirst(chosenWord('outcome', outcome) ?? outcome)],
    ...promised.map((member) => {
      const amount = facts[member];
      return amount instanceof Money ? [`${lowerFirst(labelOf(member))} `, amountOf(amount, facts)] : [];
    }),
    ...references.map((member) => (facts[member] === undefined ? [] : [name(textOf(facts[member]))])),
    fund === undefined ? [] : [name(fund)],
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
  const { facts }: { readonly facts: Facts } = fact.type === 'entry-reversed' ? fact.facts.undoes : fact;
  const stated = facts['amount'] ?? facts['grossAmount'];
  const debits = moved.filter((amount) => amount.isPositive());
  return [stated instanceof Money ? amountOf(stated, facts) : money(Money.sum(debits))];
}

const isMoney = ({ account }: Posting): boolean => !commitmentAccounts.some((commitment) => commitment === account);
